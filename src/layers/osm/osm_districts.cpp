#include "layers/osm/osm_layers.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/osm/osm_tags.hpp"
#include "words/nearest.hpp"

namespace fieldgap {
namespace {

bool is_boundary(const gis::OsmFeature& feature)
{
    const bool is_area = feature.kind == gis::OsmKind::relation || (feature.kind == gis::OsmKind::way && !feature.in_boundary);
    return is_area && feature.tags["boundary"] == "administrative";
}

} // namespace

std::vector<District> districts_of_osm(OsmFeatures features, int admin_level, const gis::CityPlane& plane, Findings& findings)
{
    const std::string wanted_level = std::to_string(admin_level);
    std::vector<District> districts;
    std::set<std::string> other_levels;
    bool found = false;
    for (const gis::OsmFeature& feature : features) {
        if (!is_boundary(feature)) {
            continue;
        }
        const std::string level(feature.tags["admin_level"]);
        if (level != wanted_level) {
            other_levels.insert(level.empty() ? "?" : level);
            continue;
        }
        found = true;
        gis::MultiPolygon ground = osm::ground_of(feature, "districts", plane, findings, osm::Limit::none);
        if (!ground.empty()) {
            districts.push_back({feature.id(), osm::name_of(feature.tags), std::move(ground)});
        }
    }
    if (!found) {
        const std::string others = words::joined({other_levels.begin(), other_levels.end()});
        findings.push_back({IssueCode::osm_no_district, "districts", {}, {}, {admin_level, others.empty() ? "none" : others}});
    }
    osm::sort_by_id(districts);
    return districts;
}

} // namespace fieldgap
