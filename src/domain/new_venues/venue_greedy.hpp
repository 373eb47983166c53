#pragma once
// Places one after the other, each time the one that closes most beside those taken, and how much better any others could be.

#include "domain/new_venues/venue_gains.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fieldgap {

struct GreedyVenues
{
    std::vector<std::uint32_t> chosen; ///< in the order in which they were taken; none that closed nothing
    ExactArea gain;                    ///< of all of them together
    ExactArea bound;                   ///< no `count` places gain more, where gains only shrink
};

/// Lazily: what a place gained beside fewer others is the most that it gains beside more, so few are asked again at each step. Of equal
/// gains the place that stands first. The bound is the least, over the steps, of what is gained by then and the `count` largest gains of
/// one more place each. Both hold where gains only shrink (DistrictCapsBind::today_only); else the choice is as good as it happens to be.
GreedyVenues greedily_chosen(VenueGains gains, std::size_t count);

} // namespace fieldgap
