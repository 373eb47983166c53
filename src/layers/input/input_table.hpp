#pragma once
// The layer of a role as a table of the city.

#include "layers/input/input_files.hpp"
#include "layers/input/read_city.hpp"
#include "layers/table/table.hpp"

#include <optional>

namespace fieldgap {

/// The role's own layer, where it has one; what its rows give findings for goes to `into`.
std::optional<Table> table_of(Role role, const Config& config, const InputFiles& files, CityInput& into);

} // namespace fieldgap
