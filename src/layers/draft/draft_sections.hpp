#pragma once
// The parts of a config that are no inputs, and the user's word where there is one.

#include "layers/draft/config_answers.hpp"
#include "layers/draft/draft.hpp"

#include <string>

namespace fieldgap {

/// Puts the answers for [inputs.X] in place of what was guessed; what agrees keeps its evidence.
void keep_answers(DraftInput& input, const Answers& answers);

/// [city], [standards], [walk], [channels], [estates], by what inputs there are, and whatever else the answers hold.
void add_sections(Draft& draft, const Answers& answers, const std::string& city_name);

/// Writes where the result goes, for a city whose default name is taken by one of its inputs.
void add_output_path(Draft& draft, const std::string& path);

} // namespace fieldgap
