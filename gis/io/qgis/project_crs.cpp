#include "gis/io/qgis/project_crs.hpp"

#include <ogr_spatialref.h>

#include <cmath>

namespace gis {
namespace {

constexpr double widest_view_deg = 6.0;
constexpr double furthest_utm_deg = 84.0;

int cgcs2000_zone_code(double longitude)
{
    constexpr int first_code = 4534; // CGCS2000 / 3-degree Gauss-Kruger CM 75E
    constexpr int first_meridian = 75, last_meridian = 135;
    const int meridian = 3 * static_cast<int>(std::lround(longitude / 3.0));
    return meridian < first_meridian || meridian > last_meridian ? 0 : first_code + (meridian - first_meridian) / 3;
}

int utm_zone_code(double longitude, double latitude)
{
    constexpr int first_north = 32601, first_south = 32701;
    if (std::abs(latitude) > furthest_utm_deg || std::abs(longitude) >= 180.0) {
        return 0;
    }
    return (latitude < 0.0 ? first_south : first_north) + static_cast<int>(std::floor((longitude + 180.0) / 6.0));
}

} // namespace

Crs map_crs(const OGRSpatialReference& layers, const Box& view)
{
    if (layers.IsGeographic() == 0 || view.max_x - view.min_x > widest_view_deg || view.max_y - view.min_y > widest_view_deg) {
        return crs_copy(layers);
    }
    const double longitude = 0.5 * (view.min_x + view.max_x);
    const double latitude = 0.5 * (view.min_y + view.max_y);
    const int cgcs2000 = authority_of(layers) == "EPSG:4490" ? cgcs2000_zone_code(longitude) : 0;
    const int code = cgcs2000 != 0 ? cgcs2000 : utm_zone_code(longitude, latitude);
    Crs zone = code == 0 ? nullptr : crs_from_text("EPSG:" + std::to_string(code));
    return zone == nullptr ? crs_copy(layers) : std::move(zone);
}

Box box_in(const OGRSpatialReference& from, const OGRSpatialReference& to, const Box& box)
{
    constexpr int steps = 8; // a straight edge of one system is bent in another
    const CrsTransformation way = transformation(from, to);
    Box out;
    for (int i = 0; way != nullptr && i <= steps; ++i) {
        for (int k = 0; k <= steps; ++k) {
            double x = box.min_x + (box.max_x - box.min_x) * i / steps;
            double y = box.min_y + (box.max_y - box.min_y) * k / steps;
            if (way->Transform(1, &x, &y) != 0 && std::isfinite(x) && std::isfinite(y)) {
                out.add(Point{x, y});
            }
        }
    }
    return out.is_empty() ? box : out;
}

} // namespace gis
