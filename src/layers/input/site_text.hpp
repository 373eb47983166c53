#pragma once
// A place as people write it on a command line. Hostile like any input.

#include "gis/io/vector/vector_layer.hpp"

#include <string>

namespace fieldgap {

/// The text as messages show it: one line, not too long.
std::string shown_site(const std::string& text);

/// A layer of one row with this geometry, as written, and the one column it was made of. WKT, EWKT (its SRID is not looked at), GeoJSON (a
/// geometry, a feature, or a collection of one feature) or LON,LAT (decimal, or degrees and minutes).
/// Throws gis::UsageError: not to be read, neither point nor polygon, no place.
gis::VectorLayer layer_of_site(const std::string& text);

/// EPSG:4326 where no number is above 180, else `schools_crs`. Throws gis::UsageError where that is empty, and of degrees
/// beyond a pole: latitude was written first.
std::string crs_of_site(const gis::Geometry& geometry, const std::string& text, const std::string& schools_crs);

} // namespace fieldgap
