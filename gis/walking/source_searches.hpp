#pragma once
// The searches of all sources, on all threads.

#include "gis/walking/walk_search.hpp"

namespace gis {

/// By source, then target. `taking_part` says which sources search; nullptr: all.
Walks walks_of_sources(const SearchContext& ground, const std::vector<bool>* taking_part);

} // namespace gis
