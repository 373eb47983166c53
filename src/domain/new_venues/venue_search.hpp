#pragma once
// The best places by a search over yes and no.

#include "domain/new_venues/venue_problem.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

struct SearchedVenues
{
    std::optional<std::vector<std::uint32_t>> chosen; ///< ascending; absent where the search found none that are as good as asked for
    std::optional<ExactArea> bound;                   ///< proven: no `count` places gain more; absent where the search tells nothing
};

/// A yes or no for each place, amounts for the offers that new venues may change; CBC, at most so many nodes as the problem's base says.
/// `gain` is what is known to be possible with `count` places: less is not looked for.
SearchedVenues searched_venues(const VenueProblem& problem, ExactArea gain);

} // namespace fieldgap
