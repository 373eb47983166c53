#pragma once
// What registers call a school that is open, that is planned, and that is no more: data, so that a word is added in one place.

#include "layers/text/cell_values.hpp"

#include <cstdint>
#include <string_view>

namespace fieldgap {

/// What a register says of a school; `SchoolPhase` has no word for closed ones, for they are left out of the city.
enum class RegisterPhase : std::uint8_t { open, planned, closed };

Cell<RegisterPhase> register_phase_of(CellText text);

/// The words of one meaning, parted by spaces, without gaps and in lower case: for docs/formats.md.
std::string_view words_of(RegisterPhase phase);

} // namespace fieldgap
