#pragma once
// A result of `fieldgap run` read back as values, to be compared. Not a byte of the file changes.

#include "domain/compare/compared_result.hpp"
#include "gis/geometry/plane.hpp"
#include "layers/readback/result_facts.hpp"

#include <string>

namespace fieldgap {

struct ReadResult
{
    ResultFacts facts;
    ComparedResult values; ///< places in degrees until `bring_to_plane`
    std::string crs;       ///< of its layers, by its code; EPSG:4326 where it has none
};

/// Throws gis::Error, naming the file and what in it is wrong.
ReadResult read_result(const std::string& path);

/// The middle of its schools, in degrees; of a result without schools 0, 0.
gis::Point middle_of(const ComparedResult& degrees);

/// Places and grounds, which are made valid.
void bring_to_plane(ComparedResult& values, const gis::CityPlane& plane);

} // namespace fieldgap
