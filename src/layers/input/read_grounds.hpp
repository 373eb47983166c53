#pragma once
// Rows of grounds and streets (docs/rules.md section 4) as the values of a City, in the order of the file.

#include "gis/network/foot_access.hpp"
#include "gis/network/streets.hpp"
#include "layers/table/table.hpp"

namespace fieldgap {

std::vector<Campus> read_campuses(const Table& table);
std::vector<Field> read_fields(const Table& table);
std::vector<Venue> read_venues(const Table& table);
std::vector<Gate> read_gates(const Table& table);
std::vector<District> read_districts(const Table& table);

struct StreetsRead
{
    gis::Streets streets;
    std::size_t rows_used = 0; ///< rows whose lines are walked
};

/// Walkable lines of a line layer; geometry stays in degrees.
StreetsRead read_streets(const Table& table, const gis::FootRules& rules, Findings& findings);

} // namespace fieldgap
