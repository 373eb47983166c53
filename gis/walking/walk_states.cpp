#include "gis/walking/walk_states.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>

namespace gis {
namespace {

constexpr std::array<WalkState, 3> all_states = {WalkState::only_private, WalkState::on_public, WalkState::private_again};

std::vector<bool> nodes_with_private_edges(const WalkNetwork& network)
{
    std::vector<bool> has_private(network.node_count());
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        if (network.is_private(EdgeId{edge})) {
            has_private[index(network.edge_from[edge])] = true;
            has_private[index(network.edge_to[edge])] = true;
        }
    }
    return has_private;
}

class StatesMaker
{
public:
    explicit StatesMaker(const WalkTimes& times) : times_(times), network_(times.network()) {}

    WalkStates made()
    {
        number_stops();
        states_.hop.resize(states_.first_hop.back());
        states_.arc.resize(states_.first_hop.back());
        states_.tail.resize(states_.first_hop.back());
        constexpr std::size_t nodes_a_task = 4096;
        tbb::parallel_for(tbb::blocked_range<std::uint32_t>(0, static_cast<std::uint32_t>(network_.node_count()), nodes_a_task),
                          [this](const tbb::blocked_range<std::uint32_t>& nodes) {
                              for (std::uint32_t node = nodes.begin(); node < nodes.end(); ++node) {
                                  add_hops(NodeId{node});
                              }
                          });
        return std::move(states_);
    }

private:
    void number_stops()
    {
        const std::vector<bool> has_private = nodes_with_private_edges(network_);
        states_.first_stop.reserve(network_.node_count() + 1);
        states_.first_hop.reserve(network_.node_count() + 1);
        states_.first_hop.push_back(0);
        for (std::uint32_t node = 0; node < network_.node_count(); ++node) {
            states_.first_stop.push_back(static_cast<std::uint32_t>(states_.stop_count()));
            if (has_private[node]) {
                for (const WalkState state : all_states) {
                    add_stop(hop_count(NodeId{node}, state));
                }
            } else {
                add_stop(network_.first_arc[node + 1] - network_.first_arc[node]);
            }
        }
        states_.first_stop.push_back(static_cast<std::uint32_t>(states_.stop_count()));
    }

    void add_stop(std::uint32_t hops) { states_.first_hop.push_back(states_.first_hop.back() + hops); }

    std::uint32_t hop_count(NodeId node, WalkState state) const
    {
        std::uint32_t count = 0;
        for (std::uint32_t i = network_.first_arc[index(node)]; i < network_.first_arc[index(node) + 1]; ++i) {
            count += state_after(state, network_.is_private(edge_of(network_.arc[i]))) ? 1U : 0U;
        }
        return count;
    }

    void add_hops(NodeId node)
    {
        if (!states_.has_states(node)) {
            add_hops(node, WalkState::on_public);
            return;
        }
        for (const WalkState state : all_states) {
            add_hops(node, state);
        }
    }

    void add_hops(NodeId node, WalkState state)
    {
        const StopId stop = states_.stop(node, state);
        std::uint32_t at = states_.first_hop[index(stop)];
        for (std::uint32_t i = network_.first_arc[index(node)]; i < network_.first_arc[index(node) + 1]; ++i) {
            const ArcId arc = network_.arc[i];
            if (const auto after = state_after(state, network_.is_private(edge_of(arc)))) {
                states_.hop[at] = {states_.stop(network_.head[i], *after), times_.whole_s(arc)};
                states_.arc[at] = arc;
                states_.tail[at] = stop;
                ++at;
            }
        }
    }

    const WalkTimes& times_;
    const WalkNetwork& network_;
    WalkStates states_;
};

} // namespace

std::optional<WalkState> state_after(WalkState before, bool private_edge)
{
    if (private_edge) {
        return before == WalkState::only_private ? WalkState::only_private : WalkState::private_again;
    }
    return before == WalkState::private_again ? std::nullopt : std::optional(WalkState::on_public);
}

NodeId WalkStates::node_of(StopId stop) const
{
    const auto after = std::upper_bound(first_stop.begin(), first_stop.end(), index(stop));
    return NodeId{static_cast<std::uint32_t>(after - first_stop.begin() - 1)};
}

WalkStates walk_states(const WalkTimes& times)
{
    return StatesMaker(times).made();
}

} // namespace gis
