#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

/// OpenStreetMap's `highway` for a class of roads in lower case; nothing where the word is unknown.
std::optional<std::string> osm_road_class(std::string_view key);

} // namespace fieldgap
