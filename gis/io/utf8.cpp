#include "gis/io/encoding.hpp"

#include <cstddef>

namespace gis {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

/// How many bytes a character with this first byte has, 0 for none.
std::size_t length_by(unsigned first)
{
    if (first < 0x80) {
        return first == 0 ? 0 : 1;
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

struct Step
{
    std::size_t bytes = 1;
    bool valid = false;
    bool cut = false; ///< right as far as it goes, but the text ends within
};

Step step_at(std::string_view text, std::size_t at)
{
    const unsigned first = byte_at(text, at);
    const std::size_t length = length_by(first);
    for (std::size_t i = 1; i < length; ++i) {
        if (at + i == text.size()) {
            return {i, false, true};
        }
        const unsigned next = byte_at(text, at + i);
        if (i == 1 ? !is_second(first, next) : (next & 0xC0U) != 0x80U) {
            return {1, false, false};
        }
    }
    return {length == 0 ? 1 : length, length != 0, false};
}

bool is_valid(std::string_view text, bool may_be_cut)
{
    for (std::size_t at = 0; at < text.size();) {
        const Step step = step_at(text, at);
        if (!step.valid) {
            return may_be_cut && step.cut;
        }
        at += step.bytes;
    }
    return true;
}

} // namespace

bool is_valid_utf8(std::string_view text)
{
    return is_valid(text, false);
}

bool is_valid_utf8_but_for_its_end(std::string_view text)
{
    return is_valid(text, true);
}

std::string valid_utf8(std::string_view text)
{
    if (is_valid_utf8(text)) {
        return std::string(text);
    }
    std::string whole;
    for (std::size_t at = 0; at < text.size();) {
        const Step step = step_at(text, at);
        whole += step.valid ? text.substr(at, step.bytes) : replacement;
        at += step.bytes;
    }
    return whole;
}

} // namespace gis
