#pragma once

#include "gis/network/walk_network.hpp"

#include <vector>

namespace gis {

/// A connected part of fewer metres of edges is joined by no entry (rule 6).
inline constexpr double main_part_m = 1000.0;

/// Per edge: the length of all edges that are connected with it, itself included; connections have no length of their own. Private edges
/// count as public ones do. All that one comes to on the ground of a square is connected. Public parts that meet at a barred node only do
/// not count each other there, but each counts the part of the private ways beyond it, and this counts them all.
std::vector<double> part_lengths_m(const WalkNetwork& network);

/// Fills `edge_in_main` of the network, and `is_in_main` of its squares.
void mark_main_parts(WalkNetwork& network);

} // namespace gis
