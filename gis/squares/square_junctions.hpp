#pragma once
// Where ways lead onto a square.

#include "gis/squares/outline_crossings.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// Ascending: nodes of its rings at which other lines meet them, and, inside, ends of lines and nodes that lines share. Nodes that nobody
/// passes are none, nor is what only lines of another level share, which pass over the square or under it.
std::vector<std::uint32_t> square_junctions(const Streets& streets, const SquareSurroundings& at);

} // namespace gis
