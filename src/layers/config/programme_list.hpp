#pragma once
// The list of tables `[[programme]]` as a whole.

#include "layers/config/config.hpp"
#include "layers/config/tree/config_tree.hpp"

#include <vector>

namespace fieldgap::config {

/// A name is what a reader finds a programme by, and a target what it is measured against. Throws gis::UsageError with the place of a table
/// without name or target, or of one whose name an earlier one has.
void refuse_doubtful_programmes(const std::vector<Assignment>& assignments, const Config& config);

} // namespace fieldgap::config
