#pragma once
// OSM features drawn in metres around a school district, handed over in degrees.

#include "gis/geometry/plane.hpp"
#include "layers/osm_layers.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace fieldgap::test {

using Tags = std::vector<std::pair<std::string, std::string>>;

inline const gis::CityPlane& plane()
{
    static const gis::CityPlane at_tianjin(gis::Point{117.2, 39.1});
    return at_tianjin;
}

/// A rectangle with its lower left corner at (x, y).
inline gis::Ring rectangle(double x, double y, double width, double height)
{
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}};
}

inline gis::OsmFeature feature(gis::OsmKind kind, std::int64_t number, Tags tags, gis::Geometry metres)
{
    gis::OsmFeature made;
    made.kind = kind;
    made.number = number;
    made.tags.list = std::move(tags);
    made.geometry = plane().to_degrees(std::move(metres));
    return made;
}

inline gis::OsmFeature node(std::int64_t number, Tags tags, double x, double y)
{
    return feature(gis::OsmKind::node, number, std::move(tags), gis::Point{x, y});
}

inline gis::OsmFeature way(std::int64_t number, Tags tags, gis::Ring ring)
{
    return feature(gis::OsmKind::way, number, std::move(tags), gis::MultiPolygon{{std::move(ring), {}}});
}

inline gis::OsmFeature relation(std::int64_t number, Tags tags, gis::MultiPolygon ground)
{
    return feature(gis::OsmKind::relation, number, std::move(tags), std::move(ground));
}

/// Members outside the file; something of it is known to be at (x, y).
inline gis::OsmFeature broken(std::int64_t number, Tags tags, const std::string& problem, double x, double y)
{
    gis::OsmFeature made = feature(gis::OsmKind::relation, number, std::move(tags), std::monostate());
    made.problem = problem;
    made.near = plane().to_degrees(gis::Point{x, y});
    return made;
}

inline std::size_t count_of(const Findings& findings, Doubt doubt)
{
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.doubt == doubt; }));
}

/// The findings as `code layer id`, in their order.
inline std::vector<std::string> told(const Findings& findings)
{
    std::vector<std::string> lines;
    for (const Finding& finding : findings) {
        lines.push_back(std::string(code_of(finding.doubt)) + " " + finding.layer + " " + finding.feature_id);
    }
    return lines;
}

} // namespace fieldgap::test
