#include "layers/crs/city_centre.hpp"

#include "gis/geometry/middle.hpp"

#include <cmath>

namespace fieldgap {
gis::Point centre_of(const std::vector<gis::Point>& degrees)
{
    const gis::Point middle = gis::median(degrees);
    const auto rounded = [](double value) { return std::round(value * 100.0) / 100.0; };
    return {rounded(middle.x), rounded(middle.y)};
}

std::vector<gis::Point> layer_positions(const gis::VectorLayer& layer)
{
    std::vector<gis::Point> positions;
    for (const gis::VectorFeature& feature : layer.features) {
        const gis::Box box = gis::bounds(feature.geometry);
        if (!box.is_empty()) {
            positions.push_back(gis::middle_of(box));
        }
    }
    return positions;
}

} // namespace fieldgap
