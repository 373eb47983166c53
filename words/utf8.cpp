#include "words/utf8.hpp"

#include <array>

namespace words {
namespace {

unsigned byte_at(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// How many bytes a character with this first byte has, 0 for none.
std::size_t length_by(unsigned first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
        return 0;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// Second bytes are narrower after some first ones: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_second(unsigned first, unsigned second)
{
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

} // namespace

Character first_character(std::string_view text)
{
    const unsigned first = byte_at(text, 0);
    const Character wrong{first, 1, false, false};
    const std::size_t length = length_by(first);
    constexpr std::array<unsigned, 5> payload = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t code = first & payload[length];
    for (std::size_t i = 1; i < length; ++i) {
        if (i == text.size()) {
            return {first, i, false, true};
        }
        const unsigned next = byte_at(text, i);
        if (i == 1 ? !is_second(first, next) : (next & 0xC0U) != 0x80U) {
            return wrong;
        }
        code = (code << 6) | (next & 0x3FU);
    }
    return length == 0 ? wrong : Character{code, length, true, false};
}

} // namespace words
