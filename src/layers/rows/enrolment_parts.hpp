#pragma once
// The figures of a school out of the rows that an enrolment table has for its stages.

#include "layers/rows/enrolment_rows.hpp"
#include "layers/table/table.hpp"

#include <vector>

namespace fieldgap {

/// One row is read as a row of the school itself; several, of different stages, are added up (reported).
void read_parts(const Table& table, const std::vector<const EnrolmentRow*>& parts, School& school, Findings& findings);

} // namespace fieldgap
