#pragma once

#include "gis/walking/bounded_search.hpp"

namespace gis {

/// Finds what each access on the ground of a square sees of its corners, in place of the sights that were there. `edges` is what the
/// accesses were joined by. Runs on oneTBB's current arena.
void add_sights(SiteAccesses& sites, const EdgeIndex& edges);

} // namespace gis
