#pragma once

#include "domain/city/city.hpp"
#include "synth/roster.hpp"

#include <string>

namespace fieldgap {

/// Gives a school its name, after its type and `place`, and its ten-digit code (docs/standards.md 5.4: level, 1, province 12, serial).
/// `number` counts schools from 0.
void name_school(School& school, const SchoolPlan& plan, const std::string& place, std::size_t number);

} // namespace fieldgap
