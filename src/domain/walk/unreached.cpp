#include "domain/walk/unreached.hpp"

#include "domain/gap/open_channels.hpp"
#include "domain/walk/straight_pairs.hpp"
#include "domain/walk/walk_limits.hpp"
#include "gis/walking/connected_parts.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

constexpr double limits_looked = 2.0; ///< how many times the limit a walk is looked for

/// Who takes and who gives by one channel; a site without parts takes no part.
struct Sides
{
    std::vector<Site> takers; ///< parallel to City::schools
    std::vector<Site> givers; ///< parallel to City::venues or City::schools
};

bool lacks_ground(const MeasuredCity& measured, Channel channel, std::size_t school)
{
    const Assessment& state = measured.assessments[school];
    const bool has_gap = state.has_figures() && state.gap > ExactArea();
    return is_open_to(measured, channel, school) && (has_gap || (channel == Channel::rent && state.status == Status::unknown));
}

Sides sides_of(const MeasuredCity& measured, Channel channel)
{
    const City& city = measured.city;
    Sides sides{std::vector<Site>(city.schools.size()), {}};
    const auto site_of = [&](std::size_t school) { return school_site(city, measured.owns, SchoolIndex(school)); };
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        const Assessment& state = measured.assessments[s];
        if (lacks_ground(measured, channel, s)) {
            sides.takers[s] = site_of(s);
        }
        if (channel == Channel::share) {
            sides.givers.push_back(state.has_figures() && state.surplus > ExactArea() ? site_of(s) : Site());
        }
    }
    for (std::size_t v = 0; channel == Channel::rent && v < city.venues.size(); ++v) {
        const VenueGround& ground = measured.venue_grounds[v];
        const bool gives = city.venues[v].rentable && ground.is_venue && ground.area.value_or(ExactArea()) > ExactArea();
        sides.givers.push_back(gives ? venue_site(city.venues[v]) : Site());
    }
    return sides;
}

/// The parts of the network that the sites of one list lead to, worked out when they are asked for.
class PartsOfSites
{
public:
    explicit PartsOfSites(const gis::SiteAccesses& accesses) : accesses_(accesses), parts_(accesses.site_count()) {}

    const gis::PartList& of(std::size_t site, const gis::ConnectedParts& network)
    {
        if (!parts_[site]) {
            parts_[site] = network.parts_of(accesses_, site);
        }
        return *parts_[site];
    }

private:
    const gis::SiteAccesses& accesses_;
    std::vector<std::optional<gis::PartList>> parts_;
};

/// Looks for the givers of one channel.
class GiverSearch
{
public:
    GiverSearch(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking, Channel channel)
        : measured_(measured), channel_(channel), walking_(walking), reached_(channel == Channel::rent ? reach.rent : reach.share),
          of_takers_(reach.access_points.of_school),
          of_givers_(channel == Channel::rent ? reach.access_points.of_venue : reach.access_points.of_school), parts_of_takers_(of_takers_),
          parts_of_givers_(of_givers_)
    {
    }

    void append_to(std::vector<UnreachedGiver>& all)
    {
        std::vector<StraightPair> pairs = near_pairs();
        const gis::Walks walks = long_walks(pairs);
        auto walk = walks.walk.begin();
        for (StraightPair& pair : pairs) {
            const auto is_before = [&pair](const gis::Walk& one) {
                return std::tie(one.source, one.target) < std::tie(pair.from, pair.to);
            };
            walk = std::find_if_not(walk, walks.walk.end(), is_before);
            const bool is_found = walk != walks.walk.end() && walk->source == pair.from && walk->target == pair.to;
            all.push_back({SchoolIndex(pair.from), channel_, pair.to, std::move(pair.line), pair.metres,
                           is_found ? std::optional(walk->seconds) : std::nullopt,
                           is_found ? UnreachedReason::too_far : why_not_found(pair.from, pair.to)});
        }
    }

private:
    std::vector<StraightPair> near_pairs() const
    {
        const WalkSettings& walk = measured_.settings.walk;
        const Sides sides = sides_of(measured_, channel_);
        const auto is_unreached = [this](std::uint32_t taker, std::uint32_t giver) {
            const bool is_itself = channel_ == Channel::share && taker == giver;
            return !is_itself && !is_reached(taker, giver);
        };
        return straight_pairs(sides.takers, sides.givers, walk.minutes * walk.speed_m_per_min, is_unreached);
    }

    bool is_reached(std::uint32_t taker, std::uint32_t giver) const
    {
        const auto lies_before = [](const ReachedPair& one, const std::pair<SchoolIndex, std::uint32_t>& other) {
            return std::tie(one.school, one.giver) < std::tie(other.first, other.second);
        };
        const std::pair wanted(SchoolIndex(taker), giver);
        const auto found = std::lower_bound(reached_.pairs.begin(), reached_.pairs.end(), wanted, lies_before);
        return found != reached_.pairs.end() && found->school == wanted.first && found->giver == giver;
    }

    /// By taker, then giver; among others those of the pairs.
    gis::Walks long_walks(const std::vector<StraightPair>& pairs) const
    {
        std::vector<bool> searches(of_takers_.site_count());
        std::vector<bool> is_looked_for(of_givers_.site_count());
        for (const StraightPair& pair : pairs) {
            searches[pair.from] = true;
            is_looked_for[pair.to] = true;
        }
        gis::ReachSettings limits = walk_limits(measured_.settings.walk);
        limits.limit_s *= limits_looked;
        limits.routes = false;
        const auto seconds = gis::arc_seconds(*walking_.streets, limits.pace, walking_.slope_factor);
        return pairs.empty() ? gis::Walks()
                             : gis::walks_within(*walking_.streets, seconds, of_takers_, of_givers_, limits,
                                                 {&searches, &is_looked_for, channel_ == Channel::share});
    }

    UnreachedReason why_not_found(std::uint32_t taker, std::uint32_t giver)
    {
        if (of_takers_.of(taker).empty() || of_givers_.of(giver).empty()) {
            return UnreachedReason::no_entry;
        }
        if (!parts_) {
            parts_.emplace(*walking_.streets);
        }
        return gis::may_be_connected(parts_of_takers_.of(taker, *parts_), parts_of_givers_.of(giver, *parts_))
                   ? UnreachedReason::detour
                   : UnreachedReason::not_connected;
    }

    const MeasuredCity& measured_;
    Channel channel_;
    const WalkNetworkView& walking_;
    const ReachedPairs& reached_;
    const gis::SiteAccesses& of_takers_;
    const gis::SiteAccesses& of_givers_;
    std::optional<gis::ConnectedParts> parts_;
    PartsOfSites parts_of_takers_, parts_of_givers_;
};

const std::string& giver_id(const City& city, const UnreachedGiver& row)
{
    return row.channel == Channel::rent ? city.venues[row.giver].id : city.schools[row.giver].id;
}

} // namespace

std::vector<UnreachedGiver> unreached_givers(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking)
{
    std::vector<UnreachedGiver> all;
    if (walking.streets == nullptr) {
        return all;
    }
    for (const Channel channel : {Channel::rent, Channel::share}) {
        GiverSearch(measured, reach, walking, channel).append_to(all);
    }
    std::stable_sort(all.begin(), all.end(), [&](const UnreachedGiver& a, const UnreachedGiver& b) {
        return std::tie(a.school, giver_id(measured.city, a), a.channel) < std::tie(b.school, giver_id(measured.city, b), b.channel);
    });
    return all;
}

} // namespace fieldgap
