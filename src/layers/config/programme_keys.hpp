#pragma once
// Keys of what a plan dates and of its rural grounds.

#include "layers/config/config_keys.hpp"

#include <string_view>
#include <vector>

namespace fieldgap::config {

/// The list of tables `[[programme]]`.
inline constexpr std::string_view programme_list = "programme";

/// Keys of one table of it, the first is 0. Their accesses create it and those before it.
std::vector<Key> programme_keys(std::size_t position);

void add_rural_keys(std::vector<Key>& keys);

} // namespace fieldgap::config
