#include "gis/walking/walk_times.hpp"

#include <algorithm>
#include <cmath>

namespace gis {
namespace {

constexpr double seconds_per_minute = 60.0;

ArcId arc_of(EdgeId edge, bool forward)
{
    return ArcId{index(edge) * 2 + (forward ? 0U : 1U)};
}

NodeId head_of(const WalkNetwork& network, EdgeId edge, bool forward)
{
    return forward ? network.edge_to[index(edge)] : network.edge_from[index(edge)];
}

double wait_s(const WalkNetwork& network, EdgeId edge, bool forward, double crossing_s)
{
    // Both ends of a passage are one place, and who comes to it has waited.
    const bool waits = network.node_signal[index(head_of(network, edge, forward))] != 0 && !network.is_passage(edge);
    return waits ? crossing_s : 0.0;
}

} // namespace

std::vector<float> arc_seconds(const WalkNetwork& network, const Pace& pace, std::span<const float> arc_factor)
{
    std::vector<float> seconds(network.edge_count() * 2);
    for (std::uint32_t i = 0; i < seconds.size(); ++i) {
        const EdgeId edge = edge_of(ArcId{i});
        const double flat_s = static_cast<double>(network.edge_length_m[index(edge)]) / pace.speed_m_per_min * seconds_per_minute;
        const double steps = network.is_steps(edge) ? pace.steps_factor : 1.0;
        const double slope = arc_factor.empty() ? 1.0 : static_cast<double>(arc_factor[i]);
        seconds[i] = static_cast<float>(flat_s * steps * slope + wait_s(network, edge, !is_backward(ArcId{i}), pace.crossing_s));
    }
    return seconds;
}

WalkTimes::WalkTimes(const WalkNetwork& network, std::span<const float> seconds_of_arc, const Pace& pace)
    : network_(network), seconds_of_arc_(seconds_of_arc), crossing_s_(pace.crossing_s),
      seconds_per_m_(seconds_per_minute / pace.speed_m_per_min), steps_factor_(pace.steps_factor)
{
}

Stretch WalkTimes::connector(const Access& access) const
{
    const auto metres = static_cast<double>(access.connector_m);
    return {metres * seconds_per_m_, metres};
}

double WalkTimes::moving_s(EdgeId edge, bool forward) const
{
    const auto whole = static_cast<double>(whole_s(arc_of(edge, forward)));
    return std::max(whole - wait_s(network_, edge, forward, crossing_s_), 0.0);
}

Stretch WalkTimes::stretch(EdgeId edge, bool forward, double share, bool arrives) const
{
    const double waiting_s = arrives ? wait_s(network_, edge, forward, crossing_s_) : 0.0;
    return {share * moving_s(edge, forward) + waiting_s, share * static_cast<double>(network_.edge_length_m[index(edge)])};
}

Stretch WalkTimes::to_end(const Access& access, bool forward) const
{
    const auto fraction = static_cast<double>(access.fraction);
    const double share = forward ? 1.0 - fraction : fraction;
    return stretch(access.edge, forward, share, share > 0.0);
}

Stretch WalkTimes::from_end(const Access& access, bool forward) const
{
    const auto fraction = static_cast<double>(access.fraction);
    const double share = forward ? fraction : 1.0 - fraction;
    return stretch(access.edge, forward, share, share >= 1.0);
}

Stretch WalkTimes::between(const Access& from, const Access& to) const
{
    const auto to_fraction = static_cast<double>(to.fraction);
    const double way = to_fraction - static_cast<double>(from.fraction);
    const bool forward = way >= 0.0;
    return stretch(from.edge, forward, std::fabs(way), std::fabs(way) > 0.0 && to_fraction == (forward ? 1.0 : 0.0));
}

Stretch WalkTimes::to_corner(const AccessSight& sight) const
{
    const bool waits = network_.node_signal[index(sight.node)] != 0 && sight.metres > 0.0F;
    return from_corner(sight) + Stretch{waits ? crossing_s_ : 0.0, 0.0};
}

Stretch WalkTimes::from_corner(const AccessSight& sight) const
{
    const auto metres = static_cast<double>(sight.metres);
    return {metres * seconds_per_m_ * (network_.squares[sight.square].is_steps ? steps_factor_ : 1.0), metres};
}

Stretch WalkTimes::across(const Access& from, const Access& to, std::uint32_t square) const
{
    return from_corner({NodeId{}, static_cast<float>(distance_m(from.on_edge, to.on_edge)), square});
}

} // namespace gis
