#pragma once
// Coordinates as people write them into cells.

#include "gis/geometry/shapes.hpp"

#include <optional>
#include <string_view>

namespace gis {

/// `117.2`, `117,2` (decimal comma), `+517293.54`, `117.2°`, `117.2E`, `E117.2`, `117°12'30.5"E`, `117 12 30 W`, `117度12分30秒`,
/// `东经117.2`. West and south are negative. Nothing for anything else, and for minutes or seconds of 60 or more.
std::optional<double> coordinate_of(std::string_view text);

/// Two of them in one cell, in their order: `117.2,39.13`, `[117.2, 39.13]`, `117,2; 39,13`, `117.2 39.13`, also with a height behind.
std::optional<Point> coordinate_pair_of(std::string_view text);

} // namespace gis
