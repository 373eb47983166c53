#include "gis/network/square.hpp"

namespace gis {

std::vector<NodeId> nodes_of(const Square& square)
{
    std::vector<NodeId> nodes = square.piece_ends;
    for (const SquareCorner& corner : square.corners) {
        nodes.push_back(corner.node);
    }
    return nodes;
}

bool sees(const Square& square, const Point& a, const Point& b)
{
    return square.open.sees(a, b);
}

bool may_be_needed(const SquareCorner& corner, const Point& other)
{
    return (!corner.is_bend || !are_on_both_sides(other, corner.at, corner.before, corner.after)) &&
           (!corner.is_on_ring || looks_inward(other, corner.at, corner.before, corner.after));
}

std::vector<Sight> sights_from(const Square& square, const Point& from)
{
    std::vector<Sight> sights;
    for (const SquareCorner& corner : square.corners) {
        if (may_be_needed(corner, from) && square.open.sees(from, corner.at)) {
            sights.push_back({corner.node, static_cast<float>(distance_m(from, corner.at))});
        }
    }
    return sights;
}

} // namespace gis
