#include "words/toml_text.hpp"

#include "words/visible.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace words {

std::string toml_text(std::string_view text)
{
    std::string literal = "\"";
    for_each_character(text, [&](const Character& character, std::string_view bytes) {
        if (character.is_whole && is_unseen(character)) {
            const auto code = static_cast<std::uint32_t>(character.code);
            literal += code < 0x10000 ? fmt::format("\\u{:04X}", code) : fmt::format("\\U{:08X}", code);
        } else {
            literal += character.code == '"' || character.code == '\\' ? "\\" : "";
            literal += bytes;
        }
    });
    return literal + "\"";
}

} // namespace words
