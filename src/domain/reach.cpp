#include "domain/reach.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr double touch_m = 0.01;

/// Which schools may be in a row of each kind.
struct Roles
{
    std::vector<bool> walks_to_venue, takes, gives; ///< per school
    std::vector<bool> is_rentable;                  ///< per venue
};

Roles roles_of(const City& city, const Ownership& owns, std::span<const Assessment> assessments, std::span<const VenueGround> grounds,
               const Settings& settings)
{
    Roles roles;
    const bool shares = settings.channels[Channel::share].on && settings.standard.regime.channels[Channel::share] != CountsFor::no_school;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        roles.walks_to_venue.push_back(has_figures(city, owns, SchoolIndex(s)));
        roles.takes.push_back(shares && assessments[s].has_figures() && assessments[s].gap > ExactArea());
        roles.gives.push_back(shares && assessments[s].has_figures() && assessments[s].surplus > ExactArea());
    }
    for (std::size_t v = 0; v < city.venues.size(); ++v) {
        roles.is_rentable.push_back(city.venues[v].rentable && grounds[v].is_venue);
    }
    return roles;
}

/// The outlines of sites that are entered by their outline.
struct OpenOutlines
{
    std::vector<Site> site; ///< no outlines where a site has gates or takes no part
    std::vector<gis::Box> box;
    std::vector<std::uint32_t> owner; ///< of each box

    void add(const Site& of_site, bool takes_part)
    {
        site.push_back(takes_part ? of_site : Site());
        for (const gis::MultiPolygon* outline : site.back().outlines) {
            box.push_back(gis::bounds(*outline));
            owner.push_back(static_cast<std::uint32_t>(site.size() - 1));
        }
    }
};

bool touch(const Site& a, const Site& b)
{
    return std::any_of(a.outlines.begin(), a.outlines.end(), [&](const gis::MultiPolygon* one) {
        return std::any_of(b.outlines.begin(), b.outlines.end(),
                           [&](const gis::MultiPolygon* other) { return gis::is_within(*one, *other, touch_m); });
    });
}

std::vector<ReachedPair> touching_pairs(const OpenOutlines& schools, const OpenOutlines& givers, bool same_list)
{
    const gis::BoxIndex index(givers.box);
    std::vector<ReachedPair> pairs;
    for (std::size_t s = 0; s < schools.site.size(); ++s) {
        std::vector<std::uint32_t> near;
        for (const gis::MultiPolygon* outline : schools.site[s].outlines) {
            for (const std::uint32_t box : index.meeting(gis::bounds(*outline).widened(touch_m))) {
                near.push_back(givers.owner[box]);
            }
        }
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const std::uint32_t giver : near) {
            if (!(same_list && giver == s) && touch(schools.site[s], givers.site[giver])) {
                pairs.push_back({SchoolIndex(s), giver, 0.0, 0.0, touching});
            }
        }
    }
    return pairs;
}

bool comes_before(const ReachedPair& a, const ReachedPair& b)
{
    return a.school != b.school ? a.school < b.school : a.giver < b.giver;
}

/// Walked pairs with those that touch put in their place.
std::vector<ReachedPair> merged(const gis::Walks& walks, const std::vector<ReachedPair>& touching_ones)
{
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

OpenOutlines open_schools(const City& city, const Ownership& owns, const SiteEntries& entries, const std::vector<bool>& takes_part)
{
    OpenOutlines open;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        const bool is_open = takes_part[s] && entries.of_school[s].source == EntrySource::outline;
        open.add(is_open ? school_site(city, owns, SchoolIndex(s)) : Site(), is_open);
    }
    return open;
}

OpenOutlines open_venues(const City& city, const SiteEntries& entries, const std::vector<bool>& takes_part)
{
    OpenOutlines open;
    for (std::size_t v = 0; v < city.venues.size(); ++v) {
        const bool is_open = takes_part[v] && entries.of_venue[v].source == EntrySource::outline;
        open.add(is_open ? venue_site(city.venues[v]) : Site(), is_open);
    }
    return open;
}

gis::Line touching_line(const City& city, const Reach& reach, Channel channel, const ReachedPair& pair)
{
    const auto& own = reach.entries.of_school[index(pair.school)].at;
    const auto& theirs = channel == Channel::rent ? reach.entries.of_venue[pair.giver].at : reach.entries.of_school[pair.giver].at;
    gis::Line best{city.schools[index(pair.school)].at, city.schools[index(pair.school)].at};
    double least_m = std::numeric_limits<double>::infinity();
    for (const gis::Point& a : own) {
        for (const gis::Point& b : theirs) {
            if (gis::distance_m(a, b) < least_m) {
                least_m = gis::distance_m(a, b);
                best = {a, b};
            }
        }
    }
    return best;
}

} // namespace

Reach pairs_within_walk(const City& city, const Ownership& owns, std::span<const Assessment> assessments,
                        std::span<const VenueGround> grounds, const Walking& walking, const Settings& settings, Findings& findings)
{
    Reach reach;
    reach.entries = entries(city, owns, findings);
    if (walking.streets == nullptr) {
        return reach;
    }
    const WalkSettings& walk = settings.walk;
    reach.doors = doors(city, owns, reach.entries, *walking.streets, walk.snap_m, findings);
    const Roles roles = roles_of(city, owns, assessments, grounds, settings);
    gis::ReachSettings limits;
    limits.pace = {walk.speed_m_per_min, walk.crossing_s, walk.steps_factor};
    limits.limit_s = walk.minutes * 60.0;
    const auto seconds = gis::arc_seconds(*walking.streets, limits.pace, walking.slope_factor);

    reach.rent.walks = gis::walks_within(*walking.streets, seconds, reach.doors.of_school, reach.doors.of_venue, limits,
                                         {&roles.walks_to_venue, &roles.is_rentable, false});
    reach.rent.pairs = merged(reach.rent.walks, touching_pairs(open_schools(city, owns, reach.entries, roles.walks_to_venue),
                                                               open_venues(city, reach.entries, roles.is_rentable), false));
    reach.share.walks = gis::walks_within(*walking.streets, seconds, reach.doors.of_school, reach.doors.of_school, limits,
                                          {&roles.takes, &roles.gives, true});
    reach.share.pairs = merged(reach.share.walks, touching_pairs(open_schools(city, owns, reach.entries, roles.takes),
                                                                 open_schools(city, owns, reach.entries, roles.gives), true));
    return reach;
}

gis::Line route_of(const City& city, const Walking& walking, const Reach& reach, Channel channel, const ReachedPair& pair)
{
    if (pair.walk == touching) {
        return touching_line(city, reach, channel, pair);
    }
    const ReachedPairs& pairs = channel == Channel::rent ? reach.rent : reach.share;
    const gis::SiteAccesses& givers = channel == Channel::rent ? reach.doors.of_venue : reach.doors.of_school;
    return gis::walk_line(*walking.streets, pairs.walks, pairs.walks.walk[pair.walk], reach.doors.of_school, givers);
}

} // namespace fieldgap
