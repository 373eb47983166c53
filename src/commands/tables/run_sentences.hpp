#pragma once

#include "layers/result/result_view.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// What is lacking, what closes it, what stays, where, and what to look at first; a line each. What is unknown is said to be unknown.
std::vector<std::string> run_sentences(const ResultView& view);

} // namespace fieldgap
