#include "domain/proof/future_gaps.hpp"

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

Date day_after(const Date& date)
{
    if (const auto next = valid_date(date.year, date.month, date.day + 1)) {
        return *next;
    }
    return date.month == 12 ? Date{date.year + 1, 1, 1} : Date{date.year, date.month + 1, 1};
}

} // namespace

std::vector<FutureGap> future_gaps(const AnalysedCity& analysed)
{
    const std::vector<Lease>& leases = analysed.city.leases;
    const std::optional<Date>& plan_ends = analysed.settings.plan.until;
    std::vector<FutureGap> gaps;
    for (const CountedLease& counted : analysed.results.allocation.leases) {
        const std::optional<Date>& until = leases[counted.lease].until;
        if (plan_ends && until && *until < *plan_ends && counted.counted > ExactArea()) {
            gaps.push_back({counted.school, day_after(*until), counted.counted, counted.lease});
        }
    }
    std::stable_sort(gaps.begin(), gaps.end(), [&leases](const FutureGap& a, const FutureGap& b) {
        return std::tie(a.school, a.from, leases[a.lease].number) < std::tie(b.school, b.from, leases[b.lease].number);
    });
    return gaps;
}

} // namespace fieldgap
