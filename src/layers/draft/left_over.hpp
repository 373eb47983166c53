#pragma once
// What a draft says of files that serve no role, and of schools that nobody found.

#include "layers/draft/city_guess.hpp"
#include "layers/draft/draft.hpp"

namespace fieldgap {

/// Where no input is the schools: a question that offers lists of schools and layers of places.
void ask_for_schools(const CityGuess& guess, Draft& draft);

/// Each layer that no choice uses, and why not.
void add_not_used(const CityGuess& guess, Draft& draft);

} // namespace fieldgap
