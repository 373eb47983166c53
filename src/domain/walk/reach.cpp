#include "domain/walk/reach.hpp"

#include "domain/walk/touching.hpp"
#include "domain/walk/walk_limits.hpp"
#include "gis/routes/walk_line.hpp"

#include <numeric>

namespace fieldgap {
namespace {

/// Which schools may be in a row of each kind.
struct Roles
{
    std::vector<bool> walks_to_venue, takes, gives; ///< per school
    std::vector<bool> is_rentable;                  ///< per venue
};

Roles roles_of(const MeasuredCity& measured)
{
    const City& city = measured.city;
    const Settings& settings = measured.settings;
    Roles roles;
    const bool shares = settings.channels[Channel::share].on && settings.standard.regime.channels[Channel::share] != CountsFor::no_school;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        roles.walks_to_venue.push_back(has_figures(city, measured.owns, SchoolIndex(s)));
        roles.takes.push_back(shares && measured.assessments[s].has_figures() && measured.assessments[s].gap > ExactArea());
        roles.gives.push_back(shares && measured.assessments[s].has_figures() && measured.assessments[s].surplus > ExactArea());
    }
    for (std::size_t v = 0; v < city.venues.size(); ++v) {
        roles.is_rentable.push_back(city.venues[v].rentable && measured.venue_grounds[v].is_venue);
    }
    return roles;
}

bool comes_before(const ReachedPair& a, const ReachedPair& b)
{
    return a.school != b.school ? a.school < b.school : a.giver < b.giver;
}

/// Walked pairs with those that touch put in their place.
std::vector<ReachedPair> merged(const gis::Walks& walks, const std::vector<TouchingPair>& touching_sites)
{
    std::vector<ReachedPair> touching_ones;
    for (const TouchingPair& pair : touching_sites) {
        touching_ones.push_back({SchoolIndex(pair.a), pair.b, 0.0, 0.0, touching});
    }
    std::vector<ReachedPair> walked;
    walked.reserve(walks.walk.size() + touching_ones.size());
    auto next = touching_ones.begin();
    for (std::size_t i = 0; i < walks.walk.size(); ++i) {
        const gis::Walk& walk = walks.walk[i];
        const ReachedPair pair{SchoolIndex(walk.source), walk.target, walk.seconds, walk.metres, static_cast<std::uint32_t>(i)};
        while (next != touching_ones.end() && comes_before(*next, pair)) {
            walked.push_back(*next++);
        }
        if (next != touching_ones.end() && !comes_before(pair, *next)) {
            walked.push_back(*next++);
        } else {
            walked.push_back(pair);
        }
    }
    walked.insert(walked.end(), next, touching_ones.end());
    return walked;
}

/// Those who walk, or those to whom they walk.
struct Side
{
    const std::vector<Entries>& entries;
    const gis::SiteAccesses& access_points;
    const std::vector<bool>& takes_part;
};

/// One network at one pace.
class PairSearch
{
public:
    PairSearch(const WalkNetworkView& walking, const gis::ReachSettings& limits)
        : streets_(*walking.streets), limits_(limits), seconds_(gis::arc_seconds(streets_, limits.pace, walking.slope_factor))
    {
    }

    ReachedPairs pairs(const Side& from, const Side& to, bool same_sites) const
    {
        ReachedPairs found;
        found.walks = gis::walks_within(streets_, seconds_, from.access_points, to.access_points, limits_,
                                        {&from.takes_part, &to.takes_part, same_sites});
        found.pairs = merged(found.walks, touching_pairs({from.entries, from.takes_part}, {to.entries, to.takes_part}, same_sites));
        return found;
    }

private:
    const gis::WalkNetwork& streets_;
    const gis::ReachSettings& limits_;
    std::vector<float> seconds_;
};

Side schools(const Reach& reach, const std::vector<bool>& take_part)
{
    return {reach.entries.of_school, reach.access_points.of_school, take_part};
}

Side venues(const Reach& reach, const std::vector<bool>& take_part)
{
    return {reach.entries.of_venue, reach.access_points.of_venue, take_part};
}

} // namespace

std::vector<std::uint32_t> first_pairs(const std::vector<ReachedPair>& pairs, std::size_t schools)
{
    std::vector<std::uint32_t> first(schools + 1, 0);
    for (const ReachedPair& pair : pairs) {
        ++first[index(pair.school) + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    return first;
}

ReachedPairs shared_pairs(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, const std::vector<bool>& takes,
                          const std::vector<bool>& gives)
{
    const gis::ReachSettings limits = walk_limits(measured.settings.walk);
    return PairSearch(walking, limits).pairs(schools(reach, takes), schools(reach, gives), true);
}

Reach searched_pairs(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, const gis::ReachSettings& limits)
{
    const Roles roles = roles_of(measured);
    const PairSearch search(walking, limits);
    Reach found;
    found.rent = search.pairs(schools(reach, roles.walks_to_venue), venues(reach, roles.is_rentable), false);
    found.share = search.pairs(schools(reach, roles.takes), schools(reach, roles.gives), true);
    return found;
}

Reach pairs_within_walk(const MeasuredCity& measured, const WalkNetworkView& walking, Findings& findings)
{
    Reach reach;
    reach.entries = entries(measured.city, measured.owns, findings);
    if (walking.streets == nullptr) {
        return reach;
    }
    reach.access_points = access_points(measured, reach.entries, *walking.streets, findings);
    Reach found = searched_pairs(measured, reach, walking, walk_limits(measured.settings.walk));
    reach.rent = std::move(found.rent);
    reach.share = std::move(found.share);
    return reach;
}

gis::Line route_of(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, Channel channel,
                   const ReachedPair& pair)
{
    if (pair.walk == touching) {
        const Entries& giver = (channel == Channel::rent ? reach.entries.of_venue : reach.entries.of_school)[pair.giver];
        const auto own = all_points(reach.entries.of_school[index(pair.school)]);
        return touching_line(own, all_points(giver), measured.city.schools[index(pair.school)].at);
    }
    const ReachedPairs& pairs = channel == Channel::rent ? reach.rent : reach.share;
    const gis::SiteAccesses& givers = channel == Channel::rent ? reach.access_points.of_venue : reach.access_points.of_school;
    return gis::walk_line(*walking.streets, pairs.walks, pairs.walks.walk[pair.walk], reach.access_points.of_school, givers);
}

} // namespace fieldgap
