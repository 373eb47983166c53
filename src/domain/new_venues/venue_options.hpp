#pragma once
// Where new venues would close most of the gaps (docs/rules.md rule 14).

#include "domain/analysis/analysis.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

/// A place, and what a venue there would close of the whole city's residual.
struct VenueOption
{
    ExactArea gain;                      ///< it alone
    std::optional<std::int64_t> rank;    ///< among the chosen ones, from 1; absent: not chosen
    std::optional<ExactArea> joint_gain; ///< of a chosen one: beside those of smaller rank
    std::int64_t schools = 0;            ///< with a gap that rent may close, and to which it would be in reach
};

struct VenueOptions
{
    std::vector<VenueOption> places; ///< parallel to City::new_venues; empty where rent is off
    ExactArea gain;                  ///< of all chosen ones together
    ExactArea bound;                 ///< proven: no other places, as many, close more
    bool is_proven = true;           ///< they are the best
};

/// Of area alone: leases and the caps of channels and districts stay as they are; lots, schools per venue and other objectives apart.
VenueOptions venue_options(const AnalysedCity& analysed, Findings& findings);

} // namespace fieldgap
