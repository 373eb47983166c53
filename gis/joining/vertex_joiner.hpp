#pragma once

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// Vertices so near to each other are one node.
inline constexpr double vertex_join_m = 0.01;
inline constexpr double max_vertex_join_m = vertex_join_m + 1e-7; // degrees of a double are good to a nanometre or so

struct JoinedVertices
{
    std::vector<Point> node;                   ///< degrees; each lies at its westernmost vertex
    std::vector<std::uint32_t> node_of_vertex; ///< parallel to the vertices
};

/// Vertices (degrees) within 1 cm of each other are one node, also across the cells of any grid. Nodes are numbered by rows of 1 cm of
/// latitude, then longitude.
JoinedVertices joined_vertices(const std::vector<Point>& vertices);

} // namespace gis
