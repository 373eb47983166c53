#include "layers/osm/osm_layers.hpp"

#include "domain/city/issue_code.hpp"
#include "layers/osm/osm_tags.hpp"

namespace fieldgap {

std::vector<Estate> estates_of_osm(OsmFeatures features, const gis::CityPlane& plane, Findings& findings)
{
    std::vector<Estate> estates;
    for (const gis::OsmFeature& feature : features) {
        if (feature.tags["landuse"] != "residential") {
            continue;
        }
        if (feature.kind == gis::OsmKind::node) {
            findings.push_back(osm::left_out(osm::finding_at(IssueCode::osm_node_no_area, "residential", feature, plane)));
            continue;
        }
        Estate estate;
        estate.id = feature.id();
        estate.name = osm::name_of(feature.tags);
        estate.ground = osm::ground_of(feature, "residential", plane, findings);
        if (!estate.ground.empty()) {
            estates.push_back(std::move(estate));
        }
    }
    osm::sort_by_id(estates);
    return estates;
}

} // namespace fieldgap
