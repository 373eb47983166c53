#pragma once

#include "layers/result/site_columns.hpp"

#include <string>

namespace fieldgap {

/// One line for each site, and one for all together where there are several: what a planner asks first.
std::string screen_table(const ScreenView& view);

} // namespace fieldgap
