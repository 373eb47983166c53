#include "domain/allocation/allocation.hpp"

#include "domain/allocation/city_problem.hpp"
#include "domain/city/issue_code.hpp"

namespace fieldgap {
namespace {

/// Writes down who gives what.
class Books
{
public:
    Books(const MeasuredCity& measured, const Reach& reach, const DistrictCaps& caps) : measured_(measured), reach_(reach), caps_(caps)
    {
        books_.of_school.resize(measured.city.schools.size());
        books_.rented.resize(measured.city.venues.size());
        books_.given_by_rent.resize(reach.rent.pairs.size());
        books_.given_by_share.resize(reach.share.pairs.size());
        books_.cost_by_rent.resize(reach.rent.pairs.size());
        for (const CappedDistrict& cap : caps.caps()) {
            books_.district_caps.push_back({cap.channel, cap.name, cap.most, {}});
        }
    }

    void add(const LeasedGround& leased)
    {
        books_.leases = leased.leases();
        for (const CountedLease& lease : books_.leases) {
            rent(lease.pair, lease.counted, lease.cost);
        }
    }

    void add(const CityProblem& problem, const TransportPlan& plan)
    {
        for (std::size_t i = 0; i < plan.given.size(); ++i) {
            add(problem.sources[i], plan.given[i], cost_of(plan.given[i], problem.flow.offers[i].price_per_m2));
        }
        books_.reached.is_proven = plan.is_proven;
    }

    Allocation closed(std::span<const SchoolIndex> takers, const LeasedGround& leased, const TransportPlan& plan) &&
    {
        books_.closed = leased.total() + plan.closed;
        books_.bound = leased.total() + plan.bound;
        for (const SchoolIndex taker : takers) {
            count_closed(index(taker));
        }
        const std::int64_t weight = books_.reached.weight_closed(measured_.settings.allocation.objective);
        books_.reached.bound = weight + plan.weight_bound - plan.closed_weight;
        for (const CostPoint& corner : plan.cost_curve) {
            const double leases = static_cast<double>(leased.cost_units()) * 1e-6;
            books_.cost_curve.push_back({leases + corner.yuan, leased.total() + corner.closed});
        }
        return std::move(books_);
    }

private:
    void add(const OfferSource& source, ExactArea given, double cost)
    {
        if (source.channel == Channel::rent) {
            return rent(source.pair, given, cost);
        }
        receive(source.school, source.channel, given, cost);
        std::size_t giver = source.school;
        if (source.channel == Channel::share) {
            giver = reach_.share.pairs[source.pair].giver;
            books_.given_by_share[source.pair] = given;
            books_.of_school[giver].shared_out += given;
        }
        use_cap(caps_.of_school(giver, source.channel), given);
    }

    void rent(std::size_t pair, ExactArea given, double cost)
    {
        const ReachedPair& link = reach_.rent.pairs[pair];
        receive(index(link.school), Channel::rent, given, cost);
        books_.given_by_rent[pair] += given;
        books_.cost_by_rent[pair] += cost;
        books_.rented[link.giver] += given;
        use_cap(caps_.of_venue(link.giver), given);
    }

    void receive(std::size_t school, Channel channel, ExactArea given, double cost)
    {
        books_.of_school[school].given[channel] += given;
        books_.of_school[school].cost += cost;
        books_.through[channel] += given;
    }

    void use_cap(std::uint32_t cap, ExactArea given)
    {
        if (cap != no_district_cap) {
            books_.district_caps[cap].used += given;
        }
    }

    void count_closed(std::size_t school)
    {
        const Assessment& state = measured_.assessments[school];
        if (state.has_figures() && state.gap > ExactArea() && books_.of_school[school].received() == state.gap) {
            ++books_.reached.schools_closed;
            books_.reached.pupils_closed += measured_.enrolled[school].total().value_or(0);
        }
    }

    const MeasuredCity& measured_;
    const Reach& reach_;
    const DistrictCaps& caps_;
    Allocation books_;
};

} // namespace

ExactArea SchoolAllocation::received() const
{
    ExactArea sum;
    for (const Channel channel : all_channels) {
        sum += given[channel];
    }
    return sum;
}

Allocation allocate(const MeasuredCity& measured, const Reach& reach)
{
    return allocate(measured, reach, everybody(measured.city));
}

Allocation allocate(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers)
{
    const DistrictCaps caps(measured);
    const LeasedGround leased(measured, reach, caps, takers);
    const CityProblem problem = problem_of(measured, reach, takers, caps, leased);
    const TransportPlan plan = allocated(problem.flow);
    Books books(measured, reach, caps);
    books.add(leased);
    books.add(problem, plan);
    return std::move(books).closed(takers, leased, plan);
}

ExactArea max_closed(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers)
{
    const DistrictCaps caps(measured);
    const LeasedGround leased(measured, reach, caps, takers);
    return leased.total() + max_closed(problem_of(measured, reach, takers, caps, leased).flow);
}

void report_allocation(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation, Findings& findings)
{
    report_leases(measured, reach, allocation.leases, findings);
    DistrictCaps(measured).report(findings);
    const ObjectiveReached& reached = allocation.reached;
    if (!reached.is_proven) {
        const AllocationSettings& settings = measured.settings.allocation;
        Finding& cut_off = findings.emplace_back();
        cut_off.code = IssueCode::allocation_cut_off;
        cut_off.layer = "schools";
        cut_off.values.emplace_back(settings.max_nodes);
        cut_off.values.emplace_back((allocation.bound - allocation.closed).square_metres());
        cut_off.values.emplace_back(reached.bound - reached.weight_closed(settings.objective));
    }
}

} // namespace fieldgap
