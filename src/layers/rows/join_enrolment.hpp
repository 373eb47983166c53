#pragma once
// Which school each row of an enrolment table means.

#include "layers/table/table.hpp"

namespace fieldgap {

/// Puts the rows of an enrolment table into the schools, each by the surest way there is: id, alias, normal form of the id, name, normal
/// form of the name, similar name (join_enrolment.cpp says how similar). Rows of one school for different stages are taken together; of two
/// for the same stage the first counts. `schools` must be sorted by id. Rows that mean one of `closed` are
/// reported as such. Returns how many rows found their school.
std::size_t join_enrolment(const Table& table, std::vector<School>& schools, const std::vector<School>& closed, Findings& findings);

} // namespace fieldgap
