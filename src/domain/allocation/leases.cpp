#include "domain/allocation/leases.hpp"

#include "domain/allocation/prices.hpp"
#include "domain/city/issue_code.hpp"
#include "domain/transport/allocation_network.hpp"
#include "words/words.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

SchoolIndex main_of(const MeasuredCity& measured, const Lease& lease)
{
    return measured.owns.main_of[index(lease.school)];
}

/// Where the pair of a lease stands in `reach`; absent where the venue is beyond the walk.
std::optional<std::uint32_t> pair_of(const MeasuredCity& measured, const Reach& reach, const Lease& lease)
{
    const std::pair wanted(main_of(measured, lease), lease.venue);
    const auto& pairs = reach.rent.pairs;
    const auto found = std::lower_bound(pairs.begin(), pairs.end(), wanted,
                                        [](const ReachedPair& pair, const auto& key) { return std::pair(pair.school, pair.giver) < key; });
    const bool is_there = found != pairs.end() && std::pair(found->school, found->giver) == wanted;
    return is_there ? std::optional(static_cast<std::uint32_t>(found - pairs.begin())) : std::nullopt;
}

bool is_of_regime(const MeasuredCity& measured, SchoolIndex school)
{
    const CountsFor rule = measured.settings.standard.regime.channels[Channel::rent];
    return rule == CountsFor::every_school || (rule == CountsFor::dense_schools && measured.city.schools[index(school)].dense);
}

bool is_rentable(const MeasuredCity& measured, std::uint32_t venue)
{
    return measured.city.venues[venue].rentable && measured.venue_grounds[venue].is_venue;
}

words::Text reason_of(LeaseFate fate)
{
    switch (fate) {
    case LeaseFate::rent_is_off: return words::Text::lease_rent_off;
    case LeaseFate::not_of_regime: return words::Text::lease_regime;
    case LeaseFate::not_rentable: return words::Text::lease_not_rentable;
    default: return words::Text::lease_no_need;
    }
}

Finding finding_of(const MeasuredCity& measured, const Lease& lease, LeaseFate fate)
{
    const City& city = measured.city;
    Finding finding{IssueCode::lease_not_eligible, "leases", lease.number, city.venues[lease.venue].at, {}};
    const std::string& school = city.schools[index(lease.school)].id;
    if (fate == LeaseFate::lapsed) {
        finding.code = IssueCode::lease_lapsed;
        finding.values = {text_of(*lease.until), text_of(*day_of_leases(measured)), lease.m2};
    } else if (fate == LeaseFate::not_in_reach) {
        finding.code = IssueCode::lease_not_in_reach;
        finding.values = {city.venues[lease.venue].id, school, lease.m2};
    } else {
        finding.values = {school, words::translate(reason_of(fate)), lease.m2};
    }
    return finding;
}

} // namespace

std::optional<Date> day_of_leases(const MeasuredCity& measured)
{
    const Settings& settings = measured.settings;
    const auto day = settings.day_of_run();
    const auto year = settings.projection.first_year ? settings.projection.first_year : measured.city.enrolment_year;
    return day || !year ? day : std::optional(end_of_year(static_cast<std::int32_t>(*year)));
}

LeaseFate fate_of(const MeasuredCity& measured, const Reach& reach, const Lease& lease)
{
    const SchoolIndex school = main_of(measured, lease);
    const auto day = day_of_leases(measured);
    if (day && lease.until && *lease.until < *day) {
        return LeaseFate::lapsed;
    }
    if (!measured.settings.channels[Channel::rent].on) {
        return LeaseFate::rent_is_off;
    }
    if (!is_of_regime(measured, school)) {
        return LeaseFate::not_of_regime;
    }
    if (!measured.assessments[index(school)].has_figures()) {
        return LeaseFate::without_need;
    }
    if (!is_rentable(measured, lease.venue)) {
        return LeaseFate::not_rentable;
    }
    return pair_of(measured, reach, lease) ? LeaseFate::counts : LeaseFate::not_in_reach;
}

LeasedGround::LeasedGround(const MeasuredCity& measured, const Reach& reach, const DistrictCaps& caps, std::span<const SchoolIndex> takers)
    : measured_(measured), reach_(reach), caps_(caps)
{
    const std::vector<Lease>& leases = measured.city.leases;
    if (leases.empty()) {
        return;
    }
    of_school_.resize(measured.city.schools.size());
    of_venue_.resize(measured.city.venues.size());
    of_cap_.resize(caps.caps().size());
    for (std::uint32_t i = 0; i < leases.size(); ++i) {
        if (std::binary_search(takers.begin(), takers.end(), main_of(measured, leases[i])) &&
            fate_of(measured, reach, leases[i]) == LeaseFate::counts) {
            give(i);
        }
    }
}

std::int64_t LeasedGround::places_taken(std::size_t venue) const
{
    const auto first = places_.lower_bound({venue, 0});
    return std::distance(first, places_.lower_bound({venue + 1, 0}));
}

ExactArea LeasedGround::left_for(std::size_t school, std::size_t venue) const
{
    const ChannelSettings& rent = measured_.settings.channels[Channel::rent];
    if (rent.max_schools_per_venue && !has_place(school, venue) && places_taken(venue) >= *rent.max_schools_per_venue) {
        return {};
    }
    ExactArea left = excess(measured_.assessments[school].gap, of_school_[school]);
    left = std::min(left, excess(measured_.venue_grounds[venue].area.value_or(ExactArea()), of_venue_[venue]));
    if (rent.cap_m2) {
        left = std::min(left, excess(ExactArea::rounded(gis::SquareMetres(*rent.cap_m2)), total_));
    }
    if (const std::uint32_t cap = caps_.of_venue(venue); cap != no_district_cap) {
        left = std::min(left, excess(caps_.caps()[cap].most, of_cap_[cap]));
    }
    return left;
}

void LeasedGround::give(std::uint32_t lease)
{
    const Lease& contract = measured_.city.leases[lease];
    const std::size_t school = index(main_of(measured_, contract));
    const ExactArea counted = std::min(ExactArea::rounded(gis::SquareMetres(contract.m2)), left_for(school, contract.venue));
    const double price = price_of(measured_.city.venues[contract.venue], measured_.settings);
    leases_.push_back(
        {lease, main_of(measured_, contract), contract.venue, *pair_of(measured_, reach_, contract), counted, cost_of(counted, price)});
    if (counted == ExactArea()) {
        return;
    }
    of_school_[school] += counted;
    of_venue_[contract.venue] += counted;
    total_ += counted;
    cost_units_ += counted.hundredths() * price_units({0, 0, price});
    places_.insert({contract.venue, school});
    if (const std::uint32_t cap = caps_.of_venue(contract.venue); cap != no_district_cap) {
        of_cap_[cap] += counted;
    }
}

void report_leases(const MeasuredCity& measured, const Reach& reach, std::span<const CountedLease> counted, Findings& findings)
{
    const std::vector<Lease>& leases = measured.city.leases;
    double cost = 0.0;
    for (std::size_t i = 0, next = 0; i < leases.size(); ++i) {
        if (next == counted.size() || counted[next].lease != i) {
            findings.push_back(finding_of(measured, leases[i], fate_of(measured, reach, leases[i])));
            continue;
        }
        const CountedLease& one = counted[next++];
        cost += one.cost;
        const ExactArea promised = ExactArea::rounded(gis::SquareMetres(leases[i].m2));
        if (one.counted < promised) {
            findings.push_back({IssueCode::lease_counted_in_part,
                                "leases",
                                leases[i].number,
                                measured.city.venues[leases[i].venue].at,
                                {promised.square_metres(), one.counted.square_metres()}});
        }
    }
    const AllocationSettings& allocation = measured.settings.allocation;
    if (allocation.objective == Objective::budget && cost > allocation.budget_per_year.value_or(cost)) {
        findings.push_back({IssueCode::lease_cost_over_budget, "leases", "", {}, {cost, *allocation.budget_per_year}});
    }
}

} // namespace fieldgap
