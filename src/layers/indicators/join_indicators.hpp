#pragma once
// The rows of a table of the national evaluation put into the schools that they mean.

#include "layers/table/table.hpp"

#include <vector>

namespace fieldgap {

/// Rows find their school as those of an enrolment table do (enrolment_matching.hpp). A row of one stage gives what that stage has, any
/// other row what the school has as a whole; of two for the same the first counts. What stages give goes before what the whole row gives,
/// and both before what the schools knew, amount by amount. Returns how many rows are used; the others are reported. `closed`: schools
/// that are no part of the city.
std::size_t join_indicators(const Table& table, std::vector<School>& schools, const std::vector<School>& closed, Findings& findings);

} // namespace fieldgap
