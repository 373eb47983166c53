#include "gis/network/square_corners.hpp"

#include "gis/geometry/rings.hpp"

#include <algorithm>
#include <utility>

namespace gis {
namespace {

/// Less than this is no bend: vertices in a row are so far from it by projecting.
constexpr double straight_m = 1e-5;

/// A corner that may be found several times: where rings touch, and on a ring as a junction.
struct FoundCorner
{
    std::uint32_t street_node = 0;
    SquareCorner corner;
};

/// Whether a walk around the ring turns right at `at`, by more than what counts as straight.
bool turns_right(const Point& before, const Point& at, const Point& after)
{
    const double cross = (at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x);
    return cross < -straight_m * distance_m(before, after);
}

class Corners
{
public:
    Corners(const StreetSquare& square, std::span<const Point> at_plane) : junctions_(square.junctions), at_plane_(at_plane)
    {
        ground_.outer = take_ring(square.outer, true);
        for (const auto& hole : square.holes) {
            ground_.holes.push_back(take_ring(hole, false));
        }
        for (const std::uint32_t node : square.junctions) {
            found_.push_back({node, {NodeId{}, take_point(), false, false, {}, {}}});
        }
    }

    SquareDraft draft(std::uint8_t flags) &&
    {
        std::stable_sort(found_.begin(), found_.end(),
                         [](const FoundCorner& a, const FoundCorner& b) { return a.street_node < b.street_node; });
        SquareDraft draft{Square(std::move(ground_), {}, (flags & line_private) != 0), {}};
        draft.square.is_steps = (flags & line_steps) != 0;
        for (const FoundCorner& each : found_) {
            const bool is_known = !draft.street_node.empty() && draft.street_node.back() == each.street_node;
            if (!is_known) {
                draft.street_node.push_back(each.street_node);
                draft.square.corners.push_back(each.corner);
            } else if (each.corner.is_on_ring) { // two rings touch there
                draft.square.corners.back().is_bend = false;
                draft.square.corners.back().is_on_ring = false;
            }
        }
        return draft;
    }

private:
    Point take_point() { return at_plane_[taken_++]; }

    Ring take_ring(const std::vector<std::uint32_t>& nodes, bool is_outer)
    {
        Ring ring;
        while (ring.size() < nodes.size()) {
            ring.push_back(take_point());
        }
        const bool is_ground_left = (signed_ring_area_m2(ring) > 0.0) == is_outer;
        const std::size_t count = ring.size() - 1;
        for (std::size_t i = 0; i < count; ++i) {
            Point before = ring[(i + count - 1) % count];
            Point after = ring[i + 1];
            if (!is_ground_left) {
                std::swap(before, after);
            }
            // With the ground on the left of the walk, walls stick into it where the walk turns right.
            const bool is_junction = std::binary_search(junctions_.begin(), junctions_.end(), nodes[i]);
            if (is_junction || turns_right(before, ring[i], after)) {
                found_.push_back({nodes[i], {NodeId{}, ring[i], !is_junction, true, before, after}});
            }
        }
        return ring;
    }

    const std::vector<std::uint32_t>& junctions_;
    std::span<const Point> at_plane_;
    std::size_t taken_ = 0;
    Polygon ground_;
    std::vector<FoundCorner> found_;
};

using NodePair = std::pair<std::uint32_t, std::uint32_t>; ///< the smaller first

/// Two neighbours on a ring.
struct RingSegment
{
    NodePair nodes;
    std::size_t square = 0;
};

bool is_barred(const Streets& streets, std::uint32_t node)
{
    return (streets.node_flags[node] & (node_barred | node_private)) != 0;
}

/// Of the rings on which a node is barred, in the order of their nodes.
std::vector<RingSegment> segments_of_barred_rings(const Streets& streets)
{
    std::vector<RingSegment> segments;
    for (std::size_t square = 0; square < streets.squares.size(); ++square) {
        const auto add = [&](const std::vector<std::uint32_t>& ring) {
            if (std::any_of(ring.begin(), ring.end(), [&streets](std::uint32_t node) { return is_barred(streets, node); })) {
                for (std::size_t i = 1; i < ring.size(); ++i) {
                    segments.push_back({std::minmax(ring[i - 1], ring[i]), square});
                }
            }
        };
        add(streets.squares[square].outer);
        std::for_each(streets.squares[square].holes.begin(), streets.squares[square].holes.end(), add);
    }
    std::sort(segments.begin(), segments.end(), [](const RingSegment& a, const RingSegment& b) { return a.nodes < b.nodes; });
    return segments;
}

} // namespace

SquareDraft square_draft(const StreetSquare& square, std::span<const Point> at_plane)
{
    return Corners(square, at_plane).draft(square.flags);
}

std::vector<std::uint32_t> nodes_of(const StreetSquare& square)
{
    std::vector<std::uint32_t> nodes = square.outer;
    for (const auto& hole : square.holes) {
        nodes.insert(nodes.end(), hole.begin(), hole.end());
    }
    nodes.insert(nodes.end(), square.junctions.begin(), square.junctions.end());
    return nodes;
}

void note_ring_pieces(const Streets& streets, const StreetChains& chains, const NodeOrder& nodes, std::vector<SquareDraft>& squares)
{
    const std::vector<RingSegment> segments = segments_of_barred_rings(streets);
    for (std::size_t chain = 0; !segments.empty() && chain < chains.count(); ++chain) {
        const auto refs = chains.of(chain);
        if ((chains.flags[chain] & line_sight) != 0 || !is_barred(streets, refs.front()) || !is_barred(streets, refs.back())) {
            continue;
        }
        const RingSegment first{std::minmax(refs[0], refs[1]), 0};
        const auto along = std::equal_range(segments.begin(), segments.end(), first,
                                            [](const RingSegment& a, const RingSegment& b) { return a.nodes < b.nodes; });
        for (auto segment = along.first; segment != along.second; ++segment) {
            Square& square = squares[segment->square].square;
            if (square.is_private == ((chains.flags[chain] & line_private) != 0)) {
                square.piece_ends.push_back(NodeId{nodes.of_chain[chain].first});
            }
        }
    }
}

} // namespace gis
