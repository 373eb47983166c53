#include "layers/text/plain_text.hpp"

namespace fieldgap {
namespace {

constexpr char32_t broken = 0xFFFD;

/// Bytes that follow a leading byte; none for a broken one.
std::size_t followers_of(unsigned char lead)
{
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 1;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 2;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
}

bool is_follower(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Takes one code point off the front.
char32_t taken(std::string_view& rest)
{
    const auto lead = static_cast<unsigned char>(rest.front());
    const std::size_t count = followers_of(lead);
    char32_t code = lead < 0x80 ? lead : (count == 0 ? broken : lead & (0x3FU >> count));
    for (std::size_t i = 1; i <= count; ++i) {
        if (!is_follower(rest, i)) {
            rest.remove_prefix(1);
            return broken;
        }
        code = (code << 6U) | (static_cast<unsigned char>(rest[i]) & 0x3FU);
    }
    rest.remove_prefix(count + 1);
    return code;
}

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

std::u32string code_points(std::string_view utf8)
{
    std::u32string text;
    text.reserve(utf8.size());
    while (!utf8.empty()) {
        text += taken(utf8);
    }
    return text;
}

std::string utf8_of(std::u32string_view text)
{
    std::string bytes;
    for (const char32_t c : text) {
        if (c < 0x80) {
            bytes += static_cast<char>(c);
            continue;
        }
        const int followers = c < 0x800 ? 1 : (c < 0x10000 ? 2 : 3);
        const unsigned lead = followers == 1 ? 0xC0U : (followers == 2 ? 0xE0U : 0xF0U);
        bytes += static_cast<char>(lead | (c >> (6 * followers)));
        for (int i = followers - 1; i >= 0; --i) {
            bytes += static_cast<char>(0x80U | ((c >> (6 * i)) & 0x3FU));
        }
    }
    return bytes;
}

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
