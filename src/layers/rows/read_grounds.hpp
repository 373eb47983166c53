#pragma once
// Rows of grounds (docs/rules.md section 4) as the values of a City, in the order of the file.

#include "layers/table/table.hpp"

namespace fieldgap {

std::vector<Campus> read_campuses(const Table& table);
std::vector<Field> read_fields(const Table& table);
std::vector<Venue> read_venues(const Table& table);
std::vector<Gate> read_gates(const Table& table);
std::vector<District> read_districts(const Table& table);

} // namespace fieldgap
