#pragma once
// What --set puts into a config.

#include "layers/config/tree/config_tree.hpp"

namespace fieldgap::config {

/// Each replaces the value of its key, the last one counts; keys that are not there come after the others. One key of a table that may be a
/// number instead (number_or_table.hpp) leaves the table's others as they are, and a number as the one of its name. Throws gis::UsageError
/// for what is no KEY=VALUE.
void put_in_overrides(const std::vector<std::string>& overrides, std::vector<Assignment>& assignments);

} // namespace fieldgap::config
