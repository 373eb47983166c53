#pragma once
// Columns of areas that are in no square metres, though their headings do not say so.

#include "layers/draft/draft.hpp"
#include "layers/guess/guess_role.hpp"

namespace fieldgap {

/// Writes the unit behind the name of the column where the outlines of venues say it; makes a question of it where the figures of venues
/// or schools are too small for square metres and nothing tells what they are.
void draft_area_columns(DraftInput& input, const Candidate& candidate, const LayerFacts& facts, const MatchedColumns& matched);

} // namespace fieldgap
