#pragma once

#include "domain/options/gate_options.hpp"
#include "domain/options/option_ground.hpp"

namespace fieldgap {

/// Fills in how far the givers gained are today; walks of more than twice the limit are not looked for.
void add_walks_today(const OptionGround& ground, std::vector<GateOption>& options);

} // namespace fieldgap
