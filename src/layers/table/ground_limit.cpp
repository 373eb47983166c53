#include "layers/table/ground_limit.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/ground_size.hpp"

namespace fieldgap {
namespace {

/// The vertex nearest to the city; nothing where that is so far away that a map of the city does not reach it.
gis::Geometry place_on_outline(const gis::MultiPolygon& degrees, const gis::CityPlane& plane)
{
    constexpr double far_deg = 5.0;
    const gis::Point centre = plane.centre();
    gis::Geometry place;
    double least_deg = far_deg;
    for (const gis::Polygon& polygon : degrees) {
        for (const gis::Point& vertex : polygon.outer) {
            const double away_deg = std::hypot(std::remainder(vertex.x - centre.x, 360.0), vertex.y - centre.y);
            if (away_deg < least_deg) {
                least_deg = away_deg;
                place = vertex;
            }
        }
    }
    return plane.to_plane(std::move(place));
}

} // namespace

std::optional<Finding> too_large(const gis::MultiPolygon& degrees, const gis::CityPlane& plane, std::string layer, std::string id)
{
    const gis::GroundSize size = gis::ground_size(degrees);
    const bool is_large = size.km2 > most_ground_km2 || size.outline_km > most_outline_km;
    if (!is_large) {
        return std::nullopt;
    }
    return Finding{
        IssueCode::ground_too_large, std::move(layer), std::move(id), place_on_outline(degrees, plane), {size.km2, size.outline_km}};
}

} // namespace fieldgap
