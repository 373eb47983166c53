#pragma once
// The rows of each input: as a table, and what became of them (rows = used + left out).

#include "domain/city/finding.hpp"
#include "layers/config/config.hpp"
#include "layers/input/input_files.hpp"
#include "layers/input/read_city.hpp"
#include "layers/table/table.hpp"

#include <map>
#include <optional>
#include <vector>

namespace fieldgap {

/// The role's own layer, where it has one; what its rows give findings for goes to `into`.
std::optional<Table> table_of(Role role, const Config& config, const InputFiles& files, CityInput& into);

/// Rows that became values of the City, as the readers count them.
struct UsedRows
{
    std::map<Role, std::size_t> of_role;
    std::size_t street_rows = 0; ///< of an OSM network: walked and barred
};

/// One record for each input of the config, in the order of the roles. `findings` are all that reading has found.
std::vector<InputRecord> input_records(const Config& config, const InputFiles& files, const UsedRows& used, const Findings& findings);

} // namespace fieldgap
