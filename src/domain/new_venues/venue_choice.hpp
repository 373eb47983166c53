#pragma once
// Which places for new venues close most together, and how surely.

#include "domain/new_venues/venue_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fieldgap {

struct VenueChoice
{
    std::vector<ExactArea> alone;      ///< per place: what it alone would close
    std::vector<std::uint32_t> chosen; ///< each time the one that closes most beside those before it; of equal ones the first place
    std::vector<ExactArea> beside;     ///< parallel to `chosen`: what it closes beside those before it
    ExactArea gain;                    ///< of all chosen ones: the sum of `beside`
    ExactArea bound;                   ///< proven: no `count` places gain more

    bool is_proven() const { return gain == bound; }
};

/// More places than these are not searched.
inline constexpr std::size_t most_places_searched = 200;

/// Up to most_places_searched places the best there are, if the search is not cut off; none of them is idle beside the others, so there
/// may be fewer than `count`, and none can give way to an earlier one without closing less. Of more places those of the lazy greedy choice.
VenueChoice chosen_venues(const VenueProblem& problem);

} // namespace fieldgap
