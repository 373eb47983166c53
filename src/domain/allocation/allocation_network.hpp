#pragma once
// The allocation as a network: source -> channel with a cap -> giver -> taker -> sink.

#include "domain/allocation/allocation_flow.hpp"
#include "domain/allocation/transport_problem.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// Only what can matter: an offer of or to somebody without ground or gap is left out. Every amount is cut down to what the offers let
/// through, so that no sum is larger than that of all offers; gis::Error where that one is beyond counting (10^16 m2).
/// Borrows the problem.
class TransportNetwork
{
public:
    static constexpr std::uint32_t source = 0;
    static constexpr std::uint32_t sink = 1;

    explicit TransportNetwork(const TransportProblem& problem);

    /// With nothing on its way yet. Its first arcs are those of `offers`.
    LexicographicMinCostFlow flow() const { return {first_demand_node() + static_cast<std::uint32_t>(problem_.gaps.size()), arcs_}; }

    /// Positions in the problem of the offers that matter, ascending.
    const std::vector<std::uint32_t>& offers() const { return offers_; }

    /// The three objectives, of each of `offers`. Below zero or not a number counts as 0, and there is a largest value (10^7 yuan, 10^8 s).
    std::vector<std::int64_t> prices() const; ///< 0.0001 yuan per m2
    std::vector<std::int64_t> walks() const;  ///< ms
    std::vector<std::int64_t> ranks() const;  ///< position of the giver's channel in `order`

private:
    static constexpr std::uint32_t first_channel = 2;
    static constexpr std::uint32_t first_supply_node = first_channel + static_cast<std::uint32_t>(all_channels.size());

    static std::uint32_t channel_node(Channel channel) { return first_channel + static_cast<std::uint32_t>(channel); }
    std::uint32_t first_demand_node() const { return first_supply_node + static_cast<std::uint32_t>(problem_.supply_nodes.size()); }

    std::int64_t max_given(const AllocationArc& offer) const;
    void add_offers();
    void add_supply_nodes();
    void add_channels(const PerChannel<std::int64_t>& through_channel);
    void add_demand_nodes();
    void count(std::int64_t most);

    const TransportProblem& problem_;
    std::vector<std::int64_t> through_supply_node_;
    std::vector<std::int64_t> through_demand_node_;
    std::int64_t total_ = 0;
    std::vector<FlowArc> arcs_;
    std::vector<std::uint32_t> offers_;
};

} // namespace fieldgap
