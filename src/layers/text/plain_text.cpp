#include "layers/text/plain_text.hpp"

namespace fieldgap {
namespace {

bool is_space(char32_t c)
{
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_hidden(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x034F || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

} // namespace

std::u32string without_hidden(std::u32string_view text)
{
    std::u32string plain;
    for (char32_t c : text) {
        if (is_space(c)) {
            plain += U' ';
        } else if (!is_hidden(c)) {
            plain += c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
        }
    }
    const std::size_t first = plain.find_first_not_of(U' ');
    return first == std::u32string::npos ? std::u32string() : plain.substr(first, plain.find_last_not_of(U' ') - first + 1);
}

} // namespace fieldgap
