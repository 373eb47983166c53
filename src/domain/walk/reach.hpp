#pragma once
// Which venues and which partners lie within the walk (docs/rules.md rules 6 to 9).

#include "domain/city/settings.hpp"
#include "domain/gap/gap.hpp"
#include "domain/ground/venue_ground.hpp"
#include "domain/walk/entry.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// One pair in reach: a school and what it walks to.
struct ReachedPair
{
    SchoolIndex school{};
    std::uint32_t giver = 0; ///< position in City::venues (rent) or City::schools (share)
    double walk_s = 0.0;
    double walk_m = 0.0;
    std::uint32_t walk = 0; ///< position in `Walks::walk`, or `touching`
};

inline constexpr std::uint32_t touching = 0xFFFFFFFFU; ///< the outlines touch: 0 s, without a way

/// Pairs of one channel, by school, then giver.
struct ReachedPairs
{
    std::vector<ReachedPair> pairs;
    gis::Walks walks;
};

struct Reach
{
    SiteEntries entries;
    SiteAccess access_points;
    ReachedPairs rent;
    ReachedPairs share;
};

/// The streets and how fast they are walked.
struct WalkNetworkView
{
    const gis::WalkNetwork* streets = nullptr; ///< nullptr: no network was given, nobody reaches anything on foot
    std::vector<float> slope_factor;           ///< by ArcId, or empty
};

/// Rent: every school with figures x rentable venue (whatever its area). Share, where the channel is on: school with a gap x school with a
/// surplus. Sites without gates whose outlines touch (1 cm) or overlap are 0 s apart.
Reach pairs_within_walk(const City& city, const Ownership& owns, std::span<const Assessment> assessments,
                        std::span<const VenueGround> grounds, const WalkNetworkView& walking, const Settings& settings, Findings& findings);

/// The pairs of the channel share alone, for other takers and givers than the city's own gaps make. Needs streets and the doors of `reach`.
ReachedPairs shared_pairs(const City& city, const Ownership& owns, const Reach& reach, const std::vector<bool>& takes,
                          const std::vector<bool>& gives, const WalkNetworkView& walking, const Settings& settings);

/// The route of a pair in the CityPlane: from the school's entry to the giver's. At least two points; both the same where outlines touch.
gis::Line route_of(const City& city, const Ownership& owns, const WalkNetworkView& walking, const Reach& reach, Channel channel,
                   const ReachedPair& pair);

} // namespace fieldgap
