#pragma once
// The [inputs.X] of a role out of what was chosen for it: a layer, several files, an OSM file, or a question.

#include "layers/draft/city_guess.hpp"
#include "layers/draft/draft.hpp"

namespace fieldgap {

DraftInput input_of(const CityGuess& guess, const RoleChoice& choice);

} // namespace fieldgap
