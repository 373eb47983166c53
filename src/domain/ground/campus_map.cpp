#include "domain/ground/campus_map.hpp"

#include "gis/geometry/overlay.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr double min_shared_m2 = 0.01;

} // namespace

double distance_to_ground_m(const gis::MultiPolygon& ground, const gis::Point& point)
{
    return gis::contains(ground, point) ? 0.0 : gis::distance_to_outline_m(ground, point);
}

CampusMap::CampusMap(const std::vector<Campus>& campuses) : campuses_(campuses)
{
    for (const Campus& campus : campuses) {
        area_m2_.push_back(gis::area(campus.ground).square_metres());
    }
}

std::optional<CampusIndex> CampusMap::smallest_around(const gis::Point& point) const
{
    std::optional<CampusIndex> best;
    for (const std::uint32_t i : campuses_.holding(point)) {
        if (!best || area_m2_[i] < area_m2_[index(*best)]) {
            best = CampusIndex(i);
        }
    }
    return best;
}

std::vector<CampusMap::Overlap> CampusMap::overlaps(const gis::MultiPolygon& ground) const
{
    std::vector<Overlap> shared;
    for (const std::uint32_t i : campuses_.meeting(gis::bounds(ground))) {
        const double m2 = gis::area(gis::intersection(campuses_[i], ground)).square_metres();
        if (m2 >= min_shared_m2) {
            shared.push_back({CampusIndex(i), m2});
        }
    }
    std::sort(shared.begin(), shared.end(), [this](const Overlap& a, const Overlap& b) {
        if (std::fabs(a.m2 - b.m2) >= min_shared_m2) {
            return a.m2 > b.m2;
        }
        const double area_a = area_m2_[index(a.campus)];
        const double area_b = area_m2_[index(b.campus)];
        return area_a != area_b ? area_a < area_b : a.campus < b.campus;
    });
    return shared;
}

std::optional<CampusMap::Near> CampusMap::nearest(const gis::Point& point, double within_m,
                                                  const std::function<bool(CampusIndex)>& is_wanted) const
{
    std::optional<Near> best;
    for (const std::uint32_t i : campuses_.near(point, within_m)) {
        if (!is_wanted(CampusIndex(i))) {
            continue;
        }
        const double away_m = distance_to_ground_m(campuses_[i], point);
        if (away_m <= within_m && (!best || away_m < best->away_m)) {
            best = Near{CampusIndex(i), away_m};
        }
    }
    return best;
}

} // namespace fieldgap
