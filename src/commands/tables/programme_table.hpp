#pragma once
// The programmes of the plan, as `run` shows them.

#include "layers/result/result_view.hpp"

#include <string>

namespace fieldgap {

/// A line for each programme: the year of the run, or the one next to it that the programme has. Empty where there is none.
std::string programme_table(const ResultView& view);

} // namespace fieldgap
