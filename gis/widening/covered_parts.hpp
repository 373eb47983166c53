#pragma once
// What of a line or of a circle lies in a disc or in a strip.

#include "gis/widening/capsules.hpp"
#include "gis/widening/uncovered.hpp"

namespace gis {

/// Part of a straight line.
struct StraightPiece
{
    Point from;
    Point along; ///< of length 1
    double length_m = 0.0;

    /// Of two points apart.
    StraightPiece(const Point& begin, const Point& end) : from(begin), length_m(distance_m(begin, end))
    {
        along = {(end.x - begin.x) / length_m, (end.y - begin.y) / length_m};
    }
    Point at(double metres) const { return {from.x + metres * along.x, from.y + metres * along.y}; }
};

/// What of the line lies in the strip or the disc, in metres from its beginning; nothing where `to` is not above `from`.
Span in_strip(const StraightPiece& line, const Strip& strip, double by_m);
Span in_disc(const StraightPiece& line, const Point& centre, double by_m);

/// Directions between which a circle lies in something, turning left; none where it does not.
struct Arc
{
    Point from;
    Point to;
    bool is_there = false;
};

Arc in_other_disc(const Point& centre, const Point& other, double by_m);

/// Of the capsule around the strip; with those of the discs at its ends it is all that lies in there. A disc that rolls along the strip
/// covers an arc of the circle, whose ends come farthest where they are on the strip's side: where they are, if the rolling disc comes
/// there, the arc from there to the side that is nearest to the strip is covered.
Arc in_other_strip(const Point& centre, const Strip& strip, double by_m);

/// Of a strip that ends in the disc: half of it.
Arc in_own_strip(const Strip& strip, bool at_from);

} // namespace gis
