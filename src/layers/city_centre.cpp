#include "layers/city_centre.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fieldgap {
namespace {

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

gis::Point centre_of(const std::vector<gis::Point>& degrees)
{
    std::vector<double> longitudes;
    std::vector<double> latitudes;
    for (const gis::Point& point : degrees) {
        longitudes.push_back(point.x);
        latitudes.push_back(point.y);
    }
    const auto rounded = [](double value) { return std::round(value * 100.0) / 100.0; };
    return {rounded(median(std::move(longitudes))), rounded(median(std::move(latitudes)))};
}

std::vector<gis::Point> layer_positions(const gis::VectorLayer& layer)
{
    std::vector<gis::Point> positions;
    for (const gis::VectorFeature& feature : layer.features) {
        const gis::Box box = gis::bounds(feature.geometry);
        if (!box.is_empty()) {
            positions.push_back({(box.min_x + box.max_x) / 2.0, (box.min_y + box.max_y) / 2.0});
        }
    }
    return positions;
}

} // namespace fieldgap
