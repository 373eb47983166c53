#include "gis/joining/street_line_collector.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/joining/doubled_lines.hpp"
#include "gis/joining/line_joining.hpp"
#include "gis/joining/street_gaps.hpp"
#include "gis/joining/vertex_joiner.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gis {
namespace {

bool is_finite(const Point& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Without the vertices that would join their own predecessor: a finely drawn curve must not shrink to one node. Both ends stay.
Line thinned(const Line& line)
{
    Line kept{line.front()};
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        if (geodesic_length_m(kept.back(), line[i]) > max_vertex_join_m) {
            kept.push_back(line[i]);
        }
    }
    if (kept.size() > 1 && geodesic_length_m(kept.back(), line.back()) <= max_vertex_join_m) {
        kept.pop_back();
    }
    kept.push_back(line.back());
    return kept;
}

} // namespace

void StreetLineCollector::add(const Line& line, std::uint8_t flags, std::uint32_t kind, const StreetLevel& level)
{
    if (line.size() >= 2 && std::all_of(line.begin(), line.end(), is_finite)) {
        lines_.add(thinned(line), flags, kind, level);
    }
}

Streets StreetLineCollector::streets(const CityPlane& plane, double join_m, std::vector<StreetKind> kinds) &&
{
    const FlatLines drawn = std::move(lines_);
    JoinedLines joined = joined_lines(drawn, plane, join_m);
    JoinedVertices vertices = joined_vertices(joined.lines.vertex);
    Streets streets;
    streets.node = std::move(vertices.node);
    streets.node_flags.assign(streets.node.size(), 0);
    streets.first_ref = std::move(joined.lines.first);
    streets.ref = vertices.node_of_vertex;
    streets.line_flags = std::move(joined.lines.flags);
    streets.line_kind = std::move(joined.lines.kind);
    streets.kinds = std::move(kinds);
    streets.gaps = street_gaps(streets, joined.loose, vertices.node_of_vertex);
    drop_doubled_lines(streets);
    return streets;
}

} // namespace gis
