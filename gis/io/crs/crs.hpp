#pragma once
// Coordinate reference systems as GDAL knows them. x is always east or longitude, whatever the authority says.

#include <memory>
#include <string>

class OGRSpatialReference;
class OGRCoordinateTransformation;

namespace gis {

struct CrsRelease
{
    void operator()(OGRSpatialReference* crs) const;
};
using Crs = std::unique_ptr<OGRSpatialReference, CrsRelease>;

struct TransformationRelease
{
    void operator()(OGRCoordinateTransformation* transformation) const;
};
using CrsTransformation = std::unique_ptr<OGRCoordinateTransformation, TransformationRelease>;

/// From any text that PROJ takes (EPSG:4490, WKT, a PROJ string), or null. Opens no file and no network.
Crs crs_from_text(const std::string& text);
/// A copy in traditional order.
Crs crs_copy(const OGRSpatialReference& crs);

Crs wgs84();

/// Geographic or projected: one in which a map can be.
bool is_horizontal(const OGRSpatialReference& crs);

/// True for WGS 84 and CGCS2000 degrees, which are taken as one (they agree to well under a metre).
bool is_wgs84_degrees(const OGRSpatialReference& crs);

/// The degrees on which the system is made where they count as WGS 84 (CGCS2000, or WGS 84 itself), else WGS 84: between those and the
/// system lies no change of datum, which PROJ looks up for tens of milliseconds.
Crs degrees_under(const OGRSpatialReference& crs);

/// Such as `EPSG:4490`, by the whole system's own code or by recognising it; empty if it has none.
std::string authority_of(const OGRSpatialReference& crs);

std::string name_of(const OGRSpatialReference& crs);

/// WKT from which `crs_from_text` makes it again.
std::string text_of(const OGRSpatialReference& crs);

/// Null when there is none.
CrsTransformation transformation(const OGRSpatialReference& from, const OGRSpatialReference& to);

} // namespace gis
