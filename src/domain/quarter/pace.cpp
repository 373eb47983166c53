#include "domain/quarter/pace.hpp"

#include <algorithm>

namespace fieldgap::quarter {
namespace {

constexpr double days_per_quarter = 365.25 / 4.0;

/// The part of the way from `first` to `until` that lies behind `day`, 0 to 1.
double part_behind(const Date& first, const Date& until, const Date& day)
{
    const double part = static_cast<double>(days_between(first, day)) / static_cast<double>(days_between(first, until));
    return std::clamp(part, 0.0, 1.0);
}

std::optional<CalendarQuarter> quarter_of_last_issue(const RunPoint& last, std::int64_t closed, std::int64_t days)
{
    constexpr std::int64_t most_days = 999'999;
    const std::int64_t left = (last.open() * days + closed - 1) / closed;
    const auto day = left > most_days ? std::nullopt : days_after(last.as_of, left);
    return day ? std::optional(quarter_of(*day)) : std::nullopt;
}

Forecast::Kind kind_without_pace(std::span<const RunPoint> runs)
{
    using Kind = Forecast::Kind;
    if (runs.empty()) {
        return Kind::no_run;
    }
    if (runs.back().issues == 0) {
        return Kind::nothing_opens;
    }
    return runs.back().open() == 0 ? Kind::all_closed : Kind::first_run;
}

} // namespace

std::optional<Date> day_to_be_done(std::optional<Date> plan_until, std::span<const CalendarQuarter> due)
{
    if (plan_until) {
        return plan_until;
    }
    const auto last = std::max_element(due.begin(), due.end());
    return last == due.end() ? std::nullopt : std::optional(last_day_of(*last));
}

std::vector<LinePoint> straight_line(std::span<const RunPoint> runs, std::optional<Date> until)
{
    if (runs.empty() || !until || *until <= runs.front().as_of) {
        return {};
    }
    const RunPoint& first = runs.front();
    std::vector<LinePoint> line;
    for (const RunPoint& run : runs) {
        const double behind = part_behind(first.as_of, *until, run.as_of);
        const double to_close = static_cast<double>(runs.back().issues - first.closed);
        line.push_back({first.gap_m2 ? std::optional(*first.gap_m2 * (1.0 - behind)) : std::nullopt,
                        static_cast<double>(first.closed) + to_close * behind});
    }
    return line;
}

std::string_view name_of(Forecast::Kind kind)
{
    using Kind = Forecast::Kind;
    switch (kind) {
    case Kind::no_run: return "no_run";
    case Kind::first_run: return "first_run";
    case Kind::nothing_opens: return "nothing_opens";
    case Kind::all_closed: return "all_closed";
    case Kind::nothing_closes: return "nothing_closes";
    case Kind::far_off: return "far_off";
    case Kind::known: break;
    }
    return "known";
}

Forecast forecast(std::span<const RunPoint> runs)
{
    Forecast found;
    found.kind = kind_without_pace(runs);
    const std::int64_t days = runs.empty() ? 0 : days_between(runs.front().as_of, runs.back().as_of);
    const std::int64_t closed = runs.empty() ? 0 : runs.back().closed - runs.front().closed;
    if (days > 0 && closed > 0) {
        found.closed_per_quarter = static_cast<double>(closed) * days_per_quarter / static_cast<double>(days);
    }
    if (found.kind != Forecast::Kind::first_run || days <= 0) {
        return found;
    }
    if (closed <= 0) {
        found.kind = Forecast::Kind::nothing_closes;
        return found;
    }
    found.quarter = quarter_of_last_issue(runs.back(), closed, days);
    found.kind = found.quarter ? Forecast::Kind::known : Forecast::Kind::far_off;
    return found;
}

} // namespace fieldgap::quarter
