#pragma once
// What became of the rows of each input: rows = used + left out.

#include "domain/city/finding.hpp"
#include "layers/config/config.hpp"
#include "layers/input/input_files.hpp"
#include "layers/input/read_city.hpp"

#include <map>
#include <vector>

namespace fieldgap {

/// Rows that became values of the City, as the readers count them.
struct UsedRows
{
    std::map<Role, std::size_t> of_role;
    std::size_t street_rows = 0; ///< of an OSM network: walked and barred
};

/// One record for each input of the config, in the order of the roles. `findings` are all that reading has found.
std::vector<InputRecord> input_records(const Config& config, const InputFiles& files, const UsedRows& used, const Findings& findings);

} // namespace fieldgap
