#pragma once
// One reader for each table of docs/rules.md section 4: from rows to the values of a City, in the order of the file.

#include "domain/city/city.hpp"
#include "gis/network/foot_access.hpp"
#include "gis/network/streets.hpp"
#include "layers/matching/school_row.hpp"
#include "layers/table/table.hpp"

#include <vector>

namespace fieldgap {

std::vector<PlacedSchool> read_schools(const Table& table);
std::vector<Campus> read_campuses(const Table& table);
std::vector<Field> read_fields(const Table& table);
std::vector<Venue> read_venues(const Table& table);
std::vector<Gate> read_gates(const Table& table);
std::vector<District> read_districts(const Table& table);
/// `may_be_points`: sites may be given as points, too.
std::vector<Estate> read_estates(const Table& table, bool may_be_points = false);
/// A list of stages that holds primary and junior is every stage of the school; rows without ground are left out.
std::vector<Catchment> read_catchments(const Table& table);
/// By dwelling type and year; a row without a year is of the year of the first homes. Rows that say nothing, or a second time, are left
/// out.
std::vector<DwellingYield> read_yields(const Table& table);

struct StreetsRead
{
    gis::Streets streets;
    std::size_t rows_used = 0; ///< rows whose lines are walked
};

/// Walkable lines of a line layer; geometry stays in degrees.
StreetsRead read_streets(const Table& table, const gis::FootRules& rules, Findings& findings);

/// Puts the rows of an enrolment table into the schools, each by the surest way there is: id, alias, normal form of the id, name, normal
/// form of the name, similar name (join_enrolment.cpp says how similar). Rows of one school for different stages are taken together; of two
/// for the same stage the first counts. `schools` must be sorted by id. Returns how many rows found their school.
std::size_t join_enrolment(const Table& table, std::vector<School>& schools, Findings& findings);

/// What a row says of stages, pupils, classes, seats and official areas; absent cells leave what is there.
void read_figures(const Table& table, const gis::VectorFeature& row, School& school);

} // namespace fieldgap
