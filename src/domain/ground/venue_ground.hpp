#pragma once
// What a venue can give: ground is given once (docs/rules.md rule 1 and section 4).

#include "domain/city/city.hpp"
#include "domain/city/exact_amount.hpp"
#include "domain/city/finding.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

struct VenueGround
{
    bool is_venue = true;          ///< false: too little of its ground is left
    std::optional<ExactArea> area; ///< absent where neither outline nor area_m2 is known
};

/// From the smallest venue (area to 0.01 m2, then id) to the largest: its ground less every campus and every smaller venue.
/// A given area_m2 shrinks in proportion to the ground that is left; that of a point is 0 where `given_elsewhere` says so. Parallel to
/// City::venues.
std::vector<VenueGround> venue_grounds(const City& city, Findings& findings);

} // namespace fieldgap
