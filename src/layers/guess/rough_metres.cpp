#include "layers/guess/rough_metres.hpp"

#include "gis/geometry/middle.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fieldgap {
namespace {

constexpr double m_per_degree_north = 111'000.0;

double ring_area_m2(const gis::Ring& ring)
{
    double twice = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const gis::Point a{ring[i - 1].x - ring[0].x, ring[i - 1].y - ring[0].y};
        const gis::Point b{ring[i].x - ring[0].x, ring[i].y - ring[0].y};
        twice += a.x * b.y - b.x * a.y;
    }
    return std::fabs(twice) / 2.0;
}

} // namespace

RoughMetres::RoughMetres(double latitude) : m_per_degree_east_(m_per_degree_north * std::cos(latitude * std::numbers::pi / 180.0)) {}

gis::Point RoughMetres::operator()(const gis::Point& degrees) const
{
    return {degrees.x * m_per_degree_east_, degrees.y * m_per_degree_north};
}

gis::MultiPolygon RoughMetres::operator()(const gis::MultiPolygon& degrees) const
{
    gis::MultiPolygon metres = degrees;
    const auto move = [this](gis::Ring& ring) {
        for (gis::Point& point : ring) {
            point = (*this)(point);
        }
    };
    for (gis::Polygon& polygon : metres) {
        move(polygon.outer);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), move);
    }
    return metres;
}

double rough_area_m2(const gis::MultiPolygon& ground)
{
    double sum = 0.0;
    for (const gis::Polygon& polygon : ground) {
        sum += ring_area_m2(polygon.outer);
        for (const gis::Ring& hole : polygon.holes) {
            sum -= ring_area_m2(hole);
        }
    }
    return sum;
}

double median_area_m2(const gis::PolygonIndex& grounds)
{
    std::vector<double> areas;
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        areas.push_back(rough_area_m2(grounds[i]));
    }
    return areas.empty() ? 0.0 : gis::median(std::move(areas));
}

} // namespace fieldgap
