#pragma once
// What `run` says to a planner: sentences and a waterfall. All figures by their keys are in `summary` and `--json`.

#include "cli/page.hpp"
#include "commands/tables/waterfall_blocks.hpp"
#include "layers/result/result_view.hpp"

namespace fieldgap {

cli::Page run_page(const ResultView& view, const BlockSigns& signs);

} // namespace fieldgap
