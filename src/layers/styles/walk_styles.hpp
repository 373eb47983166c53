#pragma once
// How walk areas and streets are drawn.

#include <string>

namespace fieldgap {

/// By their minutes, the fewest on top; all together as transparent as one: the map is seen through several.
std::string walk_area_body();

/// A backdrop: thin, the nearer to a school the darker, private ways dashed.
std::string street_body();

} // namespace fieldgap
