#pragma once

#include "gis/streets/streets.hpp"

namespace gis {

/// Takes out lines that name the same nodes, in either order, as one before with the same flags.
void drop_doubled_lines(Streets& streets);

} // namespace gis
