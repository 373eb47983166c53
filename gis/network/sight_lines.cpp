#include "gis/network/sight_lines.hpp"

#include "gis/interrupt.hpp"
#include "gis/network/degree_metres.hpp"
#include "gis/network/square_corners.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <utility>

namespace gis {
namespace {

using CornerPair = std::pair<std::uint32_t, std::uint32_t>; ///< positions in Square::corners

/// Whether a square's lines of sight end apart from all other lines at a node: private lines meet at a node that lets them through.
bool has_side(std::uint8_t node_flags, const Square& square)
{
    return (node_flags & node_barred) != 0 || ((node_flags & node_private) != 0 && !square.is_private);
}

/// Pairs of corners of one square that see each other and may need to.
class SightPairs
{
public:
    SightPairs(const Streets& streets, const StreetSquare& square, const SquareDraft& draft)
        : streets_(streets), draft_(draft), corners_(draft.square.corners)
    {
        add_neighbours(square.outer);
        for (const auto& hole : square.holes) {
            add_neighbours(hole);
        }
        std::sort(neighbours_.begin(), neighbours_.end());
    }

    std::vector<CornerPair> pairs()
    {
        std::vector<CornerPair> all;
        for (std::uint32_t i = 0; i < corners_.size(); ++i) {
            throw_if_interrupted();
            for (std::uint32_t j = i + 1; j < corners_.size(); ++j) {
                if (may_be_needed(corners_[i], corners_[j].at) && may_be_needed(corners_[j], corners_[i].at) && !are_neighbours(i, j) &&
                    sees(draft_.square, corners_[i].at, corners_[j].at)) {
                    all.emplace_back(i, j);
                }
            }
        }
        return all;
    }

private:
    void add_neighbours(const std::vector<std::uint32_t>& ring)
    {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            neighbours_.emplace_back(std::minmax(ring[i - 1], ring[i]));
        }
    }

    bool has_own_side(std::uint32_t corner) const { return has_side(streets_.node_flags[draft_.street_node[corner]], draft_.square); }

    /// With the outline between them, which leads from the one to the other.
    bool are_neighbours(std::uint32_t i, std::uint32_t j) const
    {
        if (has_own_side(i) || has_own_side(j)) {
            return false;
        }
        const std::pair<std::uint32_t, std::uint32_t> both = std::minmax(draft_.street_node[i], draft_.street_node[j]);
        return std::binary_search(neighbours_.begin(), neighbours_.end(), both);
    }

    const Streets& streets_;
    const SquareDraft& draft_;
    const std::vector<SquareCorner>& corners_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> neighbours_; ///< on the rings, street nodes
};

std::vector<SquareDraft> drafts_of(const Streets& streets, const CityPlane& plane)
{
    std::vector<Point> at;
    std::vector<std::size_t> first{0};
    for (const StreetSquare& square : streets.squares) {
        for (const std::uint32_t node : nodes_of(square)) {
            at.push_back(streets.node[node]);
        }
        first.push_back(at.size());
    }
    to_plane_in_bulk(at, plane);
    std::vector<SquareDraft> drafts;
    for (std::size_t i = 0; i < streets.squares.size(); ++i) {
        drafts.push_back(square_draft(streets.squares[i], std::span(at).subspan(first[i], first[i + 1] - first[i])));
    }
    return drafts;
}

void mark_corners(Streets& streets, std::uint32_t kind, SquareDraft& draft, std::vector<SquareSide>& sides)
{
    for (std::uint32_t& node : draft.street_node) {
        const std::uint8_t flags = streets.node_flags[node];
        if (has_side(flags, draft.square)) {
            const std::uint32_t barred = node;
            const Point at = streets.node[barred];
            node = static_cast<std::uint32_t>(streets.node.size());
            streets.node.push_back(at);
            streets.node_flags.push_back(static_cast<std::uint8_t>(flags & ~(node_barred | node_private)));
            sides.push_back({node, barred, kind});
        }
        streets.node_flags[node] = static_cast<std::uint8_t>(streets.node_flags[node] | node_corner);
    }
}

} // namespace

SightLines add_sight_lines(Streets& streets, const CityPlane& plane)
{
    SightLines lines{drafts_of(streets, plane), {}};
    std::vector<SquareDraft>& drafts = lines.squares;
    std::vector<std::vector<CornerPair>> pairs(drafts.size());
    tbb::parallel_for(std::size_t{0}, drafts.size(),
                      [&](std::size_t i) { pairs[i] = SightPairs(streets, streets.squares[i], drafts[i]).pairs(); });
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        mark_corners(streets, streets.squares[i].kind, drafts[i], lines.sides);
        const auto flags = static_cast<std::uint8_t>(streets.squares[i].flags | line_sight);
        for (const auto& [from, to] : pairs[i]) {
            streets.ref.push_back(drafts[i].street_node[from]);
            streets.ref.push_back(drafts[i].street_node[to]);
            streets.first_ref.push_back(static_cast<std::uint32_t>(streets.ref.size()));
            streets.line_flags.push_back(flags);
            streets.line_kind.push_back(streets.squares[i].kind);
        }
    }
    return lines;
}

} // namespace gis
