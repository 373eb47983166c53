#pragma once
// Days of the calendar, as leases and plans name them. No clock is read anywhere.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

struct Date
{
    std::int32_t year = 0;
    std::int32_t month = 0; ///< 1..12
    std::int32_t day = 0;   ///< 1..31

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// A day that there is, of the years 1900 to 2999.
std::optional<Date> valid_date(std::int64_t year, std::int64_t month, std::int64_t day);

constexpr Date end_of_year(std::int32_t year)
{
    return {year, 12, 31};
}

/// 2021-12-31
std::string text_of(const Date& date);

/// The other way round; nothing but that form is a date.
std::optional<Date> date_of_text(std::string_view text);

} // namespace fieldgap
