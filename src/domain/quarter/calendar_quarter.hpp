#pragma once
// Quarters of the calendar, and days counted. No clock is read anywhere.

#include "domain/city/date.hpp"

namespace fieldgap::quarter {

struct CalendarQuarter
{
    std::int32_t year = 0;
    std::int32_t number = 1; ///< 1..4

    friend constexpr auto operator<=>(const CalendarQuarter&, const CalendarQuarter&) = default;
};

/// 2021Q4
std::string text_of(const CalendarQuarter& quarter);

/// The other way round; spaces around it and a small q are let pass, and nothing else.
std::optional<CalendarQuarter> quarter_of_text(std::string_view text);

CalendarQuarter quarter_of(const Date& day);
Date last_day_of(const CalendarQuarter& quarter);

/// From one day to another; below 0 where it is the earlier one.
std::int64_t days_between(const Date& from, const Date& to);

/// Absent outside of the years that `valid_date` knows. Precondition: |days| is below a million.
std::optional<Date> days_after(const Date& day, std::int64_t days);

} // namespace fieldgap::quarter
