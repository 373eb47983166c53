#pragma once
// How the numbers of a layer become places on the globe.

#include "gis/geometry/helmert.hpp"
#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gis {

enum class WebDatum : std::uint8_t { none, gcj02, bd09 };

/// The steps in their order: swap x and y, transform by the four parameters, take as coordinates of `crs`, undo the datum of a web map.
struct SourceCrs
{
    std::string crs; ///< any text that PROJ takes; x is east or longitude whatever the authority says. Empty: WGS 84 degrees
    WebDatum datum = WebDatum::none;
    bool swap_xy = false;           ///< the file has north or latitude first
    std::optional<Helmert> helmert; ///< from a local plane to that of `crs`
    friend bool operator==(const SourceCrs&, const SourceCrs&) = default;
};

/// WGS 84 degrees of each point; none where it ends nowhere on the globe. Throws UsageError for a `crs` that is none.
std::vector<std::optional<Point>> to_degrees(const SourceCrs& reading, std::span<const Point> points);

/// The way back: the numbers that the reading takes to these degrees, to 1 mm where the system is made for the place. None where there are
/// none.
std::vector<std::optional<Point>> written_of(const SourceCrs& reading, std::span<const Point> degrees);

/// Where on the globe a CRS is meant to be used, in degrees; the whole globe where nobody says. East of 180 where it crosses the
/// antimeridian.
Box area_of_use(const std::string& crs);

/// True for a place in an area of `area_of_use`, whichever side of the antimeridian it is counted from.
bool lies_in(const Box& area, const Point& degrees);

/// Of a transverse Mercator plane such as Gauss-Kruger and UTM; none for other systems.
struct MeridianZone
{
    double meridian_deg = 0.0;
    double false_easting_m = 0.0;
};
std::optional<MeridianZone> meridian_zone_of(const std::string& crs);

/// Where numbers lie in the degrees on which the system itself is made: within some hundred metres of the place, and a hundred times
/// sooner than by `to_degrees`. Nothing where they lie nowhere.
struct RoughPlaces
{
    std::optional<Point> as_written;
    std::optional<Point> swapped;
    bool is_north_first = false; ///< the authority counts north before east, as surveyors of many countries do
};
RoughPlaces rough_places_of(const std::string& crs, const Point& numbers);

/// True for a CRS of longitude and latitude (the empty text too).
bool is_in_degrees(const std::string& crs);

} // namespace gis
