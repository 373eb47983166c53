#pragma once
// Squares: ground that is crossed on foot in straight lines of sight (docs/rules.md rule 8).

#include "gis/network/network_ids.hpp"
#include "gis/sight/open_ground.hpp"

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace gis {

/// Number of a square in `WalkNetwork::squares`.
inline constexpr std::uint32_t no_square = std::numeric_limits<std::uint32_t>::max();

/// A node at which lines of sight begin and end.
struct SquareCorner
{
    NodeId node{};
    Point at; ///< CityPlane
    /// Nothing but a bend of a ring: who passes it turns around it.
    bool is_bend = false;
    /// On one ring, between `before` and `after` of a walk with the ground on the left.
    bool is_on_ring = false;
    Point before;
    Point after;
};

/// Lines of sight between its corners are edges of the network already.
struct Square
{
    Square() : open(ground) {}
    Square(Polygon ground_of, std::vector<SquareCorner> corners_of, bool is_private_ground)
        : ground(std::move(ground_of)), corners(std::move(corners_of)), is_private(is_private_ground), open(ground)
    {
    }

    Polygon ground; ///< CityPlane; holes are walls
    std::vector<SquareCorner> corners;
    /// An end of each piece of its rings that runs between two barred nodes: it meets nothing but the ground.
    std::vector<NodeId> piece_ends;
    bool is_private = false;
    bool is_steps = false;   ///< walked as steps are
    bool is_in_main = false; ///< its outline is (see WalkNetwork::edge_in_main)
    OpenGround open;         ///< `ground`, ready to be asked
};

/// Those of its corners and of `piece_ends`.
std::vector<NodeId> nodes_of(const Square& square);

/// A straight way from a point of a square to one of its corners.
struct Sight
{
    NodeId node{};
    float metres = 0.0F;
};

/// Whether the straight line between two points of the square stays on its ground (see OpenGround).
bool sees(const Square& square, const Point& a, const Point& b);

/// False only where the straight line between the corner and another point leaves the ground at once, or a shortest walk along it does
/// not go on at the corner: at a bend that it does not touch. Quickly told.
bool may_be_needed(const SquareCorner& corner, const Point& other);

/// To the corners that a shortest walk from a point of the square may need, in their order.
std::vector<Sight> sights_from(const Square& square, const Point& from);

} // namespace gis
