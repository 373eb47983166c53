#include "domain/new_venues/venue_gains.hpp"

#include "domain/transport/flow_plan.hpp"
#include "domain/transport/residual_network.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace fieldgap {

VenueGains::Parts VenueGains::parts_of(const VenueProblem& problem, DistrictCapsBind caps)
{
    const TransportPlan today = relaxed_plan(problem.base);
    ResidualNetwork network(problem.base, today.given);
    std::vector<std::uint32_t> node_of_place;
    for (SupplyNode place : problem.places) {
        place.district_cap = caps == DistrictCapsBind::places_too ? place.district_cap : no_district_cap;
        node_of_place.push_back(network.add_giver(place));
    }
    std::vector<FlowArc> arcs;
    std::vector<std::size_t> first_arc(problem.places.size() + 1, 0);
    for (const AllocationArc& offer : problem.offers) {
        const ExactArea most = std::min(problem.places[offer.supply_node].capacity, problem.base.gaps[offer.demand_node]);
        arcs.push_back({node_of_place[offer.supply_node], network.taker(offer.demand_node), most.hundredths()});
        ++first_arc[offer.supply_node + 1];
    }
    std::partial_sum(first_arc.begin(), first_arc.end(), first_arc.begin());
    return {network.flow(), std::move(arcs), std::move(first_arc)};
}

VenueGains::VenueGains(const VenueProblem& problem, DistrictCapsBind caps) : VenueGains(parts_of(problem, caps)) {}

VenueGains::VenueGains(Parts parts) : flow_(std::move(parts.flow)), arcs_(std::move(parts.arcs)), first_arc_(std::move(parts.first_arc)) {}

std::span<const FlowArc> VenueGains::arcs_of(std::uint32_t place) const
{
    return std::span(arcs_).subspan(first_arc_[place], first_arc_[place + 1] - first_arc_[place]);
}

ExactArea VenueGains::with(std::span<const std::uint32_t> places)
{
    std::vector<FlowArc> opened;
    for (const std::uint32_t place : places) {
        opened.insert(opened.end(), arcs_of(place).begin(), arcs_of(place).end());
    }
    return ExactArea::hundredths(flow_.more_with(opened));
}

void VenueGains::keep(std::uint32_t place)
{
    flow_.keep(arcs_of(place));
}

} // namespace fieldgap
