#include "domain/ground/venue_points.hpp"

#include "gis/geometry/index.hpp"

namespace fieldgap {
namespace {

constexpr double edge_m = 0.01;
constexpr double one_name_m = 50.0;
constexpr double any_name_m = 5.0;

bool gives_area_at_point(const Venue& venue)
{
    return venue.ground.empty() && venue.gives_ground && venue.area_m2;
}

/// Empty boxes stand for venues that are no such points: they are never found.
gis::BoxIndex index_of_points(const std::vector<Venue>& venues)
{
    std::vector<gis::Box> boxes(venues.size());
    for (std::size_t v = 0; v < venues.size(); ++v) {
        if (gives_area_at_point(venues[v])) {
            boxes[v].add(venues[v].at);
        }
    }
    return gis::BoxIndex(boxes);
}

bool is_same(const Venue& a, const Venue& b)
{
    const double within_m = !a.name.empty() && a.name == b.name ? one_name_m : any_name_m;
    return gis::distance_m(a.at, b.at) <= within_m;
}

/// The first of smaller id; venues stand in the order of their ids.
std::optional<std::uint32_t> earlier_twin(const std::vector<Venue>& venues, const gis::BoxIndex& points, std::uint32_t venue)
{
    gis::Box place;
    place.add(venues[venue].at);
    for (const std::uint32_t other : points.meeting(place.widened(one_name_m))) {
        if (other >= venue) {
            break;
        }
        if (is_same(venues[other], venues[venue])) {
            return other;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<GivenElsewhere> given_elsewhere(const City& city)
{
    const gis::PolygonIndex campuses(city.campuses);
    const gis::BoxIndex points = index_of_points(city.venues);
    std::vector<GivenElsewhere> all(city.venues.size());
    for (std::uint32_t v = 0; v < city.venues.size(); ++v) {
        const Venue& venue = city.venues[v];
        if (gives_area_at_point(venue)) {
            all[v].by_campus = campuses.first_holding(venue.at) || !campuses.with_outline_near(venue.at, edge_m).empty();
            all[v].by_venue = earlier_twin(city.venues, points, v);
        }
    }
    return all;
}

} // namespace fieldgap
