#pragma once
// Bounds from below of what a school needs with pupils of estates: what a search over their number may cut off by.

#include "domain/seats/school_standing.hpp"

#include <cstdint>
#include <optional>

namespace fieldgap {

/// How the new pupils of a school are counted.
enum class LoadCount : std::uint8_t {
    exact,
    lower_bound ///< as being of whichever stages ask least of the school: a bound that depends on their sum only, and grows with it
};

/// required_with, or a bound from below of it that never falls when pupils are added.
std::optional<ExactArea> required_as(LoadCount count, const SchoolStanding& school, const PupilLoad& load, const Standard& standard);

/// So many pupils more than `taken` as the load, in whichever stages they ask least of the school.
PupilLoad lightest_load(const SchoolStanding& school, const PupilLoad& taken, const PupilLoad& load, const Standard& standard);

} // namespace fieldgap
