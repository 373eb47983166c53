#pragma once
// Which kinds of schools a city has, and how well off each is.

#include "domain/city/city.hpp"
#include "synth/land/random.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

enum class SchoolType : std::uint8_t { primary, junior, nine_year, complete, twelve_year, special, vocational, teaching_point };

/// One school before it has a place.
struct SchoolPlan
{
    SchoolType type = SchoolType::primary;
    bool planned = false;
    bool branch = false;        ///< of another school
    bool second_school = false; ///< on the campus of another school
    bool unreported = false;    ///< its pupils are missing
    double quantile = 0.0;      ///< 0..1, evenly spread over the regular schools: how much ground it has
};

/// `schools` plans in no order. From 20 schools on every type is there, and a branch, a planned and an unreported school; from 60 on
/// guests.
std::vector<SchoolPlan> roster(std::size_t schools, Random random);

bool is_regular(SchoolType type);

/// Classes, pupils and seats of a school, as many as `most_classes` and the type allow. `centrality` 0..1: larger and fuller in the middle.
void enrol(School& school, const SchoolPlan& plan, double centrality, int most_classes, Random& random);

} // namespace fieldgap
