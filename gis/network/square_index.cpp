#include "gis/network/square_index.hpp"

#include <algorithm>

namespace gis {
namespace {

/// Of the squares that are chosen; the others' are empty.
std::vector<Box> boxes_of(const WalkNetwork& network, bool in_main)
{
    std::vector<Box> boxes;
    boxes.reserve(network.squares.size());
    for (const Square& square : network.squares) {
        boxes.push_back(square.is_in_main == in_main ? square.open.bounds().widened(sight_slack_m) : Box());
    }
    return boxes;
}

} // namespace

SquareIndex::SquareIndex(const WalkNetwork& network, bool in_main) : network_(&network), boxes_(boxes_of(network, in_main)) {}

template <class Visit>
void SquareIndex::visit_holding(const Point& at, const Visit& visit) const
{
    boxes_.meeting({at.x, at.y, at.x, at.y}, [&](std::uint32_t square) {
        if (network_->squares[square].open.holds(at)) {
            visit(square);
        }
    });
}

std::vector<std::uint32_t> SquareIndex::holding(const Point& at) const
{
    std::vector<std::uint32_t> squares;
    visit_holding(at, [&squares](std::uint32_t square) { squares.push_back(square); });
    std::sort(squares.begin(), squares.end());
    return squares;
}

std::uint32_t SquareIndex::first_holding(const Point& at) const
{
    std::uint32_t first = no_square;
    visit_holding(at, [&first](std::uint32_t square) { first = std::min(first, square); });
    return first;
}

bool SquareIndex::may_meet(const Box& box) const
{
    bool meets = false;
    boxes_.meeting(box, [&meets](std::uint32_t) { meets = true; });
    return meets;
}

} // namespace gis
