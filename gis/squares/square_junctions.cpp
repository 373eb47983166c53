#include "gis/squares/square_junctions.hpp"

#include "gis/geometry/rings.hpp"

#include <algorithm>

namespace gis {
namespace {

/// A node of a line that is no ring, and what the line says of it.
struct Touch
{
    std::uint32_t node = 0;
    bool is_end = false;
    bool has_level = false; ///< the square's
};

class Junctions
{
public:
    Junctions(const Streets& streets, const SquareSurroundings& at) : streets_(streets), at_(at)
    {
        const auto add = [&](const std::vector<std::uint32_t>& ring) {
            ring_nodes_.insert(ring_nodes_.end(), ring.begin(), ring.end());
            rings_.emplace_back();
            for (const std::uint32_t node : ring) {
                rings_.back().push_back(streets.node[node]);
            }
        };
        add(at.square.outer);
        std::for_each(at.square.holes.begin(), at.square.holes.end(), add);
        std::sort(ring_nodes_.begin(), ring_nodes_.end());
    }

    std::vector<std::uint32_t> found()
    {
        add_touches();
        std::vector<std::uint32_t> junctions;
        for (auto begin = touches_.begin(); begin != touches_.end();) {
            const auto end = std::find_if(begin, touches_.end(), [&](const Touch& touch) { return touch.node != begin->node; });
            if (is_junction(std::vector<Touch>(begin, end))) {
                junctions.push_back(begin->node);
            }
            begin = end;
        }
        return junctions;
    }

private:
    void add_touches()
    {
        const std::vector<std::uint64_t> keys = ring_keys(at_.square);
        for (const NearSegment& near : at_.near) {
            const std::uint32_t from = streets_.ref[near.at];
            const std::uint32_t to = streets_.ref[near.at + 1];
            if (std::binary_search(keys.begin(), keys.end(), segment_key(from, to))) {
                continue;
            }
            const std::uint32_t begin = streets_.first_ref[near.line];
            const std::uint32_t last = streets_.first_ref[near.line + 1] - 1;
            const bool is_round = streets_.ref[begin] == streets_.ref[last];
            const bool has_level = at_.level_of_line[near.line] == at_.level;
            touches_.push_back({from, !is_round && near.at == begin, has_level});
            touches_.push_back({to, !is_round && near.at + 1 == last, has_level});
        }
        std::stable_sort(touches_.begin(), touches_.end(), [](const Touch& a, const Touch& b) { return a.node < b.node; });
    }

    bool is_junction(const std::vector<Touch>& touches) const
    {
        const std::uint32_t node = touches.front().node;
        if ((streets_.node_flags[node] & node_barred) != 0) {
            return false;
        }
        if (std::binary_search(ring_nodes_.begin(), ring_nodes_.end(), node)) {
            return true;
        }
        const bool is_shared = touches.size() > 2 || std::any_of(touches.begin(), touches.end(), [](const Touch& t) { return t.is_end; });
        // Steps and ramps from another level that end here lead here.
        const bool is_here = touches.size() == 1 || std::any_of(touches.begin(), touches.end(), [](const Touch& t) { return t.has_level; });
        return is_shared && is_here && holds(streets_.node[node]);
    }

    bool holds(const Point& at) const
    {
        return is_inside_ring(rings_.front(), at) &&
               std::none_of(rings_.begin() + 1, rings_.end(), [&at](const Ring& hole) { return is_inside_ring(hole, at); });
    }

    const Streets& streets_;
    const SquareSurroundings& at_;
    std::vector<std::uint32_t> ring_nodes_; ///< sorted
    std::vector<Ring> rings_;               ///< the outer one first
    std::vector<Touch> touches_;
};

} // namespace

std::vector<std::uint32_t> square_junctions(const Streets& streets, const SquareSurroundings& at)
{
    return Junctions(streets, at).found();
}

} // namespace gis
