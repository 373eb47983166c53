#pragma once

#include "gis/network/streets.hpp"

namespace gis {

/// Takes out lines that name the same nodes, in either order, as one before with the same flags.
void drop_doubled_lines(Streets& streets);

} // namespace gis
