#pragma once
// The network as a search sees it: its nodes in the states of a walk.

#include "gis/walking/walk_times.hpp"

#include <cstdint>
#include <vector>

namespace gis {

/// How far a walk has come. Private ways are walked at its beginning, up to the first public way, and at its end, from the last public
/// way on (docs/rules.md rule 8). Whoever is in one state may do all that one in a later state may. Seen from its end a walk has the same
/// states.
enum class WalkState : std::uint8_t { only_private, on_public, private_again };

/// The state after an edge; absent where the edge may not be walked.
std::optional<WalkState> state_after(WalkState before, bool private_edge);

/// A node in a state.
enum class StopId : std::uint32_t {};

constexpr std::uint32_t index(StopId id)
{
    return static_cast<std::uint32_t>(id);
}

/// A step over an arc.
struct Hop
{
    StopId head{};
    float seconds = 0.0F;
};

/// Stops in the order of their nodes: one for a node without private edges, whatever the state, else three side by side. So a search over
/// stops costs what a search over nodes does but for the few nodes of private ways, and does not ask who may walk where.
struct WalkStates
{
    std::vector<std::uint32_t> first_stop; ///< node count + 1
    std::vector<std::uint32_t> first_hop;  ///< stop count + 1; hops that leave a stop stand together, by arc
    std::vector<Hop> hop;
    std::vector<ArcId> arc;   ///< parallel to `hop`
    std::vector<StopId> tail; ///< parallel to `hop`

    std::size_t stop_count() const { return first_hop.size() - 1; }
    bool has_states(NodeId node) const { return first_stop[index(node) + 1] - first_stop[index(node)] > 1; }
    StopId stop(NodeId node, WalkState state) const
    {
        return StopId{first_stop[index(node)] + (has_states(node) ? static_cast<std::uint32_t>(state) : 0)};
    }
    NodeId node_of(StopId stop) const;
};

WalkStates walk_states(const WalkTimes& times);

} // namespace gis
