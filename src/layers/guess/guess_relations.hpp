#pragma once
// What layers say about each other: grounds that hold schools are campuses, what lies in campuses are fields, what tiles the city are
// districts, points on outlines are gates, tables that name the schools are enrolment.

#include "layers/guess/guess_role.hpp"

#include <vector>

namespace fieldgap {

/// Schools and grounds that an OSM file knows, for comparing with layers where no layer has them. Degrees.
struct KnownSchools
{
    std::vector<gis::Point> schools;
    std::vector<gis::MultiPolygon> grounds;
    std::vector<std::string> ids;
    std::vector<std::string> names;
};

/// Where the schools are, by the best layer of schools, else by the OSM file. Degrees.
std::vector<gis::Point> school_places(const std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers,
                                      const KnownSchools& known);

/// Adds evidence to the candidates and puts in those that only their relations show. Layers without a place on the globe have none.
void relate(std::vector<Candidate>& candidates, const std::vector<LayerFacts>& layers, const KnownSchools& known);

} // namespace fieldgap
