#pragma once
// What bounds the union of capsules and grounds: pieces of straight lines and of circles.

#include "gis/widening/capsules.hpp"
#include "gis/widening/ground_rows.hpp"
#include "gis/widening/uncovered.hpp"

namespace gis {

/// The union lies to its left.
struct BoundaryPiece
{
    Point from;
    Point to;
    std::uint32_t disc = no_disc; ///< around which it is an arc, turning left; none: it is straight
};

/// Pieces shorter than this are left out: they come of rounding, where a line touches a circle.
inline constexpr double shortest_piece_m = 1e-5;

class OuterBoundary
{
public:
    /// Both are borrowed.
    OuterBoundary(const Capsules& capsules, const GroundRows& ground) : capsules_(capsules), ground_(ground) {}

    /// In no particular order, but always in the same.
    std::vector<BoundaryPiece> pieces();

private:
    void add_straight(const Point& from, const Point& to, std::uint32_t own_strip);
    void add_circle(std::uint32_t disc);
    void take_ground_away(const Point& from, const Point& to);
    void take_ground_away(std::uint32_t disc);
    void take_turn_away(const Point& from, const Point& to);

    const Capsules& capsules_;
    const GroundRows& ground_;
    Uncovered uncovered_;
    std::vector<double> crossings_;
    std::vector<BoundaryPiece> pieces_;
};

} // namespace gis
