#pragma once
// Which streets hang together on foot.

#include "gis/walking/access_points.hpp"
#include "gis/walking/walk_states.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace gis {

/// Numbers of the parts of a network into which a walk may lead that begins or ends somewhere, ascending.
using PartList = std::vector<std::uint32_t>;

/// The parts of a network that hang together: those of public ways, and those of private ways, with which a walk may begin and end but
/// which it does not pass through (docs/rules.md rule 8). Beyond `WalkNetwork::whole_within` streets are missing: all parts that lead there
/// may hang together out there, and share one number more.
class ConnectedParts
{
public:
    /// `network` must outlive it.
    explicit ConnectedParts(const WalkNetwork& network);

    /// From a private way also the parts of public ways that it leads to; from the ground of a square those of the corners that are seen.
    PartList parts_of(const SiteAccesses& sites, std::size_t site) const;

private:
    void join_edges();
    void note_what_leads_beyond();
    void add_part(std::uint32_t part, PartList& parts) const;
    void add_parts_at(NodeId node, WalkState state, PartList& parts) const;

    const WalkNetwork& network_;
    std::uint32_t beyond_; ///< the number that parts leading out of the known streets share
    std::vector<std::uint32_t> public_part_of_node_, private_part_of_node_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> public_part_of_private_; ///< ascending, each once
    std::vector<bool> leads_beyond_;                                              ///< by part
};

/// False only where no walk of any length leads from the one to the other: they share no part.
bool may_be_connected(const PartList& a, const PartList& b);

} // namespace gis
