#pragma once
// Running tracks that are drawn as lines.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <optional>

namespace gis {

/// Metres between the ends of a line that still counts as closed.
inline constexpr double closing_gap_m = 0.5;

/// True for a line of at least three corners whose ends meet within `closing_gap_m`.
bool is_closed(const Line& line);

/// The grounds inside closed lines, one each (they may overlap); the lines must be closed.
MultiPolygon inside_of(const MultiLine& lines);

enum class TrackGap : std::uint8_t { straight, bend };

struct CompletedTrack
{
    Polygon ground;       ///< inside the completed line
    double added_m = 0.0; ///< length of what was added
    TrackGap gap = TrackGap::straight;
};

/// The lap of a running track of which a part is drawn as an open line in the CityPlane. What is missing is a straight where the ends face
/// each other, a bend (a semicircle, or the arc that fits the directions of the ends) where they do not; a straight of which one side is
/// longer is first brought level. Nothing where what is drawn is less than half of the completed lap, the lap is not 60 to 500 m long, the
/// track not 15 to 110 m wide, the line crosses itself, or the shape is no stadium: its area is 0.8 to 1.1 times that of two straights and
/// two semicircles of the same length and width, and it fills nine tenths of its convex hull.
std::optional<CompletedTrack> completed_track(const Line& line);

} // namespace gis
