#pragma once
// Which files the answers of an earlier config name, by their roles.

#include "layers/draft/city_guess.hpp"
#include "layers/draft/config_answers.hpp"

#include <vector>

namespace fieldgap {

/// Candidates that nothing spoke for are made and added to the guess.
std::vector<Answered> answered_roles(CityGuess& guess, const Answers& answers);

} // namespace fieldgap
