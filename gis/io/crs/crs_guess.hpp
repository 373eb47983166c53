#pragma once
// What coordinates may be in, when nobody says: judged by the numbers, and by where other layers lie.

#include "gis/io/crs/source_crs.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gis {

struct CrsCandidate
{
    SourceCrs reading;    ///< `crs` is a code such as `EPSG:4548`; of a local plane nothing but this: it needs the user's helmert
    std::string name;     ///< of the CRS; empty where it is one of many zones (crs_name tells)
    std::string evidence; ///< why, in a few words for the user
    Point centre;         ///< where the middle of the points would lie, degrees
    bool needs_helmert = false;
    double share_in_place = 0.0; ///< of the points that lie in the place given, 0..1; 0 without one
};

/// The readings that the points can have, best first. `place` is a box in degrees where other layers lie; without it the zone of a plane
/// without zone number in its coordinates stays open, and each possible one is listed (CGCS2000 first, then UTM).
/// Looked at: degrees either way round, Web Mercator, CGCS2000 Gauss-Kruger of 3 and 6 degrees with and without zone number, UTM, each also
/// with northing first; with a place every projected system of EPSG that is made for it (British National Grid, RD New, Hong Kong 1980 ..);
/// last a local plane. Beijing 1954 and Xi'an 1980 share the numbers of CGCS2000 to some tens of metres and are not listed apart.
/// Gauss-Kruger and UTM share their numbers too (1.7 km apart): only a comparison with other layers tells. No points: no candidates.
std::vector<CrsCandidate> possible_readings(std::span<const Point> points, const std::optional<Box>& place = std::nullopt);

/// Readings that are easily mistaken for this one because their numbers look the same: with and without the datum of a web map (where that
/// moves anything), UTM for Gauss-Kruger and the reverse, the neighbouring zones. `code` is that of the CRS, empty if it has none; `middle`
/// the place in degrees.
std::vector<SourceCrs> look_alikes(const SourceCrs& reading, const std::string& code, const Point& middle);

/// The lines of a config that make a candidate the reading of an input, such as `crs = "EPSG:4548", swap_xy = true`.
std::string config_lines(const SourceCrs& reading);

} // namespace gis
