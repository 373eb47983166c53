#include "domain/allocation_routes.hpp"

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

Routes::Routes(const AllocationProblem& problem)
    : problem_(problem), through_giver_(problem.givers.size()), through_taker_(problem.gaps.size())
{
    add_offers();
    add_givers();
    add_takers();
}

std::vector<std::int64_t> Routes::prices() const
{
    std::vector<std::int64_t> result;
    result.reserve(offers_.size());
    for (const std::uint32_t offer : offers_) {
        result.push_back(counted(problem_.offers[offer].price_per_m2, 1e4, 1e7));
    }
    return result;
}

std::vector<std::int64_t> Routes::walks() const
{
    std::vector<std::int64_t> result;
    result.reserve(offers_.size());
    for (const std::uint32_t offer : offers_) {
        result.push_back(counted(problem_.offers[offer].walk_s, 1e3, 1e8));
    }
    return result;
}

std::vector<std::int64_t> Routes::ranks() const
{
    PerChannel<std::int64_t> rank;
    for (std::size_t i = 0; i < problem_.order.size(); ++i) {
        rank[problem_.order[i]] = static_cast<std::int64_t>(i);
    }
    std::vector<std::int64_t> result;
    result.reserve(offers_.size());
    for (const std::uint32_t offer : offers_) {
        result.push_back(rank[problem_.givers[problem_.offers[offer].giver].channel]);
    }
    return result;
}

std::int64_t Routes::most_given(const Offer& offer) const
{
    const Giver& giver = problem_.givers[offer.giver];
    const std::optional<ExactArea>& cap = problem_.caps[giver.channel];
    const ExactArea most = std::min(giver.capacity, problem_.gaps[offer.taker]);
    return (cap ? std::min(most, *cap) : most).hundredths();
}

void Routes::count(std::int64_t most)
{
    constexpr std::int64_t countable = std::int64_t{1} << 60; // four layers of arcs with that much stay within 2^62
    if (most > countable - total_) {
        throw gis::Error(words::say(words::Text::allocation_too_large, {static_cast<double>(countable) / 100.0}));
    }
    total_ += most;
}

void Routes::add_offers()
{
    for (std::uint32_t i = 0; i < problem_.offers.size(); ++i) {
        const Offer& offer = problem_.offers[i];
        const std::int64_t most = most_given(offer);
        if (most > 0) {
            count(most);
            through_giver_[offer.giver] += most;
            through_taker_[offer.taker] += most;
            arcs_.push_back({first_giver + offer.giver, first_taker() + offer.taker, most});
            offers_.push_back(i);
        }
    }
}

void Routes::add_givers()
{
    PerChannel<std::int64_t> through_channel;
    for (std::uint32_t i = 0; i < problem_.givers.size(); ++i) {
        const Giver& giver = problem_.givers[i];
        const std::int64_t most = std::min(giver.capacity.hundredths(), through_giver_[i]);
        if (most > 0) {
            through_channel[giver.channel] += most;
            arcs_.push_back({problem_.caps[giver.channel] ? channel_node(giver.channel) : source, first_giver + i, most});
        }
    }
    add_channels(through_channel);
}

void Routes::add_channels(const PerChannel<std::int64_t>& through_channel)
{
    for (const Channel channel : all_channels) {
        const std::optional<ExactArea>& cap = problem_.caps[channel];
        if (cap && through_channel[channel] > 0) {
            arcs_.push_back({source, channel_node(channel), std::min(cap->hundredths(), through_channel[channel])});
        }
    }
}

void Routes::add_takers()
{
    for (std::uint32_t i = 0; i < problem_.gaps.size(); ++i) {
        const std::int64_t most = std::min(problem_.gaps[i].hundredths(), through_taker_[i]);
        if (most > 0) {
            arcs_.push_back({first_taker() + i, sink, most});
        }
    }
}

} // namespace fieldgap
