#pragma once
// How fast issues are struck off, against a straight line, and when that ends (docs/rules.md section 6, The quarter).

#include "domain/quarter/calendar_quarter.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap::quarter {

/// What a run found in the whole city.
struct RunPoint
{
    Date as_of;
    std::optional<double> gap_m2; ///< gross
    std::int64_t issues = 0;
    std::int64_t closed = 0;

    std::int64_t open() const { return issues - closed; }
};

/// The last day of the plan, else of the last quarter in which an issue is due; absent where neither is said.
std::optional<Date> day_to_be_done(std::optional<Date> plan_until, std::span<const CalendarQuarter> due);

/// Where a line from the first run to the day on which all is to be done stands.
struct LinePoint
{
    std::optional<double> gap_m2; ///< from the gap of the first run down to 0; absent where that is unknown
    double closed = 0.0;          ///< from those closed at the first run up to all issues that there are by now
};

/// At each run; empty where there is no line: no run, no such day, or the day is not after the first run. Precondition: runs in rising
/// order of their days.
std::vector<LinePoint> straight_line(std::span<const RunPoint> runs, std::optional<Date> until);

/// When the last issue will be closed, if they go on being closed as they have been since the first run.
struct Forecast
{
    enum class Kind : std::uint8_t {
        no_run,
        first_run,     ///< one run has no pace
        nothing_opens, ///< there is no issue
        all_closed,
        nothing_closes, ///< no more are closed than at the first run: there is no such quarter
        far_off,        ///< later than a calendar goes
        known,
    };
    Kind kind = Kind::no_run;
    std::optional<CalendarQuarter> quarter; ///< where `known`
    double closed_per_quarter = 0.0;        ///< of 91.3125 days; 0 where nothing closes or there is no pace
};

std::string_view name_of(Forecast::Kind kind);

Forecast forecast(std::span<const RunPoint> runs);

} // namespace fieldgap::quarter
