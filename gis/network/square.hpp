#pragma once
// Squares: ground that is crossed on foot in straight lines of sight (docs/rules.md rule 8).

#include "gis/network/network_ids.hpp"
#include "gis/network/open_ground.hpp"

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
    /// Nothing but a bend of a ring: who passes it turns around it, between its neighbours `before` and `after` on the ring.
    bool is_bend = false;
    Point before;
    Point after;
};

/// Lines of sight between its corners are edges of the network already.
struct Square
{
    Square(Polygon ground_of, std::vector<SquareCorner> corners_of, bool is_private_ground)
        : ground(std::move(ground_of)), corners(std::move(corners_of)), is_private(is_private_ground), open(ground)
    {
    }

    Polygon ground; ///< CityPlane; holes are walls
    std::vector<SquareCorner> corners;
    bool is_private = false;
    bool is_steps = false; ///< walked as steps are
    OpenGround open;       ///< `ground`, ready to be asked
};

/// A straight way from a point of a square to one of its corners.
struct Sight
{
    NodeId node{};
    float metres = 0.0F;
};

/// Whether the straight line between two points of the square stays on its ground (see OpenGround).
bool sees(const Square& square, const Point& a, const Point& b);

/// Whether a shortest walk from `from` may go on at the corner: always at a junction, at a bend only where the line touches it.
bool may_lead_on(const SquareCorner& corner, const Point& from);

/// To the corners that a shortest walk from a point of the square may need, in their order.
std::vector<Sight> sights_from(const Square& square, const Point& from);

} // namespace gis
