#include "layers/osm/osm_tags.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"
#include "layers/table/geometry_words.hpp"
#include "layers/table/ground_limit.hpp"
#include "words/ascii.hpp"

namespace fieldgap::osm {
namespace {

bool is_finite(const gis::Point& p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

/// (0, 0) is how a reader says that nothing is known.
std::optional<gis::Point> some_point_of(const gis::OsmFeature& feature)
{
    if (const auto* node = std::get_if<gis::Point>(&feature.geometry)) {
        return *node;
    }
    if (feature.near != gis::Point()) {
        return feature.near;
    }
    const gis::Box box = gis::bounds(feature.geometry);
    return box.is_empty() ? std::nullopt : std::optional(gis::middle_of(box));
}

Outline no_outline(IssueCode code, std::string_view layer, const gis::OsmFeature& feature, const gis::CityPlane& plane,
                   std::vector<words::Value> values = {})
{
    return {{}, left_out(finding_at(code, layer, feature, plane, std::move(values)))};
}

void fill_holes(gis::MultiPolygon& ground)
{
    for (gis::Polygon& polygon : ground) {
        polygon.holes.clear();
    }
}

} // namespace

std::vector<std::string_view> values_of(std::string_view list)
{
    std::vector<std::string_view> values;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(";,"), list.size());
        const std::string_view value = words::trimmed(list.substr(0, end));
        if (!value.empty()) {
            values.push_back(value);
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return values;
}

bool are_all_of(const std::vector<std::string_view>& values, std::initializer_list<std::string_view> those)
{
    return !values.empty() &&
           std::all_of(values.begin(), values.end(), [&](std::string_view value) { return words::is_one_of(value, those); });
}

std::string name_of(const gis::OsmTags& tags)
{
    for (const std::string_view key : {"name", "name:zh", "official_name", "short_name"}) {
        const std::string_view name = words::trimmed(tags[key]);
        if (!name.empty()) {
            return std::string(name);
        }
    }
    return {};
}

std::optional<gis::Point> position_of(const gis::OsmFeature& feature, const gis::CityPlane& plane)
{
    const std::optional<gis::Point> degrees = some_point_of(feature);
    if (!degrees || !is_finite(*degrees)) {
        return std::nullopt;
    }
    const gis::Point at = plane.to_plane(*degrees);
    return is_finite(at) ? std::optional(at) : std::nullopt;
}

Finding finding_at(IssueCode code, std::string_view layer, const gis::OsmFeature& feature, const gis::CityPlane& plane,
                   std::vector<words::Value> values)
{
    const std::optional<gis::Point> at = position_of(feature, plane);
    return {code, std::string(layer), feature.id(), at ? gis::Geometry(*at) : gis::Geometry(), std::move(values)};
}

Outline outline_of(const gis::OsmFeature& feature, std::string_view layer, const gis::CityPlane& plane, Holes holes, Limit limit)
{
    gis::throw_if_interrupted();
    if (feature.kind == gis::OsmKind::node) {
        return {};
    }
    if (std::holds_alternative<gis::MultiLine>(feature.geometry)) {
        return no_outline(IssueCode::osm_open_line, layer, feature, plane);
    }
    const gis::MultiPolygon* drawn = std::get_if<gis::MultiPolygon>(&feature.geometry);
    if (drawn == nullptr) {
        return no_outline(feature.problem == "ring" ? IssueCode::osm_ring_broken : IssueCode::osm_incomplete, layer, feature, plane);
    }
    if (auto finding = limit == Limit::site ? too_large(*drawn, plane, std::string(layer), feature.id()) : std::nullopt) {
        return {{}, left_out(std::move(*finding))};
    }
    gis::MultiPolygon degrees = *drawn;
    if (holes == Holes::filled) {
        fill_holes(degrees);
    }
    gis::Repair repair = gis::repaired(plane.to_plane(std::move(degrees)));
    if (repair.ground.empty()) {
        return no_outline(IssueCode::osm_outline_lost, layer, feature, plane, {repair_reason_in_words(repair.reason, "too few points")});
    }
    Outline outline = {std::move(repair.ground), std::nullopt};
    if (repair.was_invalid) {
        outline.finding = finding_at(IssueCode::osm_outline_mended, layer, feature, plane,
                                     {repair_reason_in_words(repair.reason), gis::area(outline.ground).square_metres()});
    }
    return outline;
}

gis::MultiPolygon ground_of(const gis::OsmFeature& feature, std::string_view layer, const gis::CityPlane& plane, Findings& findings,
                            Limit limit)
{
    Outline outline = outline_of(feature, layer, plane, Holes::kept, limit);
    if (outline.finding) {
        findings.push_back(std::move(*outline.finding));
    }
    return std::move(outline.ground);
}

} // namespace fieldgap::osm
