#include "layers/input/surroundings.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/outline.hpp"
#include "gis/network/part_lengths.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace fieldgap {
namespace {

constexpr double least_margin_m = 5000.0;
/// The plane is true to 5e-5 up to 100 km from its centre, and what is wider than this is no city.
constexpr double widest_m = 1.0e6;
constexpr double most_latitude = 85.0;

gis::Box box_of(const gis::Point& at)
{
    return {at.x, at.y, at.x, at.y};
}

/// Schools, and campuses that name one or lie around one.
std::vector<gis::Box> places_of_schools(const City& city)
{
    std::vector<gis::Box> places;
    const gis::PolygonIndex campuses(city.campuses);
    std::vector<bool> is_theirs(city.campuses.size());
    for (const School& school : city.schools) {
        places.push_back(box_of(school.at));
        if (const auto around = campuses.first_holding(school.at)) {
            is_theirs[*around] = true;
        }
    }
    for (std::size_t c = 0; c < city.campuses.size(); ++c) {
        if (is_theirs[c] || !city.campuses[c].school_id.empty()) {
            places.push_back(gis::bounds(city.campuses[c].ground));
        }
    }
    return places;
}

gis::Box box_of(const Venue& venue)
{
    gis::Box box = gis::bounds(venue.ground);
    box.add(venue.at);
    return box;
}

gis::Box united(const std::vector<gis::Box>& boxes)
{
    gis::Box all;
    for (const gis::Box& box : boxes) {
        all.add(box);
    }
    return all;
}

/// How far one comes at the fastest of the speeds that are tried.
double limit_m(const WalkSettings& walk)
{
    return walk.minutes * std::max(walk.speed_m_per_min, walk.speeds.back());
}

/// The outline of a box, in so small steps that what bulges out between two of them in another projection is nothing.
std::vector<gis::Point> outline_of(const gis::Box& box)
{
    constexpr int steps = 64;
    std::vector<gis::Point> points;
    for (int i = 0; i <= steps; ++i) {
        const double x = box.min_x + (box.max_x - box.min_x) * i / steps;
        const double y = box.min_y + (box.max_y - box.min_y) * i / steps;
        points.insert(points.end(), {{x, box.min_y}, {x, box.max_y}, {box.min_x, y}, {box.max_x, y}});
    }
    return points;
}

} // namespace

gis::Box extent_of(const City& city, const WalkSettings& walk)
{
    const std::vector<gis::Box> schools = places_of_schools(city);
    const gis::Box all_schools = united(schools);
    gis::Box extent = all_schools;
    for (const std::vector<Venue>* venues : {&city.venues, &city.new_venues}) {
        for (const Venue& venue : *venues) {
            const gis::Box box = box_of(venue);
            const auto is_near = [&](const gis::Box& school) { return gis::distance_m(school, box) <= limit_m(walk); };
            // One that sticks out of nothing changes nothing: few are looked at more closely.
            if (!holds(all_schools, box) && is_near(all_schools) && std::any_of(schools.begin(), schools.end(), is_near)) {
                extent.add(box);
            }
        }
    }
    extent.add(extent_of(city.estates));
    return extent;
}

gis::Box extent_of(std::span<const Estate> estates)
{
    gis::Box extent;
    for (const Estate& estate : estates) {
        extent.add(gis::bounds(estate.ground));
        if (estate.at) {
            extent.add(*estate.at);
        }
    }
    return extent;
}

bool holds(const gis::Box& outer, const gis::Box& inner)
{
    return inner.is_empty() ||
           (outer.min_x <= inner.min_x && inner.max_x <= outer.max_x && outer.min_y <= inner.min_y && inner.max_y <= outer.max_y);
}

double margin_m(const Settings& settings)
{
    const auto& walks_m = settings.estates.max_walk_m;
    // Givers that are near and out of reach are looked for as far as twice the limit.
    const double longest_m =
        std::max({2.0 * limit_m(settings.walk), walks_m[Stage::primary], walks_m[Stage::junior], walks_m[Stage::senior]});
    return std::max(least_margin_m, longest_m / 2.0 + gis::main_part_m);
}

std::optional<Surroundings> surroundings_of(const gis::Box& extent, double by_m, const gis::CityPlane& plane)
{
    if (extent.is_empty()) {
        return std::nullopt;
    }
    Surroundings around{extent.widened(by_m), {}};
    const gis::Box& wide = around.metres;
    if (!(wide.max_x - wide.min_x < widest_m && wide.max_y - wide.min_y < widest_m) ||
        !holds({-widest_m, -widest_m, widest_m, widest_m}, wide)) {
        return std::nullopt;
    }
    std::vector<gis::Point> outline = outline_of(wide);
    plane.to_degrees(outline);
    for (const gis::Point& at : outline) {
        if (!std::isfinite(at.x) || !std::isfinite(at.y) || std::fabs(at.x - plane.centre().x) > 90.0 || std::fabs(at.y) > most_latitude) {
            return std::nullopt;
        }
        around.degrees.add(at);
    }
    return around;
}

gis::Box whole_within(const Surroundings& around)
{
    return around.metres.widened(-gis::main_part_m);
}

} // namespace fieldgap
