#pragma once
// Chinese, Japanese and Korean text in two bytes a character.

#include "gis/io/base/encoding_guess.hpp"

namespace gis {

/// The share of characters that stand where GB 2312 keeps its signs and its first level, of those that are not ASCII; 0 of none.
double gbk_share(std::string_view text);

/// Bytes of Chinese, Japanese and Korean text lie in the same ranges; whose everyday characters they spell decides. Without encoding
/// where the text is in none of theirs.
EncodingGuess double_byte_guess(std::string_view text);

} // namespace gis
