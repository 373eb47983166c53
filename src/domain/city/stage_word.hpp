#pragma once
// A stage as messages say it.

#include "domain/city/stage.hpp"

#include <string>

namespace fieldgap {

/// In the language spoken; in English the word of the columns.
std::string stage_word(Stage stage);

} // namespace fieldgap
