#include "words/visible.hpp"

#include <algorithm>
#include <array>

namespace words {
namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

constexpr std::array<Range, 10> unseen = {{
    {0x00, 0x1F},       // C0
    {0x7F, 0x9F},       // DEL and C1
    {0x061C, 0x061C},   // Arabic letter mark
    {0x180E, 0x180E},   // Mongolian vowel separator
    {0x200B, 0x200F},   // zero width, and marks of direction
    {0x2028, 0x202E},   // separators of lines and paragraphs, embeddings and overrides
    {0x2060, 0x206F},   // joiners, isolates
    {0xFEFF, 0xFEFF},   // byte order mark
    {0xFFF9, 0xFFFB},   // annotations between lines
    {0xE0000, 0xE007F}, // tags
}};

constexpr char32_t first_beyond_ascii = 0x7F; // DEL is none of JSON's own escapes either
constexpr char32_t first_of_pairs = 0x10000;

void add_hex(std::string& out, char32_t value, int digits)
{
    for (int digit = digits - 1; digit >= 0; --digit) {
        out += "0123456789abcdef"[(value >> (4 * digit)) & 0xFU];
    }
}

void add_unit(std::string& out, char32_t unit)
{
    out += "\\u";
    add_hex(out, unit, 4);
}

void add_byte(std::string& out, unsigned char byte)
{
    out += "\\x";
    add_hex(out, byte, 2);
}

void add_bytes(std::string& out, std::string_view bytes)
{
    for (const char byte : bytes) {
        add_byte(out, static_cast<unsigned char>(byte));
    }
}

void add_escape(std::string& out, char32_t code)
{
    if (code == '\n' || code == '\r' || code == '\t') {
        out += code == '\n' ? "\\n" : code == '\r' ? "\\r" : "\\t";
    } else if (code < first_beyond_ascii) {
        add_byte(out, static_cast<unsigned char>(code));
    } else if (code < first_of_pairs) {
        add_unit(out, code);
    } else {
        add_unit(out, 0xD800 + ((code - first_of_pairs) >> 10));
        add_unit(out, 0xDC00 + (code & 0x3FFU));
    }
}

std::string escaped(std::string_view text, bool lines_stay)
{
    std::string out;
    out.reserve(text.size());
    for_each_character(text, [&](const Character& character, std::string_view bytes) {
        if (!character.is_whole) {
            add_bytes(out, bytes);
        } else if (is_unseen(character) && !(lines_stay && character.code == '\n')) {
            add_escape(out, character.code);
        } else {
            out += bytes;
        }
    });
    return out;
}

} // namespace

bool is_unseen(const Character& character)
{
    if (!character.is_whole) {
        return true;
    }
    const auto range = std::find_if(unseen.begin(), unseen.end(), [&](const Range& each) { return character.code <= each.last; });
    return range != unseen.end() && character.code >= range->first;
}

std::string visible(std::string_view text)
{
    return escaped(text, false);
}

std::string visible_lines(std::string_view text)
{
    return escaped(text, true);
}

} // namespace words
