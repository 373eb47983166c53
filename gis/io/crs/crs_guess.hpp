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
    Point centre;         ///< where the middle of the points would lie, degrees; rough where the name is empty
    bool needs_helmert = false;
    double share_in_place = 0.0;      ///< of the points that lie in the place given, 0..1; 0 without one
    std::string country = {};         ///< whose offices use it (ISO 3166); empty for systems of no country
    bool is_of_country_alone = false; ///< made for that country, not for a part of the earth that it lies in
    bool is_replaced = false;         ///< as of ListedCrs
};

struct Country
{
    std::string code;      ///< ISO 3166
    std::string area_name; ///< as the areas of EPSG have it
};

/// The readings that the points can have, best first. `place` is a box in degrees where other layers lie.
/// Looked at: degrees either way round, Web Mercator, CGCS2000 Gauss-Kruger of 3 and 6 degrees with and without zone number, UTM, each also
/// with northing first; with a place every projected system of EPSG that is made for it (British National Grid, RD New, Hong Kong 1980 ..);
/// without one those of the countries given, and of all only what leads to the land of its country, UTM to any land:
/// the zone of a plane without zone number then stays open, and each possible one is listed. Where a system on a replaced datum
/// leads to the same place as a newer one, the newer is listed. Last a local plane. Beijing 1954 and Xi'an
/// 1980 share the numbers of CGCS2000 to some tens of metres and are not listed apart.
/// Gauss-Kruger and UTM share their numbers too (1.7 km apart): only a comparison with other layers tells. No points: no candidates.
std::vector<CrsCandidate> possible_readings(std::span<const Point> points, const std::optional<Box>& place = std::nullopt,
                                            std::span<const Country> countries = {});

/// Whether two readings put the middle of the points at one place to some 5 m: datums that differ by less need no choice.
bool lead_to_one_place(const CrsCandidate& one, const CrsCandidate& other);

} // namespace gis
