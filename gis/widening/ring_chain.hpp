#pragma once
// Rings out of pieces of a boundary.

#include "gis/widening/outer_boundary.hpp"

#include <optional>

namespace gis {

/// The ground to the left of the pieces; arcs become chords of at most an eighth of a quarter. Nothing where the pieces do not close.
std::optional<MultiPolygon> ground_within(std::span<const BoundaryPiece> pieces, const Capsules& capsules);

} // namespace gis
