#pragma once
// The question in which datum tables of a web map's degrees are.

#include "layers/draft/config_answers.hpp"
#include "layers/draft/draft.hpp"

namespace fieldgap {

/// Tables come from one hand: the first is asked about, the others follow its answer.
void ask_once_for_datum(Draft& draft, const Answers& answers);

} // namespace fieldgap
