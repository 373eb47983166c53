#include "gis/joining/street_level.hpp"

#include "words/ascii.hpp"

#include <array>
#include <charconv>

namespace gis {
namespace {

constexpr std::array<std::string_view, 8> no_words = {"", "no", "0", "f", "false", "n", "否", "无"};

/// Layers are whole numbers; some programs write them as `1.0`. What is no number is ground level.
std::int16_t layer_of(std::string_view text)
{
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    std::int16_t layer = 0;
    std::from_chars(text.data(), text.data() + text.size(), layer);
    return layer;
}

} // namespace

StreetLevel street_level(std::span<const StreetTag> tags)
{
    StreetLevel level;
    for (const auto& [key, value] : tags) {
        if (key == "layer") {
            level.layer = layer_of(value);
        } else if (key == "bridge") {
            level.on_bridge = !words::is_one_of(value, no_words);
        } else if (key == "tunnel") {
            level.in_tunnel = !words::is_one_of(value, no_words);
        }
    }
    return level;
}

} // namespace gis
