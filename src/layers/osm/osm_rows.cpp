#include "layers/osm/osm_rows.hpp"

#include "layers/osm/osm_ground_tags.hpp"
#include "layers/osm/osm_school_tags.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

template <class Claim>
std::size_t count(OsmFeatures features, const Claim& claim)
{
    return static_cast<std::size_t>(std::count_if(features.begin(), features.end(), claim));
}

} // namespace

std::size_t osm_school_rows(OsmFeatures features)
{
    return count(features, osm::is_school);
}

std::size_t osm_campus_rows(OsmFeatures features)
{
    return count(features, [](const gis::OsmFeature& feature) {
        const bool is_outline = feature.kind != gis::OsmKind::node && !osm::is_site_of_members(feature);
        return osm::is_education_ground(feature) || (is_outline && osm::is_school(feature) && osm::sign_of_school(feature.tags).is_school);
    });
}

std::size_t osm_ground_rows(OsmFeatures features)
{
    return count(features, [](const gis::OsmFeature& feature) { return osm::ground_kind_of(feature.tags) != osm::GroundKind::none; });
}

std::size_t osm_district_rows(OsmFeatures features, int admin_level)
{
    const std::string level = std::to_string(admin_level);
    return count(features, [&level](const gis::OsmFeature& feature) {
        const bool is_area = feature.kind == gis::OsmKind::relation || (feature.kind == gis::OsmKind::way && !feature.in_boundary);
        return is_area && feature.tags["boundary"] == "administrative" && feature.tags["admin_level"] == level;
    });
}

std::size_t osm_estate_rows(OsmFeatures features)
{
    return count(features, [](const gis::OsmFeature& feature) { return feature.tags["landuse"] == "residential"; });
}

} // namespace fieldgap
