#pragma once
// Candidate sites: a layer or table named on the command line, or one site written there.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "layers/input/read_city.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// The estate_id of all sites together.
inline constexpr const char* all_sites_id = "*";

struct SitesInput
{
    std::vector<Estate> sites; ///< planned, sorted by id
    InputRecord record;
    Findings findings;
};

/// Any vector layer or table with the columns of `residential` and `order`; polygons or points; read like any input. Rows are planned
/// whatever their phase says. Throws gis::Error: unreadable, without CRS (candidates are named), without rows.
SitesInput read_sites(const std::string& path, const CityInput& input);

/// One site as it was written on the command line.
struct SiteText
{
    std::string text; ///< WKT, EWKT, GeoJSON (a geometry, or one feature) or LON,LAT
    std::optional<double> households;
    std::optional<double> population;
};

/// Id `site`. Numbers up to 180 are degrees (WGS 84), others are in the CRS of the schools; `record.crs` says which.
/// Throws gis::UsageError: not to be read, no ground and no point, no place, more than 100 km from every school.
SitesInput read_site(const SiteText& given, const CityInput& input);

} // namespace fieldgap
