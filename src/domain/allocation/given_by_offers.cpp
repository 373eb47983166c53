#include "domain/allocation/given_by_offers.hpp"

namespace fieldgap {
namespace {

/// Parallel to Reach::rent.pairs.
std::vector<ExactArea> leased_by_pair(const Allocation& allocation)
{
    std::vector<ExactArea> leased(allocation.given_by_rent.size());
    for (const CountedLease& lease : allocation.leases) {
        leased[lease.pair] += lease.counted;
    }
    return leased;
}

} // namespace

std::vector<ExactArea> given_by_offers(const CityProblem& problem, const Allocation& allocation)
{
    const std::vector<ExactArea> leased = leased_by_pair(allocation);
    std::vector<ExactArea> given;
    given.reserve(problem.sources.size());
    for (const OfferSource& source : problem.sources) {
        switch (source.channel) {
        case Channel::rent: given.push_back(allocation.given_by_rent[source.pair] - leased[source.pair]); break;
        case Channel::share: given.push_back(allocation.given_by_share[source.pair]); break;
        default: given.push_back(allocation.of_school[source.school].given[source.channel]); break;
        }
    }
    return given;
}

bool closes_most_area(const Settings& settings)
{
    return settings.allocation.objective == Objective::area && !settings.is_searched();
}

} // namespace fieldgap
