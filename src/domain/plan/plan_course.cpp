#include "domain/plan/plan_course.hpp"

#include "domain/allocation/leases.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Counted from that of year 0.
std::int64_t quarter_of(const Date& date)
{
    return static_cast<std::int64_t>(date.year) * 4 + (date.month - 1) / 3;
}

bool ends_quarter(const Date& date)
{
    return date.month % 3 == 0 && !valid_date(date.year, date.month, date.day + 1);
}

} // namespace

std::int64_t quarters_after(const Date& today, const Date& until)
{
    const std::int64_t first = quarter_of(today) + (ends_quarter(today) ? 1 : 0);
    return until > today ? quarter_of(until) - first + 1 : 0;
}

std::optional<std::int64_t> quarters_left(const MeasuredCity& measured)
{
    const auto today = day_of_leases(measured);
    const auto until = measured.settings.plan.until;
    return today && until ? std::optional(quarters_after(*today, *until)) : std::nullopt;
}

std::optional<std::int64_t> year_of_run(const MeasuredCity& measured)
{
    const auto today = day_of_leases(measured);
    return today ? std::optional<std::int64_t>(today->year) : std::nullopt;
}

std::optional<double> districts_of_plan(const PlanSettings& plan)
{
    double most = 0.0;
    for (const auto& [year, districts] : plan.districts_to_pass) {
        most = std::max(most, districts);
    }
    return most > 0.0 ? std::optional(most) : std::nullopt;
}

DistrictsToday districts_today(const Districts& districts)
{
    DistrictsToday today;
    for (const DistrictFigures& district : districts.rows) {
        const std::optional<bool>& passes = district.figures.passes;
        today.pass += passes == true ? 1 : 0;
        today.undecided += passes ? 0 : 1;
    }
    return today;
}

} // namespace fieldgap
