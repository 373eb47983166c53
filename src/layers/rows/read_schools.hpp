#pragma once
// Rows of schools (docs/rules.md section 4), in the order of the file.

#include "layers/matching/resolve_schools.hpp"
#include "layers/rows/school_rows.hpp"
#include "layers/table/table.hpp"

namespace fieldgap {

/// Those that are open or planned, and those that are closed: of these id, name and ground only.
struct RegisteredSchools
{
    std::vector<PlacedSchool> schools;
    std::vector<School> closed;
};

/// What is no school is reported and left out (school_rows.hpp); `where` is the filter of the input.
RegisteredSchools read_schools(const Table& table, const EnrolledSchools& enrolled, const std::string& where);

/// One row for each school whose stage nothing but its type or name tells; after the enrolment is known.
void report_guessed_stages(const std::vector<School>& schools, Findings& findings);

/// What a row says of stages, pupils, classes, seats and official areas; absent cells leave what is there.
void read_figures(const Table& table, const gis::VectorFeature& row, School& school);

} // namespace fieldgap
