#pragma once
// The allocation as a network: source -> channel with a cap -> district with a cap -> giver -> taker -> sink.

#include "domain/flow/allocation_flow.hpp"
#include "domain/transport/transport_problem.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// The units in which the solver counts: whole numbers that lose nothing which matters. Below zero or not a number counts as 0, and there
/// is a largest value (10^7 yuan, 10^8 s).
std::int64_t price_units(const AllocationArc& offer); ///< 0.0001 yuan per m2; times hundredths of a m2: 0.000001 yuan
std::int64_t walk_units(const AllocationArc& offer);  ///< ms

/// Only what can matter: an offer of or to somebody without ground or gap is left out. Every amount is cut down to what the offers let
/// through, so that no sum is larger than that of all offers; gis::Error where that one is beyond counting (10^16 m2).
/// Borrows the problem. Knows nothing of `at_least`, `places` and the objective.
class TransportNetwork
{
public:
    static constexpr std::uint32_t sink = 1;

    explicit TransportNetwork(const TransportProblem& problem);

    /// Lets no more through than that.
    void limit(std::int64_t most);

    /// Where everything begins.
    std::uint32_t start() const { return start_; }
    std::uint32_t nodes() const { return limit_node() + 1; }
    const std::vector<FlowArc>& arcs() const { return arcs_; }

    /// With nothing on its way yet. Its first arcs are those of `offers`.
    LexicographicMinCostFlow flow() const { return {nodes(), arcs_}; }

    /// Positions in the problem of the offers that matter, ascending.
    const std::vector<std::uint32_t>& offers() const { return offers_; }

    /// The three objectives, of each of `offers`.
    std::vector<std::int64_t> prices() const;
    std::vector<std::int64_t> walks() const;
    std::vector<std::int64_t> ranks() const; ///< position of the giver's channel in `order`

private:
    static constexpr std::uint32_t source = 0;
    static constexpr std::uint32_t first_channel = 2;
    static constexpr std::uint32_t first_supply_node = first_channel + static_cast<std::uint32_t>(all_channels.size());

    static std::uint32_t channel_node(Channel channel) { return first_channel + static_cast<std::uint32_t>(channel); }
    std::uint32_t first_demand_node() const { return first_supply_node + static_cast<std::uint32_t>(problem_.supply_nodes.size()); }
    std::uint32_t first_district_node() const { return first_demand_node() + static_cast<std::uint32_t>(problem_.gaps.size()); }
    std::uint32_t limit_node() const { return first_district_node() + static_cast<std::uint32_t>(problem_.district_caps.size()); }
    std::uint32_t above_channel(Channel channel) const { return problem_.caps[channel] ? channel_node(channel) : source; }

    void add_offers();
    void add_supply_nodes();
    void add_districts(const std::vector<std::int64_t>& through_district, PerChannel<std::int64_t>& through_channel);
    void add_channels(const PerChannel<std::int64_t>& through_channel);
    void add_demand_nodes();
    const TransportProblem& problem_;
    std::uint32_t start_ = source;
    std::vector<std::int64_t> through_supply_node_;
    std::vector<std::int64_t> through_demand_node_;
    std::int64_t total_;
    std::vector<FlowArc> arcs_;
    std::vector<std::uint32_t> offers_;
};

/// The most that an offer can carry: of its giver, its taker and the caps above; 0 or more.
std::int64_t most_of(const TransportProblem& problem, const AllocationArc& offer);

/// All offers together, each with its most; gis::Error where that is beyond counting.
std::int64_t most_of_all(const TransportProblem& problem);

} // namespace fieldgap
