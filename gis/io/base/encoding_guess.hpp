#pragma once
// An answer to what a text is in, and the question where the bytes do not tell.

#include <string>
#include <string_view>
#include <vector>

namespace gis {

/// One encoding that the text may be in, and how a word of the text reads in it.
struct EncodingReading
{
    std::string encoding;
    std::string sample;
};

struct EncodingGuess
{
    std::string
        encoding; ///< the likeliest: UTF-8, GB18030, BIG5, CP932, EUC-JP, CP949, ISO-8859-1, CP1250 .. CP1254, or what uchardet is sure of
    bool guessed = false;                      ///< false where there are only ASCII letters: then nothing had to be guessed
    std::vector<EncodingReading> choices = {}; ///< where the bytes do not tell: what they may be in, likeliest first; else empty
};

/// The first word of `text` with a byte that the encoding decides about, as it reads in `encoding`.
EncodingReading reading_of(std::string_view text, const std::string& encoding);

} // namespace gis
