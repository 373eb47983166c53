#include "gis/network/nearest_on_line.hpp"

#include <algorithm>
#include <limits>

namespace gis {

float fraction_of_line(std::span<const Point> line, std::size_t segment, const Point& at)
{
    double before_m = segment_m(line[segment], at);
    double total_m = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double step_m = segment_m(line[i], line[i + 1]);
        before_m += i < segment ? step_m : 0.0;
        total_m += step_m;
    }
    return total_m > 0.0 ? static_cast<float>(std::min(before_m / total_m, 1.0)) : 0.0F;
}

OnLine nearest_on_line(const Point& point, std::span<const Point> line)
{
    OnSegment best{{}, std::numeric_limits<double>::infinity()};
    std::size_t segment = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const OnSegment on = nearest_on_segment(point, line[i], line[i + 1]);
        if (on.squared_m2 < best.squared_m2) {
            best = on;
            segment = i;
        }
    }
    return {best.at, line.size() > 1 ? fraction_of_line(line, segment, best.at) : 0.0F, std::sqrt(best.squared_m2)};
}

} // namespace gis
