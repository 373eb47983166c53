#include "layers/osm/osm_campuses.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/osm/osm_school_tags.hpp"

#include <unordered_map>

namespace fieldgap {
namespace {

/// Of the schools that are nodes and stand in no outline of a school.
std::vector<gis::Point> nodes_without_outline(OsmFeatures features, const std::vector<Campus>& outlines, const gis::CityPlane& plane)
{
    const gis::PolygonIndex index(outlines);
    std::vector<gis::Point> points;
    for (const gis::OsmFeature& feature : features) {
        if (feature.kind == gis::OsmKind::node && osm::is_school(feature) && osm::sign_of_school(feature.tags).is_school) {
            const auto at = osm::position_of(feature, plane);
            if (at && !index.first_holding(*at)) {
                points.push_back(*at);
            }
        }
    }
    return points;
}

/// The site relations that have a feature as a member, by the feature's id.
std::unordered_map<std::string, std::string> sites_of_members(OsmFeatures features)
{
    std::unordered_map<std::string, std::string> site_of;
    for (const gis::OsmFeature& feature : features) {
        if (osm::is_site_of_members(feature) && osm::is_school(feature)) {
            for (const std::string& member : feature.members) {
                site_of.emplace(member, feature.id());
            }
        }
    }
    return site_of;
}

/// landuse=education: several schools on one ground are nodes in it, and it belongs to them by location; or it is a member of a site.
void add_education_grounds(OsmFeatures features, const gis::CityPlane& plane, std::vector<Campus>& campuses, Findings& findings)
{
    const std::vector<gis::Point> schools = nodes_without_outline(features, campuses, plane);
    const auto site_of = sites_of_members(features);
    for (const gis::OsmFeature& feature : features) {
        if (!osm::is_education_ground(feature)) {
            continue;
        }
        gis::MultiPolygon ground = osm::ground_of(feature, "campuses", plane, findings);
        const auto site = site_of.find(feature.id());
        const bool holds_school =
            std::any_of(schools.begin(), schools.end(), [&](const gis::Point& at) { return gis::contains(ground, at); });
        if (!ground.empty() && (holds_school || site != site_of.end())) {
            campuses.push_back(
                {feature.id(), site == site_of.end() ? "" : site->second, osm::name_of(feature.tags), std::move(ground), true});
        } else if (!ground.empty()) {
            findings.push_back(osm::left_out(osm::finding_at(IssueCode::osm_education_unused, "campuses", feature, plane)));
        }
    }
}

} // namespace

std::vector<Campus> campuses_of_osm(OsmFeatures features, const gis::CityPlane& plane, bool names_schools, Findings& findings)
{
    std::vector<Campus> campuses;
    Findings own;
    for (const gis::OsmFeature& feature : features) {
        const bool is_outline = feature.kind != gis::OsmKind::node && !osm::is_site_of_members(feature);
        if (!is_outline || !osm::is_school(feature) || !osm::sign_of_school(feature.tags).is_school) {
            continue;
        }
        gis::MultiPolygon ground = osm::ground_of(feature, "campuses", plane, own);
        if (!ground.empty()) {
            const std::string id = feature.id();
            campuses.push_back({id, names_schools ? id : std::string(), osm::name_of(feature.tags), std::move(ground), true});
        }
    }
    if (!names_schools) {
        findings.insert(findings.end(), own.begin(), own.end());
    }
    add_education_grounds(features, plane, campuses, findings);
    osm::sort_by_id(campuses);
    return campuses;
}

} // namespace fieldgap
