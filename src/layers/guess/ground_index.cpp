#include "layers/guess/ground_index.hpp"

#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fieldgap {
namespace {

constexpr double m_per_degree_north = 111'000.0;

std::vector<gis::Box> boxes_of(const std::vector<gis::MultiPolygon>& grounds)
{
    std::vector<gis::Box> boxes;
    boxes.reserve(grounds.size());
    for (const gis::MultiPolygon& ground : grounds) {
        boxes.push_back(gis::bounds(ground));
    }
    return boxes;
}

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

GroundIndex::GroundIndex(std::vector<gis::MultiPolygon> grounds) : grounds_(std::move(grounds)), index_(boxes_of(grounds_)) {}

std::vector<std::uint32_t> GroundIndex::holding(const gis::Point& point) const
{
    gis::Box window;
    window.add(point);
    std::vector<std::uint32_t> found;
    for (const std::uint32_t i : index_.meeting(window)) {
        if (gis::contains(grounds_[i], point)) {
            found.push_back(i);
        }
    }
    return found;
}

bool GroundIndex::has_outline_near(const gis::Point& point, double within_m) const
{
    gis::Box window;
    window.add(point);
    const auto near = index_.meeting(window.widened(within_m));
    return std::any_of(near.begin(), near.end(),
                       [&](std::uint32_t i) { return gis::distance_to_outline_m(grounds_[i], point) <= within_m; });
}

double GroundIndex::median_area_m2() const
{
    std::vector<double> areas;
    for (const gis::MultiPolygon& ground : grounds_) {
        areas.push_back(rough_area_m2(ground));
    }
    if (areas.empty()) {
        return 0.0;
    }
    const auto middle = areas.begin() + static_cast<std::ptrdiff_t>(areas.size() / 2);
    std::nth_element(areas.begin(), middle, areas.end());
    return *middle;
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

} // namespace fieldgap
