#pragma once
// What `diff` says to a planner: sentences. All figures by their keys are in `summary` and `--json`.

#include "cli/page.hpp"
#include "layers/changes/compared_pair.hpp"

namespace fieldgap {

/// What closed, what opened, why, by district, and what cannot be compared.
cli::Page diff_page(const ComparedPair& pair);

} // namespace fieldgap
