#include "domain/transport/greatest_flow.hpp"

#include "domain/transport/allocation_network.hpp"

#include <algorithm>
#include <utility>

namespace fieldgap {
namespace {

constexpr std::uint32_t first_channel = 2; ///< behind source and sink

std::uint32_t node_of(Channel channel)
{
    return first_channel + static_cast<std::uint32_t>(channel);
}

} // namespace

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

/// Source -> channel with a cap -> district with a cap -> giver -> taker -> sink. Other than the network that was solved it holds those
/// who have nothing too, and an offer is as wide as the taker's gap, not as what the giver has today: both may have one more m2.
class GreatestFlow::Writer
{
public:
    Writer(const TransportProblem& problem, std::span<const ExactArea> over_offers)
        : problem_(problem), through_district_(problem.district_caps.size(), 0)
    {
        layout_.arcs.reserve(problem.offers.size() + problem.supply_nodes.size() + problem.gaps.size());
        layout_.flow.reserve(layout_.arcs.capacity());
        layout_.first_giver = first_channel + static_cast<std::uint32_t>(all_channels.size());
        layout_.first_taker = layout_.first_giver + static_cast<std::uint32_t>(problem.supply_nodes.size());
        layout_.first_district = layout_.first_taker + static_cast<std::uint32_t>(problem.gaps.size());
        layout_.nodes = layout_.first_district + static_cast<std::uint32_t>(problem.district_caps.size());
        add_offers(over_offers);
        add_caps();
    }

    Layout layout() && { return std::move(layout_); }

private:
    void add(std::uint32_t tail, std::uint32_t head, std::int64_t capacity, std::int64_t flow)
    {
        layout_.arcs.push_back({tail, head, capacity});
        layout_.flow.push_back(flow);
    }

    void add_offers(std::span<const ExactArea> amounts)
    {
        std::vector<std::int64_t> from_giver(problem_.supply_nodes.size(), 0);
        std::vector<std::int64_t> to_taker(problem_.gaps.size(), 0);
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            const AllocationArc& offer = problem_.offers[i];
            const std::int64_t amount = amounts[i].hundredths();
            add(layout_.first_giver + offer.supply_node, layout_.first_taker + offer.demand_node,
                problem_.gaps[offer.demand_node].hundredths(), amount);
            from_giver[offer.supply_node] += amount;
            to_taker[offer.demand_node] += amount;
            layout_.given += amount;
        }
        for (std::uint32_t giver = 0; giver < from_giver.size(); ++giver) {
            add_giver(giver, from_giver[giver]);
        }
        for (std::uint32_t taker = 0; taker < to_taker.size(); ++taker) {
            add(layout_.first_taker + taker, ResidualFlow::sink, problem_.gaps[taker].hundredths(), to_taker[taker]);
        }
    }

    std::uint32_t above(Channel channel) const { return problem_.caps[channel] ? node_of(channel) : ResidualFlow::source; }

    void add_giver(std::uint32_t giver, std::int64_t given)
    {
        const SupplyNode& supply = problem_.supply_nodes[giver];
        const bool is_in_capped = supply.district_cap != no_district_cap;
        const std::uint32_t from = is_in_capped ? layout_.first_district + supply.district_cap : above(supply.channel);
        layout_.above_giver.push_back(from);
        add(from, layout_.first_giver + giver, supply.capacity.hundredths(), given);
        through_channel_[supply.channel] += given;
        if (is_in_capped) {
            through_district_[supply.district_cap] += given;
        }
    }

    void add_caps()
    {
        for (std::uint32_t d = 0; d < through_district_.size(); ++d) {
            const DistrictCap& cap = problem_.district_caps[d];
            add(above(cap.channel), layout_.first_district + d, cap.most.hundredths(), through_district_[d]);
        }
        for (const Channel channel : all_channels) {
            if (const auto& cap = problem_.caps[channel]) {
                add(ResidualFlow::source, node_of(channel), cap->hundredths(), through_channel_[channel]);
            }
        }
    }

    const TransportProblem& problem_;
    std::vector<std::int64_t> through_district_;
    PerChannel<std::int64_t> through_channel_{};
    Layout layout_;
};

GreatestFlow::GreatestFlow(const TransportProblem& problem) : GreatestFlow(problem, greatest_amounts(problem)) {}

GreatestFlow::GreatestFlow(const TransportProblem& problem, std::span<const ExactArea> over_offers)
    : GreatestFlow(Writer(problem, over_offers).layout())
{
}

GreatestFlow::GreatestFlow(Layout layout)
    : first_giver_(layout.first_giver), first_taker_(layout.first_taker), first_district_(layout.first_district), nodes_(layout.nodes),
      above_giver_(std::move(layout.above_giver)), given_(ExactArea::hundredths(layout.given)),
      residual_(layout.nodes, layout.arcs, layout.flow)
{
}

bool GreatestFlow::would_give_more(std::uint32_t giver) const
{
    return residual_.has_left(above_giver_[giver]) && residual_.can_pass_on(first_giver_ + giver);
}

bool GreatestFlow::would_let_more_through(Channel channel) const
{
    return residual_.can_pass_on(node_of(channel));
}

bool GreatestFlow::is_held_by_caps() const
{
    bool is_held =
        std::any_of(all_channels.begin(), all_channels.end(), [this](Channel channel) { return would_let_more_through(channel); });
    for (std::uint32_t district = first_district_; district < nodes_; ++district) {
        is_held = is_held || residual_.can_pass_on(district);
    }
    return is_held;
}

} // namespace fieldgap
