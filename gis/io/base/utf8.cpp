#include "gis/io/base/encoding.hpp"

#include "words/utf8.hpp"

namespace gis {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// NUL ends a text in most of the libraries that it goes through.
bool is_valid(const words::Character& character)
{
    return character.is_whole && character.code != 0;
}

bool is_valid(std::string_view text, bool may_be_cut)
{
    while (!text.empty()) {
        const words::Character character = words::first_character(text);
        if (!is_valid(character)) {
            return may_be_cut && character.is_cut;
        }
        text.remove_prefix(character.bytes);
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
    while (!text.empty()) {
        const words::Character character = words::first_character(text);
        whole += is_valid(character) ? text.substr(0, character.bytes) : replacement;
        text.remove_prefix(character.bytes);
    }
    return whole;
}

} // namespace gis
