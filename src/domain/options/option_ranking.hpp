#pragma once
// The options of a school that close most.

#include "domain/options/option_pairs.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// An option as one school sees it.
struct OptionChoice
{
    std::uint32_t option = 0; ///< position in the school's list
    std::uint32_t gained = 0; ///< position of the giver in the ground's list
    double walk_s = 0.0;
    ExactArea gain;
};

inline constexpr std::size_t best_options = 3;

/// Upper bounds of what pairs may close: more than a school can pass on, or a giver can come up with, no option brings.
struct GainBounds
{
    std::vector<ExactArea> through_school; ///< by position in City::schools; only those that are asked for
    std::vector<ExactArea> from_giver;     ///< by position in the ground's list
    std::vector<bool> can_give;            ///< likewise
};

/// The best of a school's options: most gain, then the shortest walk to the giver gained, then the first. Options that bring the
/// school to no giver with something left are none. Options are tried in the order of their bounds, until none can be among the best.
std::vector<OptionChoice> best_choices(FurtherReach& further, const GainBounds& bounds, SchoolIndex school,
                                       std::span<const std::vector<OptionPair>* const> options);

} // namespace fieldgap
