#pragma once
// A row of the schools, before it is known which rows are one school.

#include "domain/city/city.hpp"

namespace fieldgap {

/// Schools without a place are returned too (`has_place` false); a campus that names them may still give them one.
struct PlacedSchool
{
    School school;
    bool has_place = true;
    bool counts_as_school = true;   ///< 是否计校数: false of a branch that belongs to a main school
    PerStage<bool> row_stages = {}; ///< the stages of which the row speaks
};

} // namespace fieldgap
