#include "domain/transport/residual_network.hpp"

namespace fieldgap {

ResidualNetwork::ResidualNetwork(const TransportProblem& problem, std::span<const ExactArea> given)
    : problem_(problem), first_district_(first_taker + static_cast<std::uint32_t>(problem.gaps.size())),
      first_giver_(first_district_ + static_cast<std::uint32_t>(problem.district_caps.size())),
      nodes_(first_giver_ + static_cast<std::uint32_t>(problem.supply_nodes.size())), through_district_(problem.district_caps.size(), 0)
{
    add_offers(given);
}

void ResidualNetwork::add(std::uint32_t tail, std::uint32_t head, std::int64_t capacity, std::int64_t flow)
{
    arcs_.push_back({tail, head, capacity});
    flow_.push_back(flow);
}

void ResidualNetwork::add_offers(std::span<const ExactArea> given)
{
    std::vector<std::int64_t> from_giver(problem_.supply_nodes.size(), 0);
    std::vector<std::int64_t> to_taker(problem_.gaps.size(), 0);
    for (std::size_t i = 0; i < problem_.offers.size(); ++i) {
        const AllocationArc& offer = problem_.offers[i];
        add(giver(offer.supply_node), taker(offer.demand_node), problem_.gaps[offer.demand_node].hundredths(), given[i].hundredths());
        from_giver[offer.supply_node] += given[i].hundredths();
        to_taker[offer.demand_node] += given[i].hundredths();
    }
    for (std::uint32_t node = 0; node < from_giver.size(); ++node) {
        add_supply(problem_.supply_nodes[node], giver(node), from_giver[node]);
    }
    for (std::uint32_t node = 0; node < to_taker.size(); ++node) {
        add(taker(node), ResidualFlow::sink, problem_.gaps[node].hundredths(), to_taker[node]);
    }
}

std::uint32_t ResidualNetwork::add_giver(const SupplyNode& supply)
{
    add_supply(supply, nodes_, 0);
    return nodes_++;
}

ResidualFlow ResidualNetwork::flow() const
{
    ResidualNetwork whole = *this;
    whole.add_districts();
    whole.add_channels();
    return {whole.nodes_, whole.arcs_, whole.flow_};
}

std::uint32_t ResidualNetwork::above_channel(Channel channel) const
{
    return problem_.caps[channel] ? ResidualNetwork::channel(channel) : ResidualFlow::source;
}

std::uint32_t ResidualNetwork::above(const SupplyNode& supply) const
{
    return supply.district_cap != no_district_cap ? district(supply.district_cap) : above_channel(supply.channel);
}

void ResidualNetwork::add_supply(const SupplyNode& supply, std::uint32_t node, std::int64_t given)
{
    add(above(supply), node, supply.capacity.hundredths(), given);
    through_channel_[supply.channel] += given;
    if (supply.district_cap != no_district_cap) {
        through_district_[supply.district_cap] += given;
    }
}

void ResidualNetwork::add_districts()
{
    for (std::uint32_t d = 0; d < through_district_.size(); ++d) {
        const DistrictCap& cap = problem_.district_caps[d];
        add(above_channel(cap.channel), district(d), cap.most.hundredths(), through_district_[d]);
    }
}

void ResidualNetwork::add_channels()
{
    for (const Channel channel : all_channels) {
        if (const auto& cap = problem_.caps[channel]) {
            add(ResidualFlow::source, ResidualNetwork::channel(channel), cap->hundredths(), through_channel_[channel]);
        }
    }
}

} // namespace fieldgap
