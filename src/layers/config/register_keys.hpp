#pragma once
// Keys of the strike-off register.

#include "layers/config/config_keys.hpp"

#include <vector>

namespace fieldgap::config {

/// [register].
void add_register_keys(std::vector<Key>& keys);

} // namespace fieldgap::config
