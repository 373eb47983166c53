#pragma once
// From the rows of a schools layer to schools with an id each: rows of one school put together, repeated ids told apart, branches tied to
// their main schools.

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"

#include <vector>

namespace fieldgap {

/// A row of the schools, before it is known which rows are one school. Schools without a place are returned too (`has_place` false); a
/// campus that names them may still give them one.
struct PlacedSchool
{
    School school;
    bool has_place = true;
    bool counts_as_school = true;   ///< 是否计校数: false of a branch that belongs to a main school
    PerStage<bool> row_stages = {}; ///< the stages of which the row speaks
};

/// Rows of the same id: those of the same name for different stages are one school; campuses of one name (东校区, 分校) and rows that do
/// not count as schools (是否计校数 = 0) become branches, `ID#campus`; other names more than 500 m away, or for other stages, are schools
/// of their own, `ID#2`; what is left are duplicates, of which the first row counts. Every id is unique after that. Sorted by id.
std::vector<PlacedSchool> resolved_schools(std::vector<PlacedSchool> rows, Findings& findings);

/// Gives branches that name no main school the one of the same name without the campus, if there is one. `schools` must be resolved.
void find_main_schools(std::vector<PlacedSchool>& schools, Findings& findings);

} // namespace fieldgap
