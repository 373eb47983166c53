#pragma once
// How schools and their grounds are drawn.

#include "layers/styles/style_looks.hpp"

#include <string>

namespace fieldgap {

/// By status, the size by the gap; further out than 1:dots_from_scale all as dots.
std::string school_body(int dots_from_scale = at_any_scale);
/// By what is left after all channels.
std::string school_after_body(int dots_from_scale = at_any_scale);
/// Faint: a ground under the sign of its school.
std::string campus_body();
std::string field_body();
/// By the state of its issues in the register; size by what is lacking now.
std::string strike_off_body(int dots_from_scale);

} // namespace fieldgap
