#include "domain/proof/scarcity.hpp"

#include "domain/allocation/city_problem.hpp"
#include "domain/allocation/given_by_offers.hpp"
#include "domain/proof/bottlenecks.hpp"

#include <utility>

namespace fieldgap {
namespace {

/// What the allocation gives is as much as can be where it asks for nothing but area.
GreatestFlow greatest_flow(const AnalysedCity& analysed, const CityProblem& problem)
{
    if (closes_most_area(analysed.settings)) {
        return {problem.flow, given_by_offers(problem, analysed.results.allocation)};
    }
    return GreatestFlow(problem.flow);
}

std::vector<std::uint8_t> venue_shadows(const AnalysedCity& analysed, const CityProblem& problem, const GreatestFlow& flow)
{
    std::vector<std::uint8_t> shadows(analysed.city.venues.size(), 0);
    for (std::size_t i = 0; i < problem.sources.size(); ++i) {
        const OfferSource& source = problem.sources[i];
        if (source.channel == Channel::rent && flow.would_give_more(problem.flow.offers[i].supply_node)) {
            shadows[analysed.results.reach.rent.pairs[source.pair].giver] = 1;
        }
    }
    return shadows;
}

PerChannel<std::optional<bool>> cap_shadows(const Settings& settings, const GreatestFlow& flow)
{
    PerChannel<std::optional<bool>> shadows{};
    for (const Channel channel : all_channels) {
        if (settings.channels[channel].on && settings.channels[channel].cap_m2) {
            shadows[channel] = flow.would_let_more_through(channel);
        }
    }
    return shadows;
}

/// The number with zeros before it, so that ids stand in the order of their numbers.
std::string id_of(std::size_t number, std::size_t last)
{
    const std::string digits = std::to_string(number);
    return "B" + std::string(std::to_string(last).size() - digits.size(), '0') + digits;
}

std::vector<Bottleneck> bottlenecks_of(const std::vector<ShortGroup>& groups)
{
    std::vector<Bottleneck> bottlenecks;
    for (const ShortGroup& group : groups) {
        Bottleneck& one = bottlenecks.emplace_back();
        one.id = id_of(bottlenecks.size(), groups.size());
        for (const std::uint32_t taker : group.takers) {
            one.schools.push_back(SchoolIndex(taker)); // takers are all schools
        }
        one.deficit = group.deficit;
        one.reachable = group.reachable;
    }
    return bottlenecks;
}

} // namespace

Scarcity scarcity(const AnalysedCity& analysed)
{
    CityProblem problem = problem_of_city(analysed.measured(), analysed.results.reach);
    const GreatestFlow with_caps = greatest_flow(analysed, problem);
    Scarcity result;
    result.venue_shadow = venue_shadows(analysed, problem, with_caps);
    result.cap_shadow = cap_shadows(analysed.settings, with_caps);
    if (with_caps.is_held_by_caps()) {
        const TransportProblem free = without_caps(std::move(problem.flow));
        result.bottlenecks = bottlenecks_of(short_groups(free, GreatestFlow(free)));
    } else {
        result.bottlenecks = bottlenecks_of(short_groups(problem.flow, with_caps));
    }
    return result;
}

} // namespace fieldgap
