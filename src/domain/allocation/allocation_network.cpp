#include "domain/allocation/allocation_network.hpp"

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

TransportNetwork::TransportNetwork(const TransportProblem& problem)
    : problem_(problem), through_supply_node_(problem.supply_nodes.size()), through_demand_node_(problem.gaps.size())
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
        result.push_back(counted(problem_.offers[offer].price_per_m2, 1e4, 1e7));
    }
    return result;
}

std::vector<std::int64_t> TransportNetwork::walks() const
{
    std::vector<std::int64_t> result;
    result.reserve(offers_.size());
    for (const std::uint32_t offer : offers_) {
        result.push_back(counted(problem_.offers[offer].walk_s, 1e3, 1e8));
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

std::int64_t TransportNetwork::max_given(const AllocationArc& offer) const
{
    const SupplyNode& supply_node = problem_.supply_nodes[offer.supply_node];
    const std::optional<ExactArea>& cap = problem_.caps[supply_node.channel];
    const ExactArea most = std::min(supply_node.capacity, problem_.gaps[offer.demand_node]);
    return (cap ? std::min(most, *cap) : most).hundredths();
}

void TransportNetwork::count(std::int64_t most)
{
    constexpr std::int64_t countable = std::int64_t{1} << 60; // four layers of arcs with that much stay within 2^62
    if (most > countable - total_) {
        throw gis::Error(words::translate(words::Text::allocation_too_large, {static_cast<double>(countable) / 100.0}));
    }
    total_ += most;
}

void TransportNetwork::add_offers()
{
    for (std::uint32_t i = 0; i < problem_.offers.size(); ++i) {
        const AllocationArc& offer = problem_.offers[i];
        const std::int64_t most = max_given(offer);
        if (most > 0) {
            count(most);
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
    for (std::uint32_t i = 0; i < problem_.supply_nodes.size(); ++i) {
        const SupplyNode& supply_node = problem_.supply_nodes[i];
        const std::int64_t most = std::min(supply_node.capacity.hundredths(), through_supply_node_[i]);
        if (most > 0) {
            through_channel[supply_node.channel] += most;
            arcs_.push_back({problem_.caps[supply_node.channel] ? channel_node(supply_node.channel) : source, first_supply_node + i, most});
        }
    }
    add_channels(through_channel);
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
