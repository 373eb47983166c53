#include "layers/crs/offset_search.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/crs/fit_relation.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr int most_steps = 20;
constexpr double step_m = 10.0;
constexpr std::size_t most_fields = 200;
constexpr std::size_t least_fields = 3;
constexpr double pull = 0.15; ///< corners are looked at this far towards the middle: fields reach to the edge of their campus

/// A field as some points, and the grounds of its school.
struct TestedField
{
    std::vector<gis::Point> points;
    std::vector<gis::MultiPolygon> campuses;
};

std::vector<gis::Point> points_of(const gis::MultiPolygon& ground)
{
    const gis::Point middle = gis::middle_of(gis::bounds(ground));
    std::vector<gis::Point> points = {middle};
    for (const gis::Polygon& polygon : ground) {
        for (const gis::Point& corner : polygon.outer) {
            points.push_back({corner.x + (middle.x - corner.x) * pull, corner.y + (middle.y - corner.y) * pull});
        }
    }
    return points;
}

/// Those of the school that the field names, else all that a move may bring it to.
std::vector<gis::MultiPolygon> campuses_for(const FitFeature& field, const gis::MultiPolygon& ground, const FitLayer& campuses,
                                            const gis::PolygonIndex& placed)
{
    std::vector<gis::MultiPolygon> list;
    for (const std::uint32_t i : placed.meeting(gis::bounds(ground).widened(most_steps * step_m))) {
        if (field.owner.empty() || campuses.features[i].owner == field.owner) {
            list.push_back(placed[i]);
        }
    }
    return list;
}

std::vector<TestedField> tested_fields(const FitLayer& fields, const FitLayer& campuses)
{
    const gis::CityPlane plane = fit_centre({campuses});
    const PlacedFeatures placed_campuses = placed_features(campuses, campuses.reading, plane);
    const PlacedFeatures placed_fields = placed_features(fields, fields.reading, plane);
    const gis::PolygonIndex grounds(placed_campuses.ground);
    std::vector<TestedField> tested;
    for (std::size_t i = 0; i < fields.features.size() && tested.size() < most_fields; ++i) {
        const gis::MultiPolygon& ground = placed_fields.ground[i];
        auto near = ground.empty() ? std::vector<gis::MultiPolygon>() : campuses_for(fields.features[i], ground, campuses, grounds);
        if (!near.empty()) {
            tested.push_back({points_of(ground), std::move(near)});
        }
    }
    return tested;
}

bool lies_in_campus(const TestedField& field, const gis::Point& move_m)
{
    return std::any_of(field.campuses.begin(), field.campuses.end(), [&](const gis::MultiPolygon& campus) {
        return std::all_of(field.points.begin(), field.points.end(), [&](const gis::Point& point) {
            return gis::contains(campus, {point.x + move_m.x, point.y + move_m.y});
        });
    });
}

std::size_t agreeing(const std::vector<TestedField>& fields, const gis::Point& move_m)
{
    return static_cast<std::size_t>(
        std::count_if(fields.begin(), fields.end(), [&](const TestedField& field) { return lies_in_campus(field, move_m); }));
}

} // namespace

std::optional<FoundOffset> offset_into_campuses(const FitLayer& fields, const FitLayer& campuses)
{
    const std::vector<TestedField> tested = tested_fields(fields, campuses);
    FoundOffset found{{}, tested.size(), agreeing(tested, {}), 0};
    if (tested.size() < least_fields || 10 * found.agree_declared > 6 * tested.size()) {
        return std::nullopt;
    }
    std::vector<gis::Point> best;
    for (int east = -most_steps; east <= most_steps; ++east) {
        for (int north = -most_steps; north <= most_steps; ++north) {
            const gis::Point move_m{east * step_m, north * step_m};
            const std::size_t agree = agreeing(tested, move_m);
            if (agree > found.agree_then) {
                best.clear();
                found.agree_then = agree;
            }
            if (agree == found.agree_then && agree > 0) {
                best.push_back(move_m);
            }
        }
    }
    if (best.empty() || 10 * found.agree_then < 9 * tested.size()) {
        return std::nullopt;
    }
    found.offset_m = gis::median(best);
    return found;
}

} // namespace fieldgap
