#include "gis/io/base/encoding_guess.hpp"

#include "gis/io/base/encoding.hpp"
#include "words/ascii.hpp"

#include <algorithm>

namespace gis {

EncodingReading reading_of(std::string_view text, const std::string& encoding)
{
    constexpr std::size_t longest_sample = 40;
    const std::size_t foreign = words::first_beyond_ascii(text);
    const std::size_t before = text.substr(0, foreign).find_last_of(" ,;\t\n\"|");
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of(",;\t\n\"|", foreign), text.size());
    return {encoding, Decoder(encoding)(text.substr(start, std::min(end - start, longest_sample)))};
}

} // namespace gis
