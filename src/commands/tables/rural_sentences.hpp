#pragma once
// How far the plan's rural grounds have come, in sentences.

#include "layers/result/result_view.hpp"

#include <string>
#include <vector>

namespace fieldgap {

/// A line each; none where the plan names no such target.
std::vector<std::string> rural_sentences(const ResultView& view);

} // namespace fieldgap
