#pragma once
// Buildings: a million polygons of which only those near a field matter.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/plane.hpp"
#include "gis/io/osm/osm.hpp"
#include "gis/io/vector/vector_layer.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// Keeps the buildings whose box meets that of an outdoor field; the others are counted and forgotten before anything is computed of them.
class BuildingsOnFields
{
public:
    /// Borrows the plane.
    BuildingsOnFields(const std::vector<Field>& fields, const gis::CityPlane& plane);

    void take_layer(const gis::VectorLayer& layer);

    /// Features with a tag building other than no.
    void take_osm(std::span<const gis::OsmFeature> features);

    std::size_t with_outline() const { return with_outline_; } ///< rows

    /// Valid grounds in the CityPlane, by their boxes. Rows without an outline are reported together.
    std::vector<gis::MultiPolygon> taken(Findings& findings);

private:
    void take(const gis::Geometry& degrees);

    const gis::CityPlane& plane_;
    gis::BoxIndex fields_; ///< boxes in degrees
    std::vector<gis::MultiPolygon> kept_;
    std::size_t with_outline_ = 0;
    std::size_t without_outline_ = 0;
};

} // namespace fieldgap
