#include "gis/network/degree_metres.hpp"

#include "gis/geometry/geodesic.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace gis {
namespace {

constexpr double steps_a_degree = 100.0;
constexpr std::size_t points_a_task = 8192;

/// NaN is no larger than 0.
std::size_t clamped(double position, std::size_t last)
{
    return position > 0.0 ? static_cast<std::size_t>(std::min(position, static_cast<double>(last))) : 0;
}

/// What a parabola through the values at -1, 0 and 1 takes of each of them.
std::array<double, 3> parabola_weights(double at)
{
    return {at * (at - 1.0) / 2.0, 1.0 - at * at, at * (at + 1.0) / 2.0};
}

/// Points every hundredth of a degree, an odd number each way, in the plane.
class SampledPlane
{
public:
    SampledPlane(const Box& degrees, const CityPlane& plane)
        : origin_{degrees.min_x, degrees.min_y}, cells_x_(cells(degrees.max_x - degrees.min_x)),
          cells_y_(cells(degrees.max_y - degrees.min_y))
    {
        for (std::size_t row = 0; row <= 2 * cells_y_; ++row) {
            for (std::size_t column = 0; column <= 2 * cells_x_; ++column) {
                sample_.push_back(
                    {origin_.x + static_cast<double>(column) / steps_a_degree, origin_.y + static_cast<double>(row) / steps_a_degree});
            }
        }
        plane.to_plane(sample_);
    }

    /// Two steps make a cell.
    static std::size_t cells(double degrees) { return static_cast<std::size_t>(degrees * steps_a_degree / 2.0) + 1; }

    Point at(const Point& degrees) const
    {
        const double x = (degrees.x - origin_.x) * steps_a_degree;
        const double y = (degrees.y - origin_.y) * steps_a_degree;
        const std::size_t column = 2 * clamped(x / 2.0, cells_x_ - 1);
        const std::size_t row = 2 * clamped(y / 2.0, cells_y_ - 1);
        const auto weight_x = parabola_weights(x - static_cast<double>(column) - 1.0);
        const auto weight_y = parabola_weights(y - static_cast<double>(row) - 1.0);
        Point sum;
        for (std::size_t j = 0; j < 3; ++j) {
            const Point* const of_row = &sample_[(row + j) * (2 * cells_x_ + 1) + column];
            sum.x += weight_y[j] * (weight_x[0] * of_row[0].x + weight_x[1] * of_row[1].x + weight_x[2] * of_row[2].x);
            sum.y += weight_y[j] * (weight_x[0] * of_row[0].y + weight_x[1] * of_row[1].y + weight_x[2] * of_row[2].y);
        }
        return sum;
    }

private:
    Point origin_;
    std::size_t cells_x_, cells_y_;
    std::vector<Point> sample_;
};

Box bounds_of(const std::vector<Point>& points)
{
    Box box;
    for (const Point& point : points) {
        box.add(point);
    }
    return box;
}

/// Only where the grid is much less work than the points.
bool pays(const Box& degrees, std::size_t points)
{
    constexpr double points_a_cell = 16.0;
    const double width = (degrees.max_x - degrees.min_x) * steps_a_degree / 2.0 + 1.0;
    const double height = (degrees.max_y - degrees.min_y) * steps_a_degree / 2.0 + 1.0;
    return width * height * points_a_cell <= static_cast<double>(points);
}

template <class Change>
void change_in_parallel(std::vector<Point>& points, const Change& change)
{
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points.size(), points_a_task), [&](const tbb::blocked_range<std::size_t>& range) {
        change(std::span(points).subspan(range.begin(), range.size()));
    });
}

} // namespace

DegreeMetres::DegreeMetres()
{
    constexpr int pole = static_cast<int>(90.0 * steps_a_degree);
    constexpr double apart = 1e-3;
    for (int step = -pole; step <= pole; ++step) {
        const double latitude = step / steps_a_degree;
        at_latitude_.push_back({geodesic_length_m({0.0, latitude - apart / 2.0}, {0.0, latitude + apart / 2.0}) / apart,
                                geodesic_length_m({0.0, latitude}, {apart, latitude}) / apart});
    }
}

double DegreeMetres::length_m(const Point& a, const Point& b) const
{
    const double position = ((a.y + b.y) / 2.0 + 90.0) * steps_a_degree;
    const std::size_t below = clamped(position, at_latitude_.size() - 2);
    const double above_share = position - static_cast<double>(below);
    const Metres& low = at_latitude_[below];
    const Metres& high = at_latitude_[below + 1];
    const double degrees_east = std::fabs(b.x - a.x) <= 180.0 ? b.x - a.x : std::remainder(b.x - a.x, 360.0);
    const double north_m = (b.y - a.y) * (low.north + above_share * (high.north - low.north));
    const double east_m = degrees_east * (low.east + above_share * (high.east - low.east));
    return std::sqrt(north_m * north_m + east_m * east_m);
}

void to_plane_in_bulk(std::vector<Point>& degrees, const CityPlane& plane)
{
    const Box bounds = bounds_of(degrees);
    if (pays(bounds, degrees.size())) {
        const SampledPlane sampled(bounds, plane);
        change_in_parallel(degrees, [&sampled](std::span<Point> points) {
            std::transform(points.begin(), points.end(), points.begin(), [&sampled](const Point& point) { return sampled.at(point); });
        });
    } else {
        // A CityPlane serves one thread, so each thread makes its own around the same centre.
        tbb::enumerable_thread_specific<CityPlane> planes([&plane] { return CityPlane(plane.centre()); });
        change_in_parallel(degrees, [&planes](std::span<Point> points) { planes.local().to_plane(points); });
    }
}

} // namespace gis
