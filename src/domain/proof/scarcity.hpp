#pragma once
// Where a city lacks ground: the bottlenecks, and what one more m2 of a venue or of a cap would close (docs/rules.md rule 11).

#include "domain/analysis/analysis.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// Schools whose gap nothing in reach can close, all caps, lots and places apart: there a new facility is owed.
struct Bottleneck
{
    std::string id;                   ///< B1, B2 ..: as many digits as the last one has
    std::vector<SchoolIndex> schools; ///< main schools, ascending
    ExactArea deficit;                ///< their gaps, less what leases give
    ExactArea reachable;              ///< what venues and partners in reach and their own campuses can give beyond leases

    ExactArea unmet() const { return deficit - reachable; }
};

struct Scarcity
{
    std::vector<Bottleneck> bottlenecks;          ///< in the order of their ids: the most unmet first
    std::vector<std::uint8_t> venue_shadow;       ///< parallel to City::venues: 1 where one more m2 of it would close gap
    PerChannel<std::optional<bool>> cap_shadow{}; ///< the same of caps; absent where a channel is off or has none
};

/// Lots, places and the objective apart, leases as they are; the caps hold for the shadows, not for the bottlenecks.
Scarcity scarcity(const AnalysedCity& analysed);

} // namespace fieldgap
