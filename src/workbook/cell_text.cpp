#include "workbook/cell_text.hpp"

#include "words/utf8.hpp"
#include "words/value.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::size_t utf16_units(char32_t code)
{
    return code > 0xFFFF ? 2 : 1;
}

std::size_t utf16_units(std::string_view text)
{
    std::size_t units = 0;
    words::for_each_character(text, [&](const words::Character& character, std::string_view) { units += utf16_units(character.code); });
    return units;
}

bool is_hexadecimal(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'F') || (letter >= 'a' && letter <= 'f');
}

/// `_x0041_`: a sheet would show the letter of this number.
bool is_escape(std::string_view text)
{
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' && std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

/// One character as the format writes it: what XML cannot hold by its number, or as U+FFFD where it has none.
std::string written(const words::Character& character, std::string_view bytes, std::string_view rest)
{
    const bool is_control = character.code < 0x20 && character.code != '\t' && character.code != '\n';
    if (!character.is_whole || character.code == 0xFFFE || character.code == 0xFFFF) {
        return "\uFFFD";
    }
    if (is_control) {
        return words::fill("_x{:04X}_", {static_cast<std::int64_t>(character.code)});
    }
    return is_escape(rest) ? "_x005F_" : std::string(bytes);
}

std::size_t written_units(std::string_view text)
{
    std::size_t units = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const words::Character character = words::first_character(rest);
        units += utf16_units(written(character, rest.substr(0, character.bytes), rest));
        rest.remove_prefix(character.bytes);
    }
    return units;
}

} // namespace

std::string cell_text(std::string_view text, std::size_t most_units, std::string_view mark)
{
    const bool fits = written_units(text) <= most_units;
    const std::size_t room = fits ? most_units : most_units - std::min(most_units, utf16_units(mark));
    std::string cell;
    std::size_t taken = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const words::Character character = words::first_character(rest);
        const std::string piece = written(character, rest.substr(0, character.bytes), rest);
        const std::size_t units = utf16_units(piece);
        if (taken + units > room) {
            return cell + std::string(mark);
        }
        cell += piece;
        taken += units;
        rest.remove_prefix(character.bytes);
    }
    return cell;
}

double column_width_for(std::string_view text)
{
    constexpr std::size_t least = 8;
    constexpr std::size_t most = 60;
    constexpr double margin = 2.0; // the button of the filter
    std::size_t columns = 0;
    words::for_each_character(text,
                              [&](const words::Character& character, std::string_view) { columns += words::column_width(character.code); });
    return static_cast<double>(std::clamp(columns, least, most)) + margin;
}

} // namespace fieldgap
