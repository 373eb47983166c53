#pragma once
// What the bytes of a whole file's text are in, told from what people write.

#include "gis/io/base/encoding_guess.hpp"

#include <cstddef>

namespace gis {

/// Judges over many texts together: one or two words decide nothing, since the GBK bytes of some words are well-formed UTF-8.
class EncodingDetector
{
public:
    /// One value of a column or one heading, without padding.
    void add(std::string_view text);
    EncodingGuess guess() const;

private:
    std::string foreign_;        ///< the texts that are not ASCII, a line each, at most some hundred kB
    std::string ascii_;          ///< the others: their words tell the language too
    std::size_t texts_ = 0;      ///< that are not ASCII
    std::size_t utf8_texts_ = 0; ///< well-formed ones of them, but for a last character that a column's width has cut
    bool has_utf8_ = false;      ///< a whole character occurs
};

} // namespace gis
