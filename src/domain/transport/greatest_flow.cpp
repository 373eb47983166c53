#include "domain/transport/greatest_flow.hpp"

#include "domain/transport/allocation_network.hpp"

#include <algorithm>
#include <numeric>

namespace fieldgap {

std::vector<ExactArea> greatest_amounts(const TransportProblem& problem)
{
    const TransportNetwork routes(problem);
    LexicographicMinCostFlow flow = routes.flow();
    flow.maximise(routes.start(), TransportNetwork::sink);
    std::vector<ExactArea> amounts(problem.offers.size());
    for (std::size_t i = 0; i < routes.offers().size(); ++i) {
        amounts[routes.offers()[i]] = ExactArea::hundredths(flow.flow(i));
    }
    return amounts;
}

GreatestFlow::GreatestFlow(const TransportProblem& problem) : GreatestFlow(problem, greatest_amounts(problem)) {}

GreatestFlow::GreatestFlow(const TransportProblem& problem, std::span<const ExactArea> over_offers)
    : GreatestFlow(problem, over_offers, ResidualNetwork(problem, over_offers))
{
}

GreatestFlow::GreatestFlow(const TransportProblem& problem, std::span<const ExactArea> over_offers, const ResidualNetwork& network)
    : first_giver_(network.giver(0)), first_taker_(network.taker(0)), first_district_(network.district(0)),
      districts_(static_cast<std::uint32_t>(problem.district_caps.size())),
      given_(std::accumulate(over_offers.begin(), over_offers.end(), ExactArea())), residual_(network.flow())
{
    for (const SupplyNode& supply : problem.supply_nodes) {
        above_giver_.push_back(network.above(supply));
    }
}

bool GreatestFlow::would_give_more(std::uint32_t giver) const
{
    return residual_.has_left(above_giver_[giver]) && residual_.can_pass_on(first_giver_ + giver);
}

bool GreatestFlow::would_let_more_through(Channel channel) const
{
    return residual_.can_pass_on(ResidualNetwork::channel(channel));
}

bool GreatestFlow::is_held_by_caps() const
{
    bool is_held =
        std::any_of(all_channels.begin(), all_channels.end(), [this](Channel channel) { return would_let_more_through(channel); });
    for (std::uint32_t district = 0; district < districts_; ++district) {
        is_held = is_held || residual_.can_pass_on(first_district_ + district);
    }
    return is_held;
}

} // namespace fieldgap
