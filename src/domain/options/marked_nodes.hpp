#pragma once
// How far givers and takers are from the nodes at which options begin and end.

#include "domain/options/place_seconds.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// Seconds between a node and the giver or taker at position `who` of the ground's list, within the limit.
struct SecondsOf
{
    std::uint32_t who = 0;
    NodeSeconds seconds;
};

class MarkedNodes
{
public:
    /// One search for each giver and each taker that may come to a marked node within the limit. Without links (`links_too`) no taker
    /// searches: a gate is a way out of its own school alone.
    MarkedNodes(const OptionGround& ground, std::vector<gis::NodeId> nodes, bool links_too);

    /// By who. The node must be marked.
    std::span<const SecondsOf> from_takers(gis::NodeId node) const { return of(takers_, node); }
    std::span<const SecondsOf> to_givers(gis::NodeId node) const { return of(givers_, node); }

private:
    struct Lists
    {
        std::vector<std::uint32_t> first; ///< per marked node, one more at the end
        std::vector<SecondsOf> seconds;
    };

    std::span<const SecondsOf> of(const Lists& lists, gis::NodeId node) const;
    template <class Who>
    Lists searched(const OptionGround& ground, std::span<const Who> list, gis::Heading heading) const;

    std::vector<gis::NodeId> nodes_;      ///< ascending
    std::vector<std::uint32_t> position_; ///< per node of the network; right where `nodes_` agrees
    Lists takers_, givers_;
};

} // namespace fieldgap
