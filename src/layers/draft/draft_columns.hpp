#pragma once
// Which columns a layer has for its role: those found are named in a comment, those that need a word of the config get it.

#include "layers/draft/draft.hpp"
#include "layers/guess/guess_role.hpp"

namespace fieldgap {

void draft_columns(DraftInput& input, const Candidate& candidate, const LayerFacts& facts);

} // namespace fieldgap
