#pragma once

#include "gis/joining/street_level.hpp"
#include "gis/streets/streets.hpp"

#include <vector>

namespace gis {

/// Joins ends of lines at one place (1 cm) and of one level; lines beyond `level_of_line` join nothing. Each such place becomes a gap that
/// is joined.
void join_ends_at_one_place(Streets& streets, const std::vector<StreetLevel>& level_of_line);

} // namespace gis
