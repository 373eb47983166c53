#include "domain/allocation/allocation.hpp"

#include "domain/allocation/city_problem.hpp"

#include <cmath>

namespace fieldgap {
namespace {

void book(Allocation& allocation, const OfferSource& source, const ReachedPair* pair, ExactArea given, double price_per_m2)
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
    std::vector<SchoolIndex> everybody;
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        everybody.push_back(SchoolIndex(s));
    }
    return allocate(measured, reach, everybody);
}

Allocation allocate(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers)
{
    const CityProblem problem = problem_of(measured, reach, takers);
    const TransportPlan plan = allocated(problem.flow);
    Allocation allocation;
    allocation.of_school.resize(measured.city.schools.size());
    allocation.rented.resize(measured.city.venues.size());
    allocation.given_by_rent.resize(reach.rent.pairs.size());
    allocation.given_by_share.resize(reach.share.pairs.size());
    allocation.closed = plan.closed;
    allocation.bound = plan.bound;
    for (std::size_t i = 0; i < plan.given.size(); ++i) {
        const OfferSource& source = problem.sources[i];
        const ReachedPair* pair = source.channel == Channel::rent    ? &reach.rent.pairs[source.pair]
                                  : source.channel == Channel::share ? &reach.share.pairs[source.pair]
                                                                     : nullptr;
        book(allocation, source, pair, plan.given[i], problem.flow.offers[i].price_per_m2);
    }
    return allocation;
}

ExactArea max_closed(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers)
{
    return max_closed(problem_of(measured, reach, takers).flow);
}

} // namespace fieldgap
