#include "layers/crs/fit_relation.hpp"

#include "gis/geometry/middle.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr std::size_t most_tested = 2000;
constexpr double outline_m = 5.0;

using Names = std::unordered_map<std::string, std::vector<std::size_t>>;

Names names_of(const FitRelation& relation, const FitLayer& grounds)
{
    Names names;
    for (std::size_t i = 0; i < grounds.features.size(); ++i) {
        const FitFeature& ground = grounds.features[i];
        if (!ground.owner.empty()) {
            names[ground.owner].push_back(i);
        }
        if (relation.owner_is_id && ground.id != ground.owner) {
            names[ground.id].push_back(i);
        }
    }
    return names;
}

const std::vector<std::size_t>& named_by(const FitRelation& relation, const FitFeature& point, const Names& names)
{
    static const std::vector<std::size_t> none;
    const auto found = names.find(relation.by_id ? point.id : point.owner);
    return found == names.end() ? none : found->second;
}

std::optional<gis::Point> middle_of_box(const gis::Box& box)
{
    return box.is_empty() ? std::nullopt : std::optional(gis::middle_of(box));
}

/// The points of a geometry that are compared: a point, or the rings of polygons.
template <class Visit>
void for_each_point(gis::Geometry& geometry, const Visit& visit)
{
    if (auto* point = std::get_if<gis::Point>(&geometry)) {
        visit(*point);
    } else if (auto* polygons = std::get_if<gis::MultiPolygon>(&geometry)) {
        for (gis::Polygon& polygon : *polygons) {
            std::for_each(polygon.outer.begin(), polygon.outer.end(), visit);
            for (gis::Ring& hole : polygon.holes) {
                std::for_each(hole.begin(), hole.end(), visit);
            }
        }
    }
}

/// The features' geometry under another reading; a geometry of which a point has no place is none.
std::vector<gis::Geometry> reread(const FitLayer& layer, const gis::SourceCrs& reading)
{
    std::vector<gis::Geometry> geometries;
    std::vector<gis::Point> points;
    for (const FitFeature& feature : layer.features) {
        geometries.push_back(feature.degrees);
        for_each_point(geometries.back(), [&](const gis::Point& point) { points.push_back(point); });
    }
    if (reading == layer.reading) {
        return geometries;
    }
    std::vector<gis::Point> numbers;
    const auto written = gis::written_of(layer.reading, points);
    for (const auto& number : written) {
        numbers.push_back(number.value_or(gis::Point{}));
    }
    const auto moved = gis::to_degrees(reading, numbers);
    std::size_t next = 0;
    for (gis::Geometry& geometry : geometries) {
        bool is_whole = true;
        for_each_point(geometry, [&](gis::Point& point) {
            is_whole = is_whole && written[next] && moved[next];
            point = moved[next].value_or(point);
            ++next;
        });
        geometry = is_whole ? std::move(geometry) : gis::Geometry();
    }
    return geometries;
}

} // namespace

std::optional<FitRelation> relation_between(Role points, Role grounds)
{
    if (points == Role::schools && grounds == Role::campuses) {
        return FitRelation{true, false, false, false};
    }
    if (points == Role::schools && grounds == Role::districts) {
        return FitRelation{false, true, false, true};
    }
    if (points == Role::fields && grounds == Role::campuses) {
        return FitRelation{false, false, false, false};
    }
    if (points == Role::gates && (grounds == Role::campuses || grounds == Role::venues)) {
        return FitRelation{false, true, true, grounds == Role::venues};
    }
    return std::nullopt;
}

FitLayer read_as(FitLayer layer, const gis::SourceCrs& reading)
{
    auto geometries = reread(layer, reading);
    for (std::size_t i = 0; i < geometries.size(); ++i) {
        layer.features[i].degrees = std::move(geometries[i]);
    }
    layer.reading = reading;
    return layer;
}

gis::CityPlane fit_centre(const std::vector<FitLayer>& layers)
{
    std::vector<gis::Point> middles;
    for (const FitLayer& layer : layers) {
        for (const FitFeature& feature : layer.features) {
            if (const auto at = middle_of_box(gis::bounds(feature.degrees))) {
                middles.push_back(*at);
            }
        }
    }
    return gis::CityPlane(middles.empty() ? gis::Point{} : gis::median(middles));
}

PlacedFeatures placed_features(const FitLayer& layer, const gis::SourceCrs& reading, const gis::CityPlane& plane)
{
    PlacedFeatures placed;
    placed.layer = &layer;
    for (gis::Geometry& geometry : reread(layer, reading)) {
        geometry = plane.to_plane(std::move(geometry));
        const auto* polygons = std::get_if<gis::MultiPolygon>(&geometry);
        placed.at.push_back(middle_of_box(gis::bounds(geometry)));
        placed.ground.push_back(polygons != nullptr ? *polygons : gis::MultiPolygon());
    }
    return placed;
}

PlacedFeatures moved_by(PlacedFeatures placed, const gis::Point& offset_m)
{
    const auto move = [&](gis::Point& point) { point = {point.x + offset_m.x, point.y + offset_m.y}; };
    for (std::size_t i = 0; i < placed.at.size(); ++i) {
        if (placed.at[i]) {
            move(*placed.at[i]);
        }
        gis::Geometry ground = std::move(placed.ground[i]);
        for_each_point(ground, move);
        placed.ground[i] = std::get<gis::MultiPolygon>(std::move(ground));
    }
    return placed;
}

FitTest::FitTest(const FitRelation& relation, const PlacedFeatures& points, const PlacedFeatures& grounds)
    : relation_(relation), points_(points), grounds_(grounds), index_(grounds.ground)
{
    const Names names = names_of(relation, *grounds.layer);
    const auto& features = points.layer->features;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < features.size(); ++i) {
        const bool is_named = !named_by(relation, features[i], names).empty();
        if (!std::holds_alternative<std::monostate>(features[i].degrees) && (is_named || !relation.named_only)) {
            order.push_back(i);
        }
    }
    // By id, so that the sample does not depend on the order of the file.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return features[a].id < features[b].id; });
    const std::size_t step = order.size() / most_tested + 1;
    for (std::size_t i = 0; i < order.size() && !grounds.ground.empty(); i += step) {
        tested_.push_back(order[i]);
        named_.push_back(named_by(relation, features[order[i]], names));
    }
}

bool FitTest::is_hit(std::size_t ground, const gis::Point& point) const
{
    const gis::MultiPolygon& shape = grounds_.ground[ground];
    return relation_.on_outline ? gis::distance_to_outline_m(shape, point) <= outline_m : gis::contains(shape, point);
}

std::vector<char> FitTest::hits(const gis::Point& move_m) const
{
    std::vector<char> hits;
    for (std::size_t i = 0; i < tested_.size(); ++i) {
        const auto& at = points_.at[tested_[i]];
        if (!at) {
            hits.push_back(0);
            continue;
        }
        const gis::Point point{at->x + move_m.x, at->y + move_m.y};
        const auto near = index_.near(point, outline_m);
        const bool is_any = named_[i].empty();
        const auto agrees = [&](std::uint32_t ground) {
            return (is_any || std::find(named_[i].begin(), named_[i].end(), ground) != named_[i].end()) && is_hit(ground, point);
        };
        hits.push_back(std::any_of(near.begin(), near.end(), agrees) ? 1 : 0);
    }
    return hits;
}

void append_ways(const FitRelation& relation, const PlacedFeatures& points, const PlacedFeatures& grounds, double sign,
                 std::vector<gis::Point>& ways_m)
{
    const Names names = names_of(relation, *grounds.layer);
    for (std::size_t i = 0; i < points.at.size() && !relation.named_only; ++i) {
        const auto& named = named_by(relation, points.layer->features[i], names);
        if (named.size() == 1 && points.at[i] && grounds.at[named.front()]) {
            const gis::Point& end = *grounds.at[named.front()];
            ways_m.push_back({sign * (end.x - points.at[i]->x), sign * (end.y - points.at[i]->y)});
        }
    }
}

std::optional<gis::Point> common_way(const std::vector<gis::Point>& ways_m)
{
    constexpr std::size_t least_ways = 8;
    constexpr double alike_m = 60.0;
    if (ways_m.size() < least_ways) {
        return std::nullopt;
    }
    const gis::Point middle = gis::median(ways_m);
    const auto alike =
        std::count_if(ways_m.begin(), ways_m.end(), [&](const gis::Point& way) { return gis::distance_m(way, middle) < alike_m; });
    const bool is_common = 2 * static_cast<std::size_t>(alike) >= ways_m.size() && std::hypot(middle.x, middle.y) > alike_m;
    return is_common ? std::optional(middle) : std::nullopt;
}

} // namespace fieldgap
