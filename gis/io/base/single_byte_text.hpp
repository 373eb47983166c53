#pragma once
// Text of alphabets, in one byte a letter.

#include "gis/io/base/encoding_guess.hpp"

namespace gis {

/// The encoding in which the words of `foreign` (the texts that are not ASCII) read as people write them. `ascii` are the other texts, in
/// small letters: their words tell the language too.
EncodingGuess single_byte_guess(const std::string& foreign, const std::string& ascii);

} // namespace gis
