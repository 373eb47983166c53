#include "gis/squares/outline_crossings.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/joining/vertex_joiner.hpp"
#include "gis/sight/nearest_on_segment.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace gis {
namespace {

constexpr double metres_in_degree = 111'195.0; // good enough to tell what is within 1 cm
constexpr double near_m2 = max_vertex_join_m * max_vertex_join_m;

/// A segment by its nodes, in metres around the square.
struct FlatSegment
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Point a;
    Point b;
    Box box;
};

double side(const FlatSegment& of, const Point& p)
{
    return (of.b.x - of.a.x) * (p.y - of.a.y) - (of.b.y - of.a.y) * (p.x - of.a.x);
}

/// Where `way` crosses `ring`, as a share of `way`. A node that lies on the other segment counts as left of it, so that a way through a
/// node is found once.
std::optional<double> crossing(const FlatSegment& way, const FlatSegment& ring)
{
    const double from = side(ring, way.a);
    const double to = side(ring, way.b);
    if ((from >= 0.0) == (to >= 0.0) || (side(way, ring.a) >= 0.0) == (side(way, ring.b) >= 0.0)) {
        return std::nullopt;
    }
    return from / (from - to);
}

double share_of(const FlatSegment& segment, const Point& at)
{
    const double length_m = distance_m(segment.a, segment.b);
    const double share = length_m > 0.0 ? std::fmin(distance_m(segment.a, at) / length_m, 1.0) : 0.0;
    return segment.from < segment.to ? share : 1.0 - share;
}

class Crossings
{
public:
    Crossings(Streets& streets, const SquareSurroundings& at)
        : streets_(streets), at_(at), middle_(streets.node[at.square.outer.front()]),
          metres_east_(metres_in_degree * std::cos(middle_.y * 3.14159265358979323846 / 180.0)), keys_(ring_keys(at.square))
    {
        add_ring(at.square.outer);
        for (const auto& hole : at.square.holes) {
            add_ring(hole);
        }
    }

    std::vector<Joint> joints()
    {
        for (const NearSegment& near : at_.near) {
            const std::uint32_t from = streets_.ref[near.at];
            const std::uint32_t to = streets_.ref[near.at + 1];
            if (at_.level_of_line[near.line] != at_.level || std::binary_search(keys_.begin(), keys_.end(), segment_key(from, to))) {
                continue;
            }
            const FlatSegment way = flat(from, to);
            cross(way);
            if (is_first(near)) {
                end_at(way, from, way.a);
            }
            if (is_last(near)) {
                end_at(way, to, way.b);
            }
        }
        return std::move(joints_);
    }

private:
    Point flat(const Point& degrees) const { return {(degrees.x - middle_.x) * metres_east_, (degrees.y - middle_.y) * metres_in_degree}; }

    FlatSegment flat(std::uint32_t from, std::uint32_t to) const
    {
        FlatSegment segment{from, to, flat(streets_.node[from]), flat(streets_.node[to]), {}};
        segment.box = box_between(segment.a, segment.b).widened(vertex_join_m);
        return segment;
    }

    void add_ring(const std::vector<std::uint32_t>& ring)
    {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            rings_.push_back(flat(ring[i - 1], ring[i]));
        }
    }

    bool is_first(const NearSegment& near) const { return near.at == streets_.first_ref[near.line]; }
    bool is_last(const NearSegment& near) const { return near.at + 2 == streets_.first_ref[near.line + 1]; }

    static bool share_node(const FlatSegment& a, const FlatSegment& b)
    {
        return a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to;
    }

    void cross(const FlatSegment& way)
    {
        for (const FlatSegment& ring : rings_) {
            if (!way.box.meets(ring.box) || share_node(way, ring)) {
                continue;
            }
            if (const auto share = crossing(way, ring)) {
                join(way, ring, {way.a.x + (way.b.x - way.a.x) * *share, way.a.y + (way.b.y - way.a.y) * *share});
            }
        }
    }

    /// A way's end that lies on a ring, to 1 cm on either side.
    void end_at(const FlatSegment& way, std::uint32_t node, const Point& end)
    {
        for (const FlatSegment& ring : rings_) {
            const bool is_on = ring.from != node && ring.to != node && nearest_on_segment(end, ring.a, ring.b).squared_m2 <= near_m2;
            if (is_on && !share_node(way, ring)) {
                join(way, ring, end);
            }
        }
    }

    /// At a node of the ring, else one of the way, else a new one.
    void join(const FlatSegment& way, const FlatSegment& ring, const Point& at)
    {
        const auto node_of_ring = node_at(ring, at);
        const auto node_of_way = node_at(way, at);
        const std::uint32_t node = node_of_ring ? *node_of_ring : node_of_way ? *node_of_way : new_node(at);
        if (!node_of_ring) {
            joints_.push_back({segment_key(ring.from, ring.to), share_of(ring, at), node});
        }
        if (node_of_ring || !node_of_way) {
            joints_.push_back({segment_key(way.from, way.to), share_of(way, at), node});
        }
    }

    static std::optional<std::uint32_t> node_at(const FlatSegment& segment, const Point& at)
    {
        const double from_m = distance_m(segment.a, at);
        const double to_m = distance_m(segment.b, at);
        if (std::fmin(from_m, to_m) > max_vertex_join_m) {
            return std::nullopt;
        }
        return from_m <= to_m ? segment.from : segment.to;
    }

    std::uint32_t new_node(const Point& at)
    {
        streets_.node.push_back({middle_.x + at.x / metres_east_, middle_.y + at.y / metres_in_degree});
        streets_.node_flags.push_back(0);
        return static_cast<std::uint32_t>(streets_.node.size() - 1);
    }

    Streets& streets_;
    const SquareSurroundings& at_;
    Point middle_;
    double metres_east_;
    std::vector<std::uint64_t> keys_; ///< of the rings
    std::vector<FlatSegment> rings_;
    std::vector<Joint> joints_;
};

} // namespace

std::vector<Joint> outline_joints(Streets& streets, const SquareSurroundings& at)
{
    return Crossings(streets, at).joints();
}

} // namespace gis
