#pragma once
// Which campus lies where.

#include "domain/city/city.hpp"
#include "gis/geometry/index.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace fieldgap {

/// Borrows the campuses of a city; they must stay where they are.
class CampusMap
{
public:
    explicit CampusMap(const std::vector<Campus>& campuses);

    double area_m2(std::size_t campus) const { return area_m2_[campus]; }

    std::optional<CampusIndex> smallest_around(const gis::Point& point) const;

    struct Overlap
    {
        CampusIndex campus;
        double m2;
    };

    /// Campuses that share ground (0.01 m2 or more) with `ground`: most shared first, then the smaller campus, then the smaller id.
    std::vector<Overlap> overlaps(const gis::MultiPolygon& ground) const;

    struct Near
    {
        CampusIndex campus;
        double away_m; ///< 0 inside
    };

    /// The nearest wanted campus within `within_m` of a point (equal distances: the smaller id).
    std::optional<Near> nearest(const gis::Point& point, double within_m, const std::function<bool(CampusIndex)>& is_wanted) const;

private:
    gis::PolygonIndex campuses_;
    std::vector<double> area_m2_;
};

/// Metres from a point to a ground, 0 inside.
double distance_to_ground_m(const gis::MultiPolygon& ground, const gis::Point& point);

} // namespace fieldgap
