#pragma once

#include "gis/walking/bounded_search.hpp"

namespace gis {

/// At how many signal-controlled crossings the walk waits: at those that it comes to, not at one where it sets out. Needs the routes.
std::uint32_t waits_on(const WalkNetwork& network, const Walks& walks, const Walk& walk, const SiteAccesses& sources,
                       const SiteAccesses& targets);

} // namespace gis
