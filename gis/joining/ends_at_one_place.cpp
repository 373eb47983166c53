#include "gis/joining/ends_at_one_place.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/joining/crowded_points.hpp"
#include "gis/joining/vertex_joiner.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace gis {
namespace {

/// An end of a line, and the place that it shares with others.
struct WayEnd
{
    std::uint32_t place = 0;
    StreetLevel level;
    std::uint32_t node = 0;

    friend auto operator<=>(const WayEnd&, const WayEnd&) = default;
};

template <class Visit>
void for_each_end(const Streets& streets, const std::vector<StreetLevel>& level_of_line, const Visit& visit)
{
    for (std::size_t line = 0; line < level_of_line.size(); ++line) {
        const std::uint32_t first = streets.ref[streets.first_ref[line]];
        const std::uint32_t last = streets.ref[streets.first_ref[line + 1] - 1];
        if (first != last) {
            visit(first, level_of_line[line]);
            visit(last, level_of_line[line]);
        }
    }
}

/// Per node whether lines end in it and another end may be at its place: few do.
std::vector<bool> crowded_ends(const Streets& streets, const std::vector<StreetLevel>& level_of_line)
{
    std::vector<bool> is_end(streets.node.size());
    std::vector<std::uint32_t> nodes;
    std::vector<Point> places;
    nodes.reserve(2 * level_of_line.size());
    places.reserve(2 * level_of_line.size());
    for_each_end(streets, level_of_line, [&](std::uint32_t node, const StreetLevel&) {
        if (!is_end[node]) {
            is_end[node] = true;
            nodes.push_back(node);
            places.push_back(streets.node[node]);
        }
    });
    const std::vector<bool> is_crowded = crowded(places);
    std::vector<bool> result(streets.node.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        result[nodes[i]] = is_crowded[i];
    }
    return result;
}

/// Those that may share their place, each once, by node.
std::vector<WayEnd> ends_of(const Streets& streets, const std::vector<StreetLevel>& level_of_line)
{
    const std::vector<bool> is_crowded = crowded_ends(streets, level_of_line);
    std::vector<WayEnd> ends;
    for_each_end(streets, level_of_line, [&](std::uint32_t node, const StreetLevel& level) {
        if (is_crowded[node]) {
            ends.push_back({0, level, node});
        }
    });
    const auto key = [](const WayEnd& end) { return std::tie(end.node, end.level); };
    std::sort(ends.begin(), ends.end(), [&](const WayEnd& a, const WayEnd& b) { return key(a) < key(b); });
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

void find_places(const Streets& streets, std::vector<WayEnd>& ends)
{
    std::vector<Point> points;
    std::vector<std::size_t> point_of_end;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (i == 0 || ends[i - 1].node != ends[i].node) {
            points.push_back(streets.node[ends[i].node]);
        }
        point_of_end.push_back(points.size() - 1);
    }
    const JoinedVertices joined = joined_vertices(points);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        ends[i].place = joined.node_of_vertex[point_of_end[i]];
    }
    std::sort(ends.begin(), ends.end());
}

/// Which node stands for another; nodes that several levels join are followed to the last.
class Stand
{
public:
    std::uint32_t in_for(std::uint32_t node) const
    {
        for (auto found = of_.find(node); found != of_.end(); found = of_.find(node)) {
            node = found->second;
        }
        return node;
    }

    /// False where they are one already.
    bool join(std::uint32_t a, std::uint32_t b)
    {
        const auto [smaller, greater] = std::minmax({in_for(a), in_for(b)});
        return smaller != greater && of_.emplace(greater, smaller).second;
    }

    bool is_empty() const { return of_.empty(); }

    /// With each node for which another stands.
    template <class Visit>
    void for_each(const Visit& visit) const
    {
        for (const auto& each : of_) {
            visit(each.first);
        }
    }

private:
    std::unordered_map<std::uint32_t, std::uint32_t> of_;
};

} // namespace

void join_ends_at_one_place(Streets& streets, const std::vector<StreetLevel>& level_of_line)
{
    std::vector<WayEnd> ends = ends_of(streets, level_of_line);
    find_places(streets, ends);
    Stand stand;
    for (std::size_t i = 1; i < ends.size(); ++i) {
        const WayEnd& before = ends[i - 1];
        const WayEnd& end = ends[i];
        if (before.place == end.place && before.level == end.level && stand.join(before.node, end.node)) {
            const double metres = geodesic_length_m(streets.node[before.node], streets.node[end.node]);
            streets.gaps.push_back({streets.node[end.node], metres, before.node, end.node, true});
        }
    }
    if (stand.is_empty()) {
        return;
    }
    stand.for_each([&](std::uint32_t node) {
        std::uint8_t& flags = streets.node_flags[stand.in_for(node)];
        flags = static_cast<std::uint8_t>(flags | streets.node_flags[node]);
    });
    for (std::uint32_t& node : streets.ref) {
        node = stand.in_for(node);
    }
    const auto place = [](const StreetGap& gap) { return std::tie(gap.at.x, gap.at.y, gap.metres); };
    std::sort(streets.gaps.begin(), streets.gaps.end(), [&](const StreetGap& a, const StreetGap& b) { return place(a) < place(b); });
}

} // namespace gis
