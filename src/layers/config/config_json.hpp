#pragma once
// A Config written down, for the provenance of a result.

#include "layers/config/config.hpp"

#include <string>

namespace fieldgap::config {

/// Every setting in force, with the keys and in the order of docs/rules.md: the same config gives the same text. Paths are those that may
/// be shown; where the result lies is left out, for it is no setting of the analysis.
std::string as_json(Config& config);

} // namespace fieldgap::config
