#include "layers/rows/read_buildings.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"
#include "layers/osm/osm_tags.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

/// In degrees.
std::vector<gis::Box> boxes_of_outdoor_fields(const std::vector<Field>& fields, const gis::CityPlane& plane)
{
    std::vector<gis::Box> boxes;
    for (const Field& field : fields) {
        if (field.kind == FieldKind::outdoor) {
            boxes.push_back(gis::bounds(plane.to_degrees(field.ground)));
        }
    }
    return boxes;
}

bool comes_before(const gis::MultiPolygon& a, const gis::MultiPolygon& b)
{
    const gis::Box box_a = gis::bounds(a);
    const gis::Box box_b = gis::bounds(b);
    return std::tie(box_a.min_x, box_a.min_y, box_a.max_x, box_a.max_y) < std::tie(box_b.min_x, box_b.min_y, box_b.max_x, box_b.max_y);
}

} // namespace

BuildingsOnFields::BuildingsOnFields(const std::vector<Field>& fields, const gis::CityPlane& plane)
    : plane_(plane), fields_(boxes_of_outdoor_fields(fields, plane))
{
}

void BuildingsOnFields::take_layer(const gis::VectorLayer& layer)
{
    for (const gis::VectorFeature& row : layer.features) {
        gis::throw_if_interrupted();
        take(row.geometry);
    }
}

void BuildingsOnFields::take_osm(std::span<const gis::OsmFeature> features)
{
    for (const gis::OsmFeature& feature : features) {
        gis::throw_if_interrupted();
        if (feature.kind != gis::OsmKind::node && osm::is_set(feature.tags, "building")) {
            take(feature.geometry);
        }
    }
}

void BuildingsOnFields::take(const gis::Geometry& degrees)
{
    const auto* outline = std::get_if<gis::MultiPolygon>(&degrees);
    ++(outline == nullptr ? without_outline_ : with_outline_);
    if (outline != nullptr && !fields_.meeting(gis::bounds(*outline)).empty()) {
        kept_.push_back(gis::repaired(plane_.to_plane(*outline)).ground);
    }
}

std::vector<gis::MultiPolygon> BuildingsOnFields::taken(Findings& findings)
{
    if (without_outline_ > 0) {
        findings.push_back({IssueCode::buildings_not_polygons, "buildings", "", {}, {without_outline_}, {}, without_outline_});
    }
    std::erase_if(kept_, [](const gis::MultiPolygon& ground) { return ground.empty(); });
    std::stable_sort(kept_.begin(), kept_.end(), comes_before);
    return std::move(kept_);
}

} // namespace fieldgap
