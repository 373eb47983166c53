#include "domain/allocation/allocation.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

/// Where an offer of the problem comes from.
struct Source
{
    Channel channel{};
    std::size_t school = 0;
    std::size_t pair = 0; ///< in Reach::rent or Reach::share
};

bool counts_for(CountsFor rule, const School& school)
{
    return rule == CountsFor::every_school || (rule == CountsFor::dense_schools && school.dense);
}

/// The possibilities of the city as one flow problem.
struct CityProblem
{
    TransportProblem flow;
    std::vector<Source> sources; ///< parallel to the offers
};

bool is_open_to(const MeasuredCity& measured, Channel channel, std::size_t school)
{
    return measured.settings.channels[channel].on &&
           counts_for(measured.settings.standard.regime.channels[channel], measured.city.schools[school]);
}

/// Venues, then partners.
void add_supply_nodes(const MeasuredCity& measured, TransportProblem& flow)
{
    for (const VenueGround& ground : measured.venue_grounds) {
        flow.supply_nodes.push_back({Channel::rent, ground.area.value_or(ExactArea())});
    }
    for (const Assessment& state : measured.assessments) {
        flow.supply_nodes.push_back({Channel::share, state.has_figures() ? state.surplus : ExactArea()});
    }
}

/// The pair at a position of its channel.
void offer(const MeasuredCity& measured, Channel channel, const ReachedPair& pair, std::size_t position, CityProblem& problem)
{
    const std::size_t school = index(pair.school);
    if (problem.flow.gaps[school] == ExactArea() || !is_open_to(measured, channel, school)) {
        return;
    }
    const auto& venues = measured.city.venues;
    const bool rents = channel == Channel::rent;
    const double price = rents ? price_of(venues[pair.giver], measured.settings) : measured.settings.channels[channel].cost_per_m2;
    const auto supply_node = static_cast<std::uint32_t>(rents ? pair.giver : venues.size() + pair.giver);
    problem.flow.offers.push_back({supply_node, static_cast<std::uint32_t>(school), price, pair.walk_s});
    problem.sources.push_back({channel, school, position});
}

/// Possibilities of a main school and its branches on their own ground.
double possible_m2(const MeasuredCity& measured, Channel channel, std::size_t school)
{
    double sum = 0.0;
    for (const SchoolIndex row : measured.owns.rows_of_main[school]) {
        const School& one = measured.city.schools[index(row)];
        sum += (channel == Channel::basement ? one.basement_usable_m2 : one.expand_possible_m2).value_or(0.0);
    }
    return sum;
}

void offer_on_campus(const MeasuredCity& measured, Channel channel, std::size_t school, CityProblem& problem)
{
    const ExactArea possible = ExactArea::rounded(gis::SquareMetres(possible_m2(measured, channel, school)));
    if (is_open_to(measured, channel, school) && possible > ExactArea()) {
        TransportProblem& flow = problem.flow;
        flow.supply_nodes.push_back({channel, possible});
        flow.offers.push_back({static_cast<std::uint32_t>(flow.supply_nodes.size() - 1), static_cast<std::uint32_t>(school),
                               measured.settings.channels[channel].cost_per_m2, 0.0});
        problem.sources.push_back({channel, school, 0});
    }
}

void set_caps(const Settings& settings, TransportProblem& flow)
{
    flow.order = settings.allocation.order;
    for (const Channel channel : all_channels) {
        if (const auto cap_m2 = settings.channels[channel].cap_m2) {
            flow.caps[channel] = ExactArea::rounded(gis::SquareMetres(*cap_m2));
        }
    }
}

/// Rows stand in the order of their ids.
CityProblem problem_of(const MeasuredCity& measured, const Reach& reach)
{
    CityProblem problem;
    TransportProblem& flow = problem.flow;
    add_supply_nodes(measured, flow);
    std::size_t rent = 0;
    std::size_t share = 0;
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        const Assessment& state = measured.assessments[s];
        flow.gaps.push_back(state.has_figures() ? state.gap : ExactArea());
        for (; rent < reach.rent.pairs.size() && index(reach.rent.pairs[rent].school) == s; ++rent) {
            offer(measured, Channel::rent, reach.rent.pairs[rent], rent, problem);
        }
        for (; share < reach.share.pairs.size() && index(reach.share.pairs[share].school) == s; ++share) {
            offer(measured, Channel::share, reach.share.pairs[share], share, problem);
        }
        if (flow.gaps[s] > ExactArea()) {
            offer_on_campus(measured, Channel::basement, s, problem);
            offer_on_campus(measured, Channel::expand, s, problem);
        }
    }
    set_caps(measured.settings, flow);
    return problem;
}

void book(Allocation& allocation, const Source& source, const ReachedPair* pair, ExactArea given, double price_per_m2)
{
    SchoolAllocation& receiver = allocation.of_school[source.school];
    receiver.given[source.channel] += given;
    receiver.cost += cost_of(given, price_per_m2);
    if (source.channel == Channel::rent) {
        allocation.given_by_rent[source.pair] = given;
        allocation.rented[pair->giver] += given;
    } else if (source.channel == Channel::share) {
        allocation.given_by_share[source.pair] = given;
        allocation.of_school[pair->giver].shared_out += given;
    }
}

} // namespace

ExactArea SchoolAllocation::received() const
{
    ExactArea sum;
    for (const Channel channel : all_channels) {
        sum += given[channel];
    }
    return sum;
}

double price_of(const Venue& venue, const Settings& settings)
{
    return venue.price_per_m2.value_or(settings.channels[Channel::rent].cost_per_m2);
}

double cost_of(ExactArea area, double price_per_m2)
{
    return ExactArea::rounded(gis::SquareMetres(area.square_metres() * price_per_m2)).square_metres();
}

Allocation allocate(const MeasuredCity& measured, const Reach& reach)
{
    const CityProblem problem = problem_of(measured, reach);
    const TransportPlan plan = allocated(problem.flow);
    Allocation allocation;
    allocation.of_school.resize(measured.city.schools.size());
    allocation.rented.resize(measured.city.venues.size());
    allocation.given_by_rent.resize(reach.rent.pairs.size());
    allocation.given_by_share.resize(reach.share.pairs.size());
    allocation.closed = plan.closed;
    allocation.bound = plan.bound;
    for (std::size_t i = 0; i < plan.given.size(); ++i) {
        const Source& source = problem.sources[i];
        const ReachedPair* pair = source.channel == Channel::rent    ? &reach.rent.pairs[source.pair]
                                  : source.channel == Channel::share ? &reach.share.pairs[source.pair]
                                                                     : nullptr;
        book(allocation, source, pair, plan.given[i], problem.flow.offers[i].price_per_m2);
    }
    return allocation;
}

ExactArea max_closed(const MeasuredCity& measured, const Reach& reach)
{
    return max_closed(problem_of(measured, reach).flow);
}

} // namespace fieldgap
