#pragma once
// The standard of a stage as a config writes it (docs/rules.md section 3).

#include "domain/city/stage_standard.hpp"
#include "layers/config/tree/config_tree.hpp"

#include <string>

namespace fieldgap::config {

/// Names of what a table of a standard may say; rules of other programs that read a config know them too.
inline constexpr const char* standard_base_key = "base_m2";
inline constexpr const char* standard_per_pupil_key = "per_pupil";
inline constexpr const char* standard_steps_key = "steps";
inline constexpr const char* standard_from_key = "from_pupils";

/// `7.5`, `{ base_m2 = 400, per_pupil = 7.5 }` or `{ steps = [ { from_pupils = 1, base_m2 = 2500 }, .. ] }`. Throws gis::UsageError with
/// the place: an unknown key, a wrong value, steps that do not rise from the first pupil on, or ask for less where pupils are more.
StageStandard standard_in(const Assignment& assignment);

} // namespace fieldgap::config
