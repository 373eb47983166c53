#pragma once
// Which figure of a school's own ground is used, and whether it counts (docs/rules.md rules 1 and 4).

#include "domain/city/city.hpp"
#include "domain/city/settings.hpp"

#include <optional>

namespace fieldgap {

/// The official figure of one row (a school or a branch) that stands in place of what is drawn there; absent where that counts.
std::optional<double> official_in_place_of_drawn(const School& row, FieldKind kind, const Standard& standard);

/// Under the regime, for a main school.
bool counts_for(const School& main, FieldKind kind, const Standard& standard);

} // namespace fieldgap
