#pragma once
// Schools that do not lie in their campus.

#include "domain/ground/campus_map.hpp"
#include "domain/ground/ownership.hpp"

namespace fieldgap {

/// A school that has no campus yet takes the nearest one within `within_m` that names no school and has none, if no other such school is
/// nearer to that campus (equal distances: the smaller id). Reported. 0 m: nothing is taken.
void take_nearest_campuses(const City& city, const CampusMap& campuses, double within_m, Ownership& owns, Findings& findings);

/// Schools that lie more than 100 m outside every campus that names them.
void report_schools_outside(const City& city, const Ownership& owns, Findings& findings);

/// The campus nearest to a field of nobody, within `within_m`; by the field's corners.
std::optional<CampusMap::Near> nearest_campus(const CampusMap& campuses, const Field& field, double within_m);

} // namespace fieldgap
