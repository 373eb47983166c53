#include "domain/proof/plan_residual.hpp"

#include "domain/transport/allocation_network.hpp"

namespace fieldgap {

PlanResidual::PlanResidual(const TransportProblem& problem, std::span<const ExactArea> given)
    : first_taker_(of_giver(static_cast<std::uint32_t>(problem.supply_nodes.size()))),
      first_district_(of_taker(static_cast<std::uint32_t>(problem.gaps.size()))),
      nodes_(of_district(static_cast<std::uint32_t>(problem.district_caps.size())))
{
    std::vector<ExactArea> from_giver(problem.supply_nodes.size()), to_taker(problem.gaps.size());
    arcs_.reserve(problem.offers.size() + 2 * (problem.supply_nodes.size() + 2 * problem.gaps.size()));
    for (std::size_t i = 0; i < problem.offers.size(); ++i) {
        const AllocationArc& offer = problem.offers[i];
        from_giver[offer.supply_node] += given[i];
        to_taker[offer.demand_node] += given[i];
        add(of_giver(offer.supply_node), of_taker(offer.demand_node), false, given[i], {price_units(offer), walk_units(offer)});
    }
    for (std::uint32_t taker = 0; taker < problem.gaps.size(); ++taker) {
        add(of_taker(taker), sink, to_taker[taker] == problem.gaps[taker], to_taker[taker]);
    }
    add_givers(problem, from_giver);
}

void PlanResidual::add(std::uint32_t tail, std::uint32_t head, bool is_full, ExactArea carried, UnitPrice price)
{
    if (!is_full) {
        arcs_.push_back({tail, head, price});
    }
    if (carried > ExactArea()) {
        arcs_.push_back({head, tail, UnitPrice() - price});
    }
}

void PlanResidual::add_givers(const TransportProblem& problem, std::span<const ExactArea> from_giver)
{
    std::vector<ExactArea> through_district(problem.district_caps.size());
    PerChannel<ExactArea> through_channel;
    for (std::uint32_t i = 0; i < from_giver.size(); ++i) {
        const SupplyNode& giver = problem.supply_nodes[i];
        const bool has_district = giver.district_cap != no_district_cap;
        through_channel[giver.channel] += from_giver[i];
        if (has_district) {
            through_district[giver.district_cap] += from_giver[i];
        }
        add(has_district ? of_district(giver.district_cap) : of_channel(giver.channel), of_giver(i), from_giver[i] == giver.capacity,
            from_giver[i]);
    }
    for (std::uint32_t d = 0; d < through_district.size(); ++d) {
        const DistrictCap& cap = problem.district_caps[d];
        add(of_channel(cap.channel), of_district(d), through_district[d] == cap.most, through_district[d]);
    }
    for (const Channel channel : all_channels) {
        add(source, of_channel(channel), through_channel[channel] == problem.caps[channel], through_channel[channel]);
    }
}

} // namespace fieldgap
