#include "domain/transport/plan_program.hpp"

#include "domain/transport/allocation_network.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::uint32_t no_variable = 0xFFFFFFFFU;

} // namespace

bool counts_takers(const TransportProblem& problem)
{
    return problem.objective == Objective::schools || problem.objective == Objective::pupils;
}

PlanProgram::PlanProgram(const TransportProblem& problem)
    : problem_(problem), amount_(problem.offers.size(), no_variable), is_used_(problem.offers.size(), no_variable),
      is_closed_(problem.gaps.size(), no_variable), from_giver_(problem.supply_nodes.size()), places_of_giver_(problem.supply_nodes.size()),
      to_taker_(problem.gaps.size()), possible_(problem.gaps.size())
{
    add_offers();
    add_givers();
    add_takers();
    add_caps();
}

std::optional<std::uint32_t> PlanProgram::amount_of(std::size_t offer) const
{
    return amount_[offer] == no_variable ? std::nullopt : std::optional(amount_[offer]);
}

template <class Factor>
PlanProgram::Terms PlanProgram::amounts(const Factor& factor) const
{
    Terms terms;
    for (std::size_t i = 0; i < amount_.size(); ++i) {
        if (amount_[i] != no_variable) {
            terms.push_back({amount_[i], factor(problem_.offers[i])});
        }
    }
    return terms;
}

PlanProgram::Terms PlanProgram::weight() const
{
    Terms terms;
    for (std::size_t taker = 0; taker < is_closed_.size(); ++taker) {
        if (is_closed_[taker] != no_variable) {
            terms.push_back({is_closed_[taker], static_cast<double>(problem_.weight(taker))});
        }
    }
    return terms;
}

PlanProgram::Terms PlanProgram::area() const
{
    return amounts([](const AllocationArc&) { return 1.0; });
}

PlanProgram::Terms PlanProgram::minus_cost() const
{
    return amounts([](const AllocationArc& offer) { return -1e-4 * static_cast<double>(price_units(offer)); });
}

PlanProgram::Terms PlanProgram::minus_walk() const
{
    return amounts([](const AllocationArc& offer) { return -static_cast<double>(walk_units(offer)) / 60e3; });
}

Decisions PlanProgram::decisions(const std::vector<double>& values) const
{
    const auto is_yes = [&](std::uint32_t variable) { return variable != no_variable && values[variable] > 0.5; };
    Decisions result{std::vector<std::uint8_t>(amount_.size(), 0), std::vector<std::uint8_t>(is_closed_.size(), 0)};
    for (std::size_t i = 0; i < amount_.size(); ++i) {
        const bool is_free = amount_[i] != no_variable && is_used_[i] == no_variable;
        result.is_open[i] = is_free || is_yes(is_used_[i]) ? 1 : 0;
    }
    for (std::size_t taker = 0; taker < is_closed_.size(); ++taker) {
        result.is_to_close[taker] = is_yes(is_closed_[taker]) ? 1 : 0;
    }
    return result;
}

void PlanProgram::add_offers()
{
    std::vector<std::int64_t> asking(problem_.supply_nodes.size(), 0);
    for (const AllocationArc& offer : problem_.offers) {
        asking[offer.supply_node] += offer.has_place ? 0 : 1;
    }
    for (std::uint32_t i = 0; i < problem_.offers.size(); ++i) {
        const AllocationArc& offer = problem_.offers[i];
        const auto& places = problem_.supply_nodes[offer.supply_node].places;
        const bool needs_place = places && !offer.has_place && asking[offer.supply_node] > *places;
        const ExactArea most = ExactArea::hundredths(most_of(problem_, offer));
        if (most > ExactArea() && most >= offer.at_least && !(needs_place && *places == 0)) {
            add_offer(i, most, needs_place);
        }
    }
}

void PlanProgram::add_offer(std::uint32_t i, ExactArea most, bool needs_place)
{
    const AllocationArc& offer = problem_.offers[i];
    const std::uint32_t amount = mixed_.add_variable(0.0, most.square_metres(), false);
    amount_[i] = amount;
    from_giver_[offer.supply_node].push_back({amount});
    to_taker_[offer.demand_node].push_back({amount});
    possible_[offer.demand_node] += most;
    if (!needs_place && offer.at_least == ExactArea()) {
        return;
    }
    const std::uint32_t used = mixed_.add_variable(0.0, 1.0, true);
    is_used_[i] = used;
    const Terms not_without = {{amount, 1.0}, {used, -most.square_metres()}};
    mixed_.add_row(-MixedProgram::unlimited, 0.0, not_without);
    if (offer.at_least > ExactArea()) {
        const Terms not_less = {{amount, 1.0}, {used, -offer.at_least.square_metres()}};
        mixed_.add_row(0.0, MixedProgram::unlimited, not_less);
    }
    if (needs_place) {
        places_of_giver_[offer.supply_node].push_back({used});
    }
}

void PlanProgram::add_givers()
{
    for (std::size_t giver = 0; giver < from_giver_.size(); ++giver) {
        at_most(problem_.supply_nodes[giver].capacity.square_metres(), from_giver_[giver]);
        if (const auto& places = problem_.supply_nodes[giver].places) {
            at_most(static_cast<double>(*places), places_of_giver_[giver]);
        }
    }
}

void PlanProgram::add_takers()
{
    for (std::size_t taker = 0; taker < to_taker_.size(); ++taker) {
        const double gap = problem_.gaps[taker].square_metres();
        at_most(gap, to_taker_[taker]);
        if (counts_takers(problem_) && gap > 0.0 && possible_[taker] >= problem_.gaps[taker]) {
            is_closed_[taker] = mixed_.add_variable(0.0, 1.0, true);
            Terms terms = to_taker_[taker];
            terms.push_back({is_closed_[taker], -gap});
            mixed_.add_row(0.0, MixedProgram::unlimited, terms);
        }
    }
}

void PlanProgram::add_caps()
{
    PerChannel<Terms> of_channel;
    std::vector<Terms> of_district(problem_.district_caps.size());
    for (std::size_t giver = 0; giver < from_giver_.size(); ++giver) {
        const SupplyNode& node = problem_.supply_nodes[giver];
        const Terms& terms = from_giver_[giver];
        of_channel[node.channel].insert(of_channel[node.channel].end(), terms.begin(), terms.end());
        if (node.district_cap != no_district_cap) {
            of_district[node.district_cap].insert(of_district[node.district_cap].end(), terms.begin(), terms.end());
        }
    }
    for (const Channel channel : all_channels) {
        if (const auto& cap = problem_.caps[channel]) {
            at_most(cap->square_metres(), of_channel[channel]);
        }
    }
    for (std::size_t d = 0; d < of_district.size(); ++d) {
        at_most(problem_.district_caps[d].most.square_metres(), of_district[d]);
    }
    if (problem_.budget) {
        mixed_.add_row(-1e-6 * static_cast<double>(*problem_.budget), MixedProgram::unlimited, minus_cost());
    }
}

void PlanProgram::at_most(double most, const Terms& terms)
{
    if (!terms.empty()) {
        mixed_.add_row(-MixedProgram::unlimited, std::max(most, 0.0), terms);
    }
}

} // namespace fieldgap
