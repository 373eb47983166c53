#pragma once
// Which venues and which partners lie within the walk (docs/rules.md rules 6 to 9).

#include "domain/gap/measured_city.hpp"
#include "domain/walk/entry.hpp"

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

/// Where the pairs of each school begin; one more at the end. `pairs` stand by school.
std::vector<std::uint32_t> first_pairs(const std::vector<ReachedPair>& pairs, std::size_t schools);

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
Reach pairs_within_walk(const MeasuredCity& measured, const WalkNetworkView& walking, Findings& findings);

/// The pairs of both channels alone, by other limits than those of the settings. Needs streets, and the entries and access points of
/// `reach`.
Reach searched_pairs(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, const gis::ReachSettings& limits);

/// The pairs of the channel share alone, for other takers and givers than the city's own gaps make. Needs streets and the access
/// points of `reach`; `takes` and `gives` are parallel to City::schools.
ReachedPairs shared_pairs(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, const std::vector<bool>& takes,
                          const std::vector<bool>& gives);

/// The route of a pair in the CityPlane: from the school's entry to the giver's. At least two points; both the same where outlines touch.
gis::Line route_of(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, Channel channel,
                   const ReachedPair& pair);

} // namespace fieldgap
