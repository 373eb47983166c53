#pragma once
// A city with what was measured of it, as one argument.

#include "domain/gap/gap.hpp"
#include "domain/ground/venue_ground.hpp"

#include <span>

namespace fieldgap {

/// Everything is borrowed. Lists are parallel to those of the City: by school, but `venue_grounds` by venue.
struct MeasuredCity
{
    const City& city;
    const Settings& settings;
    const Ownership& owns;
    const DrawnGround& drawn;
    const CampusShares& shares;
    std::span<const Enrolment> enrolled;
    std::span<const std::optional<Need>> needs;
    std::span<const Supply> supplies;
    std::span<const Assessment> assessments;
    std::span<const VenueGround> venue_grounds;
};

} // namespace fieldgap
