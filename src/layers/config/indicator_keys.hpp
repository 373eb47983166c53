#pragma once
// The keys of [indicators].

#include "layers/config/config_keys.hpp"

#include <vector>

namespace fieldgap::config {

/// Thresholds of the six indicators that are no sports ground, for primary and junior.
void add_indicator_keys(std::vector<Key>& keys);

} // namespace fieldgap::config
