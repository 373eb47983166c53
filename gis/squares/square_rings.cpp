#include "gis/squares/square_rings.hpp"

#include "gis/geometry/rings.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <utility>

namespace gis {
namespace {

using NodeRing = std::vector<std::uint32_t>;
using NodePair = std::pair<std::uint32_t, std::uint32_t>; ///< the smaller first

/// Those that an odd number of lines have, sorted.
std::vector<NodePair> segments_of(const std::vector<std::span<const std::uint32_t>>& lines)
{
    std::vector<NodePair> all;
    for (const auto& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            if (line[i - 1] != line[i]) {
                all.emplace_back(std::minmax(line[i - 1], line[i]));
            }
        }
    }
    std::sort(all.begin(), all.end());
    std::vector<NodePair> odd;
    for (const NodePair& segment : all) {
        if (!odd.empty() && odd.back() == segment) {
            odd.pop_back();
        } else {
            odd.push_back(segment);
        }
    }
    return odd;
}

/// Follows segments from node to node; whenever it comes back to a node on its way, the round is a ring.
class RingWalk
{
public:
    explicit RingWalk(const std::vector<NodePair>& segments)
    {
        for (const auto& [a, b] : segments) {
            nodes_.push_back(a);
            nodes_.push_back(b);
        }
        std::sort(nodes_.begin(), nodes_.end());
        nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
        next_.resize(nodes_.size());
        for (const auto& [a, b] : segments) {
            next_[place(a)].push_back(place(b));
            next_[place(b)].push_back(place(a));
        }
    }

    bool closes() const
    {
        return std::all_of(next_.begin(), next_.end(), [](const auto& next) { return next.size() % 2 == 0; });
    }

    std::vector<NodeRing> rings()
    {
        on_way_.assign(nodes_.size(), false);
        for (std::uint32_t start = 0; start < nodes_.size(); ++start) {
            while (!next_[start].empty()) {
                follow(start);
            }
        }
        return std::move(rings_);
    }

private:
    std::uint32_t place(std::uint32_t node) const
    {
        return static_cast<std::uint32_t>(std::lower_bound(nodes_.begin(), nodes_.end(), node) - nodes_.begin());
    }

    void follow(std::uint32_t start)
    {
        std::vector<std::uint32_t> way{start};
        on_way_[start] = true;
        while (!next_[way.back()].empty()) {
            const std::uint32_t to = step_from(way.back());
            if (on_way_[to]) {
                take_ring(way, to);
            } else {
                on_way_[to] = true;
                way.push_back(to);
            }
        }
        on_way_[start] = false; // where all segments close, the way ends where it began
    }

    std::uint32_t step_from(std::uint32_t from)
    {
        const std::uint32_t to = next_[from].back();
        next_[from].pop_back();
        next_[to].erase(std::find(next_[to].begin(), next_[to].end(), from));
        return to;
    }

    void take_ring(std::vector<std::uint32_t>& way, std::uint32_t back_at)
    {
        NodeRing ring{nodes_[back_at]};
        while (way.back() != back_at) {
            ring.push_back(nodes_[way.back()]);
            on_way_[way.back()] = false;
            way.pop_back();
        }
        ring.push_back(nodes_[back_at]);
        rings_.push_back(std::move(ring));
    }

    std::vector<std::uint32_t> nodes_;
    std::vector<std::vector<std::uint32_t>> next_; ///< by place in `nodes_`
    std::vector<bool> on_way_;
    std::vector<NodeRing> rings_;
};

/// On which side of the line from `a` to `b`: 0 on it. Differences of 1e-7 degrees, the grid of OpenStreetMap, show.
int side(const Point& a, const Point& b, const Point& p)
{
    constexpr double rounding = 1e-15;
    const double cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    return cross > rounding ? 1 : cross < -rounding ? -1 : 0;
}

bool crosses_itself(std::vector<NodePair> segments, const std::vector<Point>& node)
{
    const auto min_x = [&node](const NodePair& s) { return std::fmin(node[s.first].x, node[s.second].x); };
    const auto max_x = [&node](const NodePair& s) { return std::fmax(node[s.first].x, node[s.second].x); };
    std::sort(segments.begin(), segments.end(), [&](const NodePair& a, const NodePair& b) { return min_x(a) < min_x(b); });
    for (std::size_t i = 0; i < segments.size(); ++i) {
        throw_if_interrupted();
        const Point& a = node[segments[i].first];
        const Point& b = node[segments[i].second];
        for (std::size_t j = i + 1; j < segments.size() && min_x(segments[j]) <= max_x(segments[i]); ++j) {
            const Point& c = node[segments[j].first];
            const Point& d = node[segments[j].second];
            const bool may_meet = std::fmin(a.y, b.y) <= std::fmax(c.y, d.y) && std::fmin(c.y, d.y) <= std::fmax(a.y, b.y);
            if (may_meet && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) {
                return true;
            }
        }
    }
    return false;
}

/// A ring with its points, and in how many others it lies.
struct PlacedRing
{
    NodeRing nodes;
    Ring points;
    double size = 0.0;
    std::vector<std::size_t> around; ///< rings that lie around it, the largest first
};

std::vector<PlacedRing> placed(std::vector<NodeRing> rings, const std::vector<Point>& node)
{
    std::vector<PlacedRing> all;
    for (NodeRing& nodes : rings) {
        PlacedRing ring{std::move(nodes), {}, 0.0, {}};
        for (const std::uint32_t each : ring.nodes) {
            ring.points.push_back(node[each]);
        }
        ring.size = std::fabs(signed_ring_area_m2(ring.points));
        all.push_back(std::move(ring));
    }
    std::stable_sort(all.begin(), all.end(), [](const PlacedRing& a, const PlacedRing& b) { return a.size > b.size; });
    for (std::size_t i = 0; i < all.size(); ++i) {
        throw_if_interrupted();
        // Rings may share nodes, but no stretch: the middle of one lies in the other or outside it.
        const Point middle{(all[i].points[0].x + all[i].points[1].x) / 2.0, (all[i].points[0].y + all[i].points[1].y) / 2.0};
        for (std::size_t j = 0; j < i; ++j) {
            if (is_inside_ring(all[j].points, middle)) {
                all[i].around.push_back(j);
            }
        }
    }
    return all;
}

/// Rings in an even number of others are ground, the others holes in the smallest ring around them.
std::vector<NodeGround> nested(std::vector<PlacedRing> rings)
{
    std::vector<NodeGround> grounds;
    std::vector<std::size_t> ground_of_ring(rings.size());
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (rings[i].around.size() % 2 == 0) {
            ground_of_ring[i] = grounds.size();
            grounds.push_back({std::move(rings[i].nodes), {}});
        } else {
            grounds[ground_of_ring[rings[i].around.back()]].holes.push_back(std::move(rings[i].nodes));
        }
    }
    return grounds;
}

} // namespace

SquareRings square_rings(const std::vector<std::span<const std::uint32_t>>& lines, const std::vector<Point>& node)
{
    const std::vector<NodePair> segments = segments_of(lines);
    if (segments.size() > max_square_nodes) {
        return {{}, SquareFault::too_large};
    }
    RingWalk walk(segments);
    if (segments.empty() || !walk.closes()) {
        return {{}, SquareFault::open};
    }
    if (crosses_itself(segments, node)) {
        return {{}, SquareFault::crosses_itself};
    }
    return {nested(placed(walk.rings(), node)), std::nullopt};
}

} // namespace gis
