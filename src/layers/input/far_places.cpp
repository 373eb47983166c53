#include "layers/input/far_places.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

/// A layer is of another city where it lies farther off than the schools lie from their middle; in a town, than a large town's own way.
constexpr double least_far_layer_m = 20'000.0;
constexpr double far_district_km = 50.0;
/// A place is far from the rest where the way to it is longer than three times that to the farthest of the rest, and a town's own size.
constexpr double times_the_rest = 3.0;
constexpr double size_of_town_m = 50'000.0;
/// What more than a tenth of a layer does is what the layer is like.
constexpr std::size_t largest_part_far = 10;

struct Placed
{
    std::string id;
    gis::Point at; ///< in the plane, like the city
    gis::Box box;
};

template <class Thing>
std::vector<Placed> with_ground(const std::vector<Thing>& things)
{
    std::vector<Placed> placed;
    for (const Thing& thing : things) {
        if (!thing.ground.empty()) {
            const gis::Box box = gis::bounds(thing.ground);
            placed.push_back({thing.id, gis::middle_of(box), box});
        }
    }
    return placed;
}

/// Estates may be points.
std::vector<Placed> with_place(const std::vector<Estate>& estates)
{
    std::vector<Placed> placed = with_ground(estates);
    for (const Estate& estate : estates) {
        if (estate.ground.empty() && estate.at) {
            gis::Box box;
            box.add(*estate.at);
            placed.push_back({estate.id, *estate.at, box});
        }
    }
    return placed;
}

template <class Thing>
std::vector<Placed> with_point(const std::vector<Thing>& things)
{
    std::vector<Placed> placed;
    for (const Thing& thing : things) {
        gis::Box box;
        box.add(thing.at);
        placed.push_back({thing.id, thing.at, box});
    }
    return placed;
}

gis::Point middle_of(const std::vector<Placed>& places)
{
    std::vector<gis::Point> points;
    for (const Placed& one : places) {
        points.push_back(one.at);
    }
    return gis::median(points);
}

double gap_km(const gis::Box& a, const gis::Box& b)
{
    const double dx_m = std::max({a.min_x - b.max_x, b.min_x - a.max_x, 0.0});
    const double dy_m = std::max({a.min_y - b.max_y, b.min_y - a.max_y, 0.0});
    return std::hypot(dx_m, dy_m) / 1000.0;
}

double farthest_of_the_rest_m(double radius_m)
{
    return times_the_rest * radius_m + size_of_town_m;
}

/// How far the places lie from the middle but for single ones far off: from the nearer half outwards, up to a gap behind which few lie.
double radius_of_m(const std::vector<Placed>& places, const gis::Point& middle, double least_m)
{
    std::vector<double> distances_m;
    for (const Placed& one : places) {
        distances_m.push_back(gis::distance_m(one.at, middle));
    }
    std::sort(distances_m.begin(), distances_m.end());
    const std::size_t few = std::max<std::size_t>(1, distances_m.size() / largest_part_far);
    double radius_m = least_m;
    for (std::size_t i = 0; i < distances_m.size(); ++i) {
        const bool is_of_few = i > distances_m.size() / 2 && distances_m.size() - i <= few;
        if (is_of_few && distances_m[i] > farthest_of_the_rest_m(radius_m)) {
            break;
        }
        radius_m = std::max(radius_m, distances_m[i]);
    }
    return radius_m;
}

/// Where the schools are.
struct SchoolArea
{
    gis::Point middle;
    double radius_m = 0.0;
    gis::Box box; ///< without single ones far off

    double far_layer_km() const { return std::max(least_far_layer_m, radius_m) / 1000.0; }
};

SchoolArea area_of(const std::vector<Placed>& schools)
{
    SchoolArea area{middle_of(schools), 0.0, {}};
    area.radius_m = radius_of_m(schools, area.middle, 0.0);
    for (const Placed& school : schools) {
        if (gis::distance_m(school.at, area.middle) <= area.radius_m) {
            area.box.add(school.at);
        }
    }
    return area;
}

void note_single(Role role, const std::vector<Placed>& places, const SchoolArea& schools, Findings& findings)
{
    const double radius_m = radius_of_m(places, schools.middle, schools.radius_m);
    for (const Placed& one : places) {
        const double away_m = gis::distance_m(one.at, schools.middle);
        if (places.size() > 2 && away_m > farthest_of_the_rest_m(radius_m)) {
            findings.push_back({IssueCode::place_far_off, std::string(name_of(role)), one.id, one.at, {away_m / 1000.0}});
        }
    }
}

/// Either the whole layer is far off, or single places of it.
void note_layer(Role role, const std::vector<Placed>& places, const SchoolArea& schools, Findings& findings)
{
    double nearest_km = INFINITY;
    for (const Placed& one : places) {
        nearest_km = std::min(nearest_km, gap_km(schools.box, one.box));
    }
    if (nearest_km > schools.far_layer_km() && !places.empty()) {
        findings.push_back({IssueCode::layer_far_off, std::string(name_of(role)), "", {}, {places.size(), nearest_km}});
    } else if (role != Role::districts) {
        note_single(role, places, schools, findings);
    }
}

void note_network(const gis::WalkNetwork& streets, const SchoolArea& schools, Findings& findings)
{
    double nearest_km = INFINITY;
    for (const gis::Point& point : streets.point) {
        gis::Box box;
        box.add(point);
        nearest_km = std::min(nearest_km, gap_km(schools.box, box));
    }
    if (std::isfinite(nearest_km) && nearest_km > schools.far_layer_km()) {
        findings.push_back({IssueCode::layer_far_off, "network", "", {}, {streets.edge_count(), nearest_km}});
    }
}

/// From one box to the nearest other, or to any that is not far.
double km_to_nearest(const std::vector<gis::Box>& boxes, std::size_t one)
{
    double nearest_km = INFINITY;
    for (std::size_t other = 0; other < boxes.size() && nearest_km > far_district_km; ++other) {
        if (other != one && !boxes[other].is_empty()) {
            nearest_km = std::min(nearest_km, gap_km(boxes[one], boxes[other]));
        }
    }
    return nearest_km;
}

void note_districts(const std::vector<District>& districts, Findings& findings)
{
    std::vector<gis::Box> boxes;
    for (const District& district : districts) {
        boxes.push_back(gis::bounds(district.ground));
    }
    for (std::size_t i = 0; districts.size() > 2 && i < districts.size(); ++i) {
        gis::throw_if_interrupted();
        const double nearest_km = boxes[i].is_empty() ? 0.0 : km_to_nearest(boxes, i);
        if (std::isfinite(nearest_km) && nearest_km > far_district_km) {
            findings.push_back({IssueCode::district_far_off, "districts", districts[i].id, districts[i].ground, {nearest_km}});
        }
    }
}

} // namespace

double far_layer_m(const std::vector<School>& schools)
{
    return 1000.0 * area_of(with_point(schools)).far_layer_km();
}

gis::Point note_far_places(CityInput& input)
{
    const City& city = input.city;
    Findings& findings = input.findings;
    const std::vector<Placed> placed = with_point(city.schools);
    const SchoolArea schools = area_of(placed);
    note_single(Role::schools, placed, schools, findings);
    note_layer(Role::campuses, with_ground(city.campuses), schools, findings);
    note_layer(Role::fields, with_ground(city.fields), schools, findings);
    note_layer(Role::venues, with_point(city.venues), schools, findings);
    note_layer(Role::new_venues, with_point(city.new_venues), schools, findings);
    note_layer(Role::gates, with_point(city.gates), schools, findings);
    note_layer(Role::residential, with_place(city.estates), schools, findings);
    note_layer(Role::catchments, with_ground(city.catchments), schools, findings);
    note_layer(Role::districts, with_ground(city.districts), schools, findings);
    if (input.streets) {
        note_network(*input.streets, schools, findings);
    }
    note_districts(city.districts, findings);
    return schools.middle;
}

} // namespace fieldgap
