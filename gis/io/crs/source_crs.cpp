#include "gis/io/crs/source_crs.hpp"

#include "gis/error.hpp"
#include "gis/geometry/datum.hpp"
#include "gis/io/base/gdal_scope.hpp"
#include "gis/io/crs/to_degrees.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <ogr_spatialref.h>

#include <cmath>
#include <string_view>

namespace gis {
namespace {

/// Null for the empty text: degrees.
Crs crs_of(const std::string& text)
{
    Crs crs = text.empty() ? nullptr : crs_from_text(text);
    if (!text.empty() && (!crs || !is_horizontal(*crs))) {
        throw UsageError(words::translate(words::Text::source_crs_unknown, {"crs", words::valid_utf8(text)}));
    }
    return crs;
}

std::vector<std::optional<Point>> those_placed(const std::vector<Point>& points, const std::vector<char>& is_placed)
{
    std::vector<std::optional<Point>> kept(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        kept[i] = is_placed[i] != 0 ? std::optional(points[i]) : std::nullopt;
    }
    return kept;
}

Point shifted(const Point& wgs84_place, WebDatum datum)
{
    switch (datum) {
    case WebDatum::gcj02: return gcj02_of(wgs84_place);
    case WebDatum::bd09: return bd09_of(wgs84_place);
    case WebDatum::none: return wgs84_place;
    }
    return wgs84_place;
}

/// From the target plane back to the local one.
Point local_of(const Helmert& helmert, const Point& plane)
{
    const Helmert turned_back{0.0, 0.0, 1.0 / helmert.scale, -helmert.rotation_deg};
    return transformed(turned_back, {plane.x - helmert.east_m, plane.y - helmert.north_m});
}

Point written(const SourceCrs& reading, const Point& in_crs)
{
    const Point point = reading.helmert ? local_of(*reading.helmert, in_crs) : in_crs;
    return reading.swap_xy ? Point{point.y, point.x} : point;
}

} // namespace

std::vector<std::optional<Point>> to_degrees(const SourceCrs& reading, std::span<const Point> points)
{
    const GdalMessages messages;
    const Crs crs = crs_of(reading.crs);
    ToDegrees to_degrees(crs.get(), reading);
    std::vector<Point> moved(points.begin(), points.end());
    const std::vector<char> is_placed = to_degrees(std::span<Point>(moved));
    return those_placed(moved, is_placed);
}

std::vector<std::optional<Point>> written_of(const SourceCrs& reading, std::span<const Point> degrees)
{
    const GdalMessages messages;
    const Crs crs = crs_of(reading.crs);
    const CrsTransformation from_degrees = crs && !is_wgs84_degrees(*crs) ? transformation(*degrees_under(*crs), *crs) : nullptr;
    std::vector<std::optional<Point>> points;
    points.reserve(degrees.size());
    for (const Point& place : degrees) {
        Point point = shifted(place, reading.datum);
        const bool is_there = !from_degrees || from_degrees->Transform(1, &point.x, &point.y) != 0;
        points.push_back(is_there && std::isfinite(point.x) && std::isfinite(point.y) ? std::optional(written(reading, point))
                                                                                      : std::nullopt);
    }
    return points;
}

Box area_of_use(const std::string& text)
{
    const GdalMessages messages;
    const Crs crs = crs_of(text);
    Box area{-180.0, -90.0, 180.0, 90.0};
    const char* name = nullptr;
    double west = 0.0;
    double south = 0.0;
    double east = 0.0;
    double north = 0.0;
    if (crs && crs->GetAreaOfUse(&west, &south, &east, &north, &name) && west >= -180.0) {
        area = {west, south, east < west ? east + 360.0 : east, north};
    }
    return area;
}

bool lies_in(const Box& area, const Point& degrees)
{
    const auto is_between = [&](double longitude) { return longitude >= area.min_x && longitude <= area.max_x; };
    return degrees.y >= area.min_y && degrees.y <= area.max_y &&
           (is_between(degrees.x) || is_between(degrees.x + 360.0) || is_between(degrees.x - 360.0));
}

std::optional<MeridianZone> meridian_zone_of(const std::string& text)
{
    const GdalMessages messages;
    const Crs crs = crs_of(text);
    const char* method = crs ? crs->GetAttrValue("PROJECTION") : nullptr;
    if (method == nullptr || std::string_view(method) != SRS_PT_TRANSVERSE_MERCATOR) {
        return std::nullopt;
    }
    return MeridianZone{crs->GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN, 0.0), crs->GetNormProjParm(SRS_PP_FALSE_EASTING, 0.0)};
}

RoughPlaces rough_places_of(const std::string& text, const Point& numbers)
{
    const GdalMessages messages;
    const Crs crs = crs_of(text);
    const Crs own(crs ? crs->CloneGeogCS() : nullptr);
    if (!own) {
        return {};
    }
    own->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const CrsTransformation to_own = transformation(*crs, *own);
    const auto place_of = [&](Point place) {
        const bool is_placed = to_own && to_own->Transform(1, &place.x, &place.y) != FALSE;
        return is_placed && std::isfinite(place.x) && std::isfinite(place.y) ? std::optional(place) : std::nullopt;
    };
    return {place_of(numbers), place_of({numbers.y, numbers.x}), crs->EPSGTreatsAsNorthingEasting() != FALSE};
}

bool is_in_degrees(const std::string& text)
{
    const GdalMessages messages;
    const Crs crs = crs_of(text);
    return !crs || crs->IsGeographic() != 0;
}

} // namespace gis
