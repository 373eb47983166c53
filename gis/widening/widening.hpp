#pragma once
// What lies within a distance of lines.

#include "gis/widening/capsules.hpp"

namespace gis {

/// Grounds out of lines, one after the other on one thread: its memory is kept.
class Widening
{
public:
    /// All that lies within `by_m` (above 0) of the lines, together with the ground, in the CityPlane. Holes stay holes; arcs are chords of
    /// an eighth of a quarter circle inside of them (for 25 m: up to 0.12 m). Good to a millimetre else; holes and pieces under 0.01 m2 are
    /// left out. Outer rings run counter-clockwise. `ground` is valid.
    /// It is the union of discs and strips: what bounds each is cut by its neighbours, and what is left is chained to rings. GEOS, which
    /// takes a hundred times as long, does it where rounding leaves a ring open.
    MultiPolygon widened(std::span<const Line> lines, const MultiPolygon& ground, double by_m);

private:
    Capsules capsules_;
};

} // namespace gis
