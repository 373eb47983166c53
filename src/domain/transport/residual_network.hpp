#pragma once
// A problem with what a plan of it sends from whom to whom, to be asked how much more further givers and pairs would close.

#include "domain/flow/residual_flow.hpp"
#include "domain/transport/transport_problem.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// Source -> channel with a cap -> district with a cap -> giver -> taker -> sink. Every taker and every giver of the problem has a node,
/// those who have nothing too, and an offer is as wide as the taker's gap, not as what the giver has today: both may have one more m2.
/// Borrows the problem. Knows nothing of `at_least`, `places` and the objective.
class ResidualNetwork
{
public:
    /// `given`, parallel to the offers, is as much as can be.
    ResidualNetwork(const TransportProblem& problem, std::span<const ExactArea> given);

    static std::uint32_t channel(Channel channel) { return first_channel + static_cast<std::uint32_t>(channel); }
    std::uint32_t district(std::uint32_t district_cap) const { return first_district_ + district_cap; }
    std::uint32_t taker(std::uint32_t demand_node) const { return first_taker + demand_node; }
    std::uint32_t giver(std::uint32_t supply_node) const { return first_giver_ + supply_node; }

    /// The node from which a giver's ground comes.
    std::uint32_t above(const SupplyNode& supply) const;

    /// One that is not in the problem and gives nothing yet; returns its node.
    std::uint32_t add_giver(const SupplyNode& supply);

    ResidualFlow flow() const;

private:
    static constexpr std::uint32_t first_channel = 2;
    static constexpr std::uint32_t first_taker = first_channel + static_cast<std::uint32_t>(all_channels.size());

    void add(std::uint32_t tail, std::uint32_t head, std::int64_t capacity, std::int64_t flow);
    void add_offers(std::span<const ExactArea> given);
    void add_supply(const SupplyNode& supply, std::uint32_t node, std::int64_t given);
    void add_districts();
    void add_channels();
    std::uint32_t above_channel(Channel channel) const;

    const TransportProblem& problem_;
    std::uint32_t first_district_, first_giver_, nodes_;
    std::vector<FlowArc> arcs_;
    std::vector<std::int64_t> flow_;
    std::vector<std::int64_t> through_district_;
    PerChannel<std::int64_t> through_channel_;
};

} // namespace fieldgap
