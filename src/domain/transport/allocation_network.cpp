#include "domain/transport/allocation_network.hpp"

#include "gis/error.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

std::int64_t counted(double value, double per_unit, double most)
{
    return value > 0.0 ? std::llround(std::min(value, most) * per_unit) : 0;
}

} // namespace

std::int64_t price_units(const AllocationArc& offer)
{
    return counted(offer.price_per_m2, 1e4, 1e7);
}

std::int64_t walk_units(const AllocationArc& offer)
{
    return counted(offer.walk_s, 1e3, 1e8);
}

std::int64_t most_of(const TransportProblem& problem, const AllocationArc& offer)
{
    const SupplyNode& giver = problem.supply_nodes[offer.supply_node];
    ExactArea most = std::min(giver.capacity, problem.gaps[offer.demand_node]);
    if (const auto& cap = problem.caps[giver.channel]) {
        most = std::min(most, *cap);
    }
    if (giver.district_cap != no_district_cap) {
        most = std::min(most, problem.district_caps[giver.district_cap].most);
    }
    return std::max(most, ExactArea()).hundredths();
}

std::int64_t most_of_all(const TransportProblem& problem)
{
    constexpr std::int64_t countable = std::int64_t{1} << 60; // four layers of arcs with that much stay within 2^62
    std::int64_t total = 0;
    for (const AllocationArc& offer : problem.offers) {
        const std::int64_t most = most_of(problem, offer);
        if (most > countable - total) {
            throw gis::Error(words::translate(words::Text::allocation_too_large, {static_cast<double>(countable) / 100.0}));
        }
        total += most;
    }
    return total;
}

TransportNetwork::TransportNetwork(const TransportProblem& problem)
    : problem_(problem), through_supply_node_(problem.supply_nodes.size()), through_demand_node_(problem.gaps.size()),
      total_(most_of_all(problem))
{
    add_offers();
    add_supply_nodes();
    add_demand_nodes();
}

std::vector<std::int64_t> TransportNetwork::prices() const
{
    std::vector<std::int64_t> result;
    result.reserve(offers_.size());
    for (const std::uint32_t offer : offers_) {
        result.push_back(price_units(problem_.offers[offer]));
    }
    return result;
}

std::vector<std::int64_t> TransportNetwork::walks() const
{
    std::vector<std::int64_t> result;
    result.reserve(offers_.size());
    for (const std::uint32_t offer : offers_) {
        result.push_back(walk_units(problem_.offers[offer]));
    }
    return result;
}

std::vector<std::int64_t> TransportNetwork::ranks() const
{
    PerChannel<std::int64_t> rank;
    for (std::size_t i = 0; i < problem_.order.size(); ++i) {
        rank[problem_.order[i]] = static_cast<std::int64_t>(i);
    }
    std::vector<std::int64_t> result;
    result.reserve(offers_.size());
    for (const std::uint32_t offer : offers_) {
        result.push_back(rank[problem_.supply_nodes[problem_.offers[offer].supply_node].channel]);
    }
    return result;
}

void TransportNetwork::limit(std::int64_t most)
{
    start_ = limit_node();
    arcs_.push_back({start_, source, std::min(most, total_)});
}

void TransportNetwork::add_offers()
{
    for (std::uint32_t i = 0; i < problem_.offers.size(); ++i) {
        const AllocationArc& offer = problem_.offers[i];
        const std::int64_t most = most_of(problem_, offer);
        if (most > 0) {
            through_supply_node_[offer.supply_node] += most;
            through_demand_node_[offer.demand_node] += most;
            arcs_.push_back({first_supply_node + offer.supply_node, first_demand_node() + offer.demand_node, most});
            offers_.push_back(i);
        }
    }
}

void TransportNetwork::add_supply_nodes()
{
    PerChannel<std::int64_t> through_channel;
    std::vector<std::int64_t> through_district(problem_.district_caps.size(), 0);
    for (std::uint32_t i = 0; i < problem_.supply_nodes.size(); ++i) {
        const SupplyNode& giver = problem_.supply_nodes[i];
        const std::int64_t most = std::min(giver.capacity.hundredths(), through_supply_node_[i]);
        if (most <= 0) {
            continue;
        }
        const bool has_district = giver.district_cap != no_district_cap;
        (has_district ? through_district[giver.district_cap] : through_channel[giver.channel]) += most;
        arcs_.push_back(
            {has_district ? first_district_node() + giver.district_cap : above_channel(giver.channel), first_supply_node + i, most});
    }
    add_districts(through_district, through_channel);
    add_channels(through_channel);
}

void TransportNetwork::add_districts(const std::vector<std::int64_t>& through_district, PerChannel<std::int64_t>& through_channel)
{
    for (std::uint32_t d = 0; d < problem_.district_caps.size(); ++d) {
        const DistrictCap& cap = problem_.district_caps[d];
        const std::int64_t most = std::min(cap.most.hundredths(), through_district[d]);
        if (most > 0) {
            through_channel[cap.channel] += most;
            arcs_.push_back({above_channel(cap.channel), first_district_node() + d, most});
        }
    }
}

void TransportNetwork::add_channels(const PerChannel<std::int64_t>& through_channel)
{
    for (const Channel channel : all_channels) {
        const std::optional<ExactArea>& cap = problem_.caps[channel];
        if (cap && through_channel[channel] > 0) {
            arcs_.push_back({source, channel_node(channel), std::min(cap->hundredths(), through_channel[channel])});
        }
    }
}

void TransportNetwork::add_demand_nodes()
{
    for (std::uint32_t i = 0; i < problem_.gaps.size(); ++i) {
        const std::int64_t most = std::min(problem_.gaps[i].hundredths(), through_demand_node_[i]);
        if (most > 0) {
            arcs_.push_back({first_demand_node() + i, sink, most});
        }
    }
}

} // namespace fieldgap
