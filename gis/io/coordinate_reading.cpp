#include "gis/io/coordinate_reading.hpp"

#include "gis/error.hpp"
#include "gis/io/encoding.hpp"
#include "gis/io/gdal_scope.hpp"
#include "gis/io/geometry_in.hpp"
#include "words/words.hpp"

namespace gis {

std::vector<std::optional<Point>> to_degrees(const CoordinateReading& reading, std::span<const Point> points)
{
    const GdalMessages messages;
    const Crs crs = reading.crs.empty() ? nullptr : crs_from_text(reading.crs);
    if (!reading.crs.empty() && (!crs || !is_horizontal(*crs))) {
        throw UsageError(words::say(words::Text::source_crs_unknown, {"crs", valid_utf8(reading.crs)}));
    }
    ToDegrees to_degrees(crs.get(), reading);
    std::vector<Point> moved(points.begin(), points.end());
    const std::vector<char> is_placed = to_degrees(moved);
    std::vector<std::optional<Point>> degrees(moved.size());
    for (std::size_t i = 0; i < moved.size(); ++i) {
        degrees[i] = is_placed[i] != 0 ? std::optional(moved[i]) : std::nullopt;
    }
    return degrees;
}

} // namespace gis
