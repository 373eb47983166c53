#pragma once
// The keys of [standards].

#include "layers/config/config_keys.hpp"

#include <vector>

namespace fieldgap::config {

/// Appends them in the order of docs/rules.md.
void add_standard_keys(std::vector<Key>& keys);

} // namespace fieldgap::config
