#pragma once
// OSM features drawn in metres around a school district, handed over in degrees.

#include "gis/geometry/plane.hpp"
#include "layers/osm/osm_campuses.hpp"
#include "layers/osm/osm_grounds.hpp"
#include "layers/osm/osm_layers.hpp"
#include "layers/osm/osm_schools.hpp"

#include <string>
#include <utility>
#include <vector>

namespace fieldgap::test {

using Tags = std::vector<std::pair<std::string, std::string>>;

const gis::CityPlane& plane();

/// A rectangle with its lower left corner at (x, y).
gis::Ring rectangle(double x, double y, double width, double height);

gis::OsmFeature feature(gis::OsmKind kind, std::int64_t number, Tags tags, gis::Geometry metres);

gis::OsmFeature node(std::int64_t number, Tags tags, double x, double y);

gis::OsmFeature way(std::int64_t number, Tags tags, gis::Ring ring);

gis::OsmFeature relation(std::int64_t number, Tags tags, gis::MultiPolygon ground);

/// Members outside the file; something of it is known to be at (x, y).
gis::OsmFeature broken(std::int64_t number, Tags tags, const std::string& problem, double x, double y);

std::size_t count_of(const Findings& findings, IssueCode code);

/// The findings as `code layer id`, in their order.
std::vector<std::string> told(const Findings& findings);

} // namespace fieldgap::test
