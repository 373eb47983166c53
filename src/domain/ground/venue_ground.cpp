#include "domain/ground/venue_ground.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/ground/counted_ground.hpp"
#include "domain/ground/venue_points.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <numeric>

namespace fieldgap {
namespace {

/// Campuses, then venues; nothing for those that give no ground.
std::vector<const gis::MultiPolygon*> grounds_of(const City& city)
{
    static const gis::MultiPolygon none;
    std::vector<const gis::MultiPolygon*> grounds;
    grounds.reserve(city.campuses.size() + city.venues.size());
    for (const Campus& campus : city.campuses) {
        grounds.push_back(&campus.ground);
    }
    for (const Venue& venue : city.venues) {
        grounds.push_back(venue.gives_ground ? &venue.ground : &none);
    }
    return grounds;
}

/// Takes ground away from venues, the smallest first.
class Taking
{
public:
    explicit Taking(const City& city) : city_(city), taken_(grounds_of(city)), drawn_(city.venues.size()), points_(given_elsewhere(city))
    {
        for (std::size_t c = 0; c < city.campuses.size(); ++c) {
            taken_.count(c);
        }
        for (std::size_t v = 0; v < city.venues.size(); ++v) {
            drawn_[v] = ExactArea::rounded(gis::area(city.venues[v].ground));
        }
    }

    std::vector<std::size_t> smallest_first() const
    {
        std::vector<std::size_t> order(city_.venues.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return drawn_[a] < drawn_[b]; });
        return order; // venues stand in the order of their ids
    }

    VenueGround take(std::size_t v, Findings& findings)
    {
        const Venue& venue = city_.venues[v];
        if (venue.ground.empty() || !venue.gives_ground) {
            return without_ground(v, findings);
        }
        const double drawn_m2 = gis::area(venue.ground).square_metres();
        const double net_m2 = taken_.left_m2(city_.campuses.size() + v);
        if (net_m2 < venue.min_net_m2) {
            findings.push_back({IssueCode::venue_too_small, "venues", venue.id, venue.at, {net_m2, venue.min_net_m2}});
            return {false, std::nullopt};
        }
        taken_.count(city_.campuses.size() + v);
        const bool is_cut = drawn_m2 - net_m2 >= std::max(0.01, drawn_m2 * 1e-6);
        if (is_cut) {
            findings.push_back({IssueCode::venue_overlap, "venues", venue.id, venue.ground, {drawn_m2 - net_m2, drawn_m2}});
        }
        const double share = is_cut ? net_m2 / drawn_m2 : 1.0;
        return {true, ExactArea::rounded(gis::SquareMetres(venue.area_m2.value_or(drawn_m2) * share))};
    }

private:
    VenueGround without_ground(std::size_t v, Findings& findings) const
    {
        const Venue& venue = city_.venues[v];
        if (points_[v].any()) {
            report_point(v, findings);
            return {true, ExactArea()};
        }
        if (venue.area_m2) {
            return {true, ExactArea::rounded(gis::SquareMetres(*venue.area_m2))};
        }
        if (venue.gives_ground) {
            findings.push_back({IssueCode::venue_without_area, "venues", venue.id, venue.at, {}});
        }
        return {true, std::nullopt};
    }

    void report_point(std::size_t v, Findings& findings) const
    {
        const Venue& venue = city_.venues[v];
        if (points_[v].by_campus) {
            findings.push_back({IssueCode::venue_overlap, "venues", venue.id, venue.at, {*venue.area_m2, *venue.area_m2}});
        }
        if (points_[v].by_venue) {
            const Venue& first = city_.venues[*points_[v].by_venue];
            const double away_m = gis::distance_m(first.at, venue.at);
            findings.push_back({IssueCode::venue_listed_twice, "venues", venue.id, venue.at, {first.id, away_m, *venue.area_m2}});
        }
    }

    const City& city_;
    CountedGround taken_; ///< ground that larger venues can no longer give
    std::vector<ExactArea> drawn_;
    std::vector<GivenElsewhere> points_;
};

} // namespace

std::vector<VenueGround> venue_grounds(const City& city, Findings& findings)
{
    Taking taking(city);
    std::vector<VenueGround> grounds(city.venues.size());
    for (const std::size_t v : taking.smallest_first()) {
        grounds[v] = taking.take(v, findings);
    }
    return grounds;
}

} // namespace fieldgap
