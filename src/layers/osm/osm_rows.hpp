#pragma once
// How many features of an OSM file are rows of an input: counted by their tags, apart from the readers, so that what was used and what
// was left out can be held against it.

#include "layers/osm/osm_tags.hpp"

namespace fieldgap {

/// `amenity=school`, nodes, outlines and sites, whatever they turn out to be.
std::size_t osm_school_rows(OsmFeatures features);

/// Outlines of schools of grades 1 to 12, and of landuse=education.
std::size_t osm_campus_rows(OsmFeatures features);

/// Sports grounds and sites of every kind: those of `fields` and `venues` together.
std::size_t osm_ground_rows(OsmFeatures features);

/// Boundaries of one level.
std::size_t osm_district_rows(OsmFeatures features, int admin_level);

/// `landuse=residential`.
std::size_t osm_estate_rows(OsmFeatures features);

} // namespace fieldgap
