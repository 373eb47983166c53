#include "osm_support.hpp"

#include <algorithm>

namespace fieldgap::test {

const gis::CityPlane& plane()
{
    static const gis::CityPlane at_tianjin(gis::Point{117.2, 39.1});
    return at_tianjin;
}

gis::Ring rectangle(double x, double y, double width, double height)
{
    return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}};
}

gis::OsmFeature feature(gis::OsmKind kind, std::int64_t number, Tags tags, gis::Geometry metres)
{
    gis::OsmFeature made;
    made.kind = kind;
    made.number = number;
    made.tags.list = std::move(tags);
    made.geometry = plane().to_degrees(std::move(metres));
    return made;
}

gis::OsmFeature node(std::int64_t number, Tags tags, double x, double y)
{
    return feature(gis::OsmKind::node, number, std::move(tags), gis::Point{x, y});
}

gis::OsmFeature way(std::int64_t number, Tags tags, gis::Ring ring)
{
    return feature(gis::OsmKind::way, number, std::move(tags), gis::MultiPolygon{{std::move(ring), {}}});
}

gis::OsmFeature relation(std::int64_t number, Tags tags, gis::MultiPolygon ground)
{
    return feature(gis::OsmKind::relation, number, std::move(tags), std::move(ground));
}

gis::OsmFeature broken(std::int64_t number, Tags tags, const std::string& problem, double x, double y)
{
    gis::OsmFeature made = feature(gis::OsmKind::relation, number, std::move(tags), std::monostate());
    made.problem = problem;
    made.near = plane().to_degrees(gis::Point{x, y});
    return made;
}

std::size_t count_of(const Findings& findings, IssueCode code)
{
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; }));
}

std::vector<std::string> told(const Findings& findings)
{
    std::vector<std::string> lines;
    for (const Finding& finding : findings) {
        lines.push_back(std::string(code_of(finding.code)) + " " + finding.layer + " " + finding.feature_id);
    }
    return lines;
}

} // namespace fieldgap::test
