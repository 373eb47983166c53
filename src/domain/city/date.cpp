#include "domain/city/date.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>

namespace fieldgap {

std::optional<Date> valid_date(std::int64_t year, std::int64_t month, std::int64_t day)
{
    constexpr std::int64_t first_year = 1900;
    constexpr std::int64_t last_year = 2999;
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)));
    return date.ok()
               ? std::optional(Date{static_cast<std::int32_t>(year), static_cast<std::int32_t>(month), static_cast<std::int32_t>(day)})
               : std::nullopt;
}

std::string text_of(const Date& date)
{
    char text[40];
    const int length = std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return std::string(text, static_cast<std::size_t>(length));
}

std::optional<Date> date_of_text(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t digits) {
        std::int64_t value = -1;
        const char* const end = text.data() + at + digits;
        return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
    };
    return valid_date(number(0, 4), number(5, 2), number(8, 2));
}

} // namespace fieldgap
