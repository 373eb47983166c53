#pragma once
// What `fieldgap check` prints for a human.

#include "layers/output/check_json.hpp"

#include <string>

namespace fieldgap {

/// Inputs, then the issues by code, then the single records that move the city's gap most. Chinese lines up.
std::string check_table(const CheckedCity& checked);

} // namespace fieldgap
