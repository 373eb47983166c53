#include "domain/options/option_ground.hpp"

#include "domain/gap/open_channels.hpp"
#include "domain/walk/walk_limits.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr double seconds_per_minute = 60.0;

gis::Pace pace_of(const WalkSettings& walk)
{
    return walk_limits(walk).pace;
}

/// Along the fastest edge, or over squares that are steps; lengths and the plane agree to 5e-5.
double fastest_m_per_s(const gis::WalkTimes& times, const WalkSettings& walk)
{
    constexpr double plane_and_rounding = 1.001;
    double fastest = walk.speed_m_per_min / seconds_per_minute / std::min(walk.steps_factor, 1.0);
    const gis::WalkNetwork& streets = times.network();
    for (std::uint32_t edge = 0; edge < streets.edge_count(); ++edge) {
        for (const bool forward : {true, false}) {
            const double seconds = times.moving_s(gis::EdgeId{edge}, forward);
            fastest = seconds > 0.0 ? std::max(fastest, static_cast<double>(streets.edge_length_m[edge]) / seconds) : fastest;
        }
    }
    return fastest * plane_and_rounding;
}

} // namespace

OptionGround::OptionGround(const AnalysedCity& analysed)
    : analysed_(analysed), measured_(analysed.measured()),
      seconds_(gis::arc_seconds(*analysed.walking.streets, pace_of(analysed.settings.walk), analysed.walking.slope_factor)),
      times_(*analysed.walking.streets, seconds_, pace_of(analysed.settings.walk)),
      grid_(*analysed.walking.streets, std::max(analysed.settings.walk.link_max_m, 1.0)),
      limit_s_(limit_with_slack_s(walk_limits(analysed.settings.walk))), max_m_per_s_(fastest_m_per_s(times_, analysed.settings.walk)),
      first_rent_(first_pairs(analysed.results.reach.rent.pairs, analysed.city.schools.size())),
      first_share_(first_pairs(analysed.results.reach.share.pairs, analysed.city.schools.size()))
{
    find_takers();
    find_givers();
}

void OptionGround::find_takers()
{
    const auto gets_on_foot = [this](std::size_t school) {
        return is_open_to(measured_, Channel::rent, school) || is_open_to(measured_, Channel::share, school);
    };
    for (std::size_t s = 0; s < measured_.city.schools.size(); ++s) {
        const Assessment& state = measured_.assessments[s];
        if (state.has_figures() && state.gap > ExactArea() && gets_on_foot(s)) {
            takers_.push_back(SchoolIndex(s));
            if (state.gap > analysed_.results.allocation.of_school[s].received()) {
                lacking_.push_back(SchoolIndex(s));
            }
        }
    }
}

void OptionGround::find_givers()
{
    const auto& channels = measured_.settings.channels;
    for (std::uint32_t v = 0; v < measured_.city.venues.size() && channels[Channel::rent].on; ++v) {
        const VenueGround& ground = measured_.venue_grounds[v];
        if (measured_.city.venues[v].rentable && ground.is_venue && ground.area.value_or(ExactArea()) > ExactArea()) {
            givers_.push_back({Channel::rent, v});
        }
    }
    for (std::uint32_t s = 0; s < measured_.city.schools.size() && channels[Channel::share].on; ++s) {
        if (measured_.assessments[s].has_figures() && measured_.assessments[s].surplus > ExactArea()) {
            givers_.push_back({Channel::share, s});
        }
    }
}

const std::string& OptionGround::id_of(const Giver& giver) const
{
    return giver.channel == Channel::rent ? measured_.city.venues[giver.position].id : measured_.city.schools[giver.position].id;
}

bool OptionGround::may_give(const Giver& giver, SchoolIndex taker) const
{
    return is_open_to(measured_, giver.channel, index(taker));
}

bool OptionGround::is_in_reach(const Giver& giver, SchoolIndex taker) const
{
    const Reach& reach = analysed_.results.reach;
    const std::vector<ReachedPair>& pairs = giver.channel == Channel::rent ? reach.rent.pairs : reach.share.pairs;
    const std::vector<std::uint32_t>& first = giver.channel == Channel::rent ? first_rent_ : first_share_;
    const auto of_taker = std::span(pairs).subspan(first[index(taker)], first[index(taker) + 1] - first[index(taker)]);
    const auto comes_before = [](const ReachedPair& pair, std::uint32_t wanted) { return pair.giver < wanted; };
    const auto found = std::lower_bound(of_taker.begin(), of_taker.end(), giver.position, comes_before);
    return found != of_taker.end() && found->giver == giver.position;
}

OptionGround::SiteOf OptionGround::site_of(const Giver& giver) const
{
    const SiteAccess& access_points = analysed_.results.reach.access_points;
    return {giver.channel == Channel::rent ? &access_points.of_venue : &access_points.of_school, giver.position};
}

OptionGround::SiteOf OptionGround::site_of(SchoolIndex taker) const
{
    return {&analysed_.results.reach.access_points.of_school, index(taker)};
}

double OptionGround::piece_s(double metres) const
{
    return metres / analysed_.settings.walk.speed_m_per_min * seconds_per_minute;
}

double OptionGround::wait_s(gis::NodeId node) const
{
    return streets().node_signal[index(node)] != 0 ? analysed_.settings.walk.crossing_s : 0.0;
}

gis::Box entries_box(std::span<const gis::Access> accesses)
{
    gis::Box box;
    for (const gis::Access& access : accesses) {
        box.add(access.entry);
    }
    return box;
}

} // namespace fieldgap
