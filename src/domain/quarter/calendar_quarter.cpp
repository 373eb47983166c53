#include "domain/quarter/calendar_quarter.hpp"

#include <charconv>
#include <chrono>

namespace fieldgap::quarter {
namespace {

namespace chrono = std::chrono;

constexpr std::int32_t months_per_quarter = 3;

chrono::sys_days calendar_day(const Date& day)
{
    return chrono::year_month_day(chrono::year(day.year), chrono::month(static_cast<unsigned>(day.month)),
                                  chrono::day(static_cast<unsigned>(day.day)));
}

std::string_view without_spaces_around(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

} // namespace

std::string text_of(const CalendarQuarter& quarter)
{
    return std::to_string(quarter.year) + "Q" + std::to_string(quarter.number);
}

std::optional<CalendarQuarter> quarter_of_text(std::string_view text)
{
    const std::string_view written = without_spaces_around(text);
    if (written.size() != 6 || (written[4] != 'Q' && written[4] != 'q') || written[5] < '1' || written[5] > '4') {
        return std::nullopt;
    }
    std::int32_t year = 0;
    const char* const end = written.data() + 4;
    if (std::from_chars(written.data(), end, year).ptr != end || !valid_date(year, 1, 1)) {
        return std::nullopt;
    }
    return CalendarQuarter{year, written[5] - '0'};
}

CalendarQuarter quarter_of(const Date& day)
{
    return {day.year, (day.month - 1) / months_per_quarter + 1};
}

Date last_day_of(const CalendarQuarter& quarter)
{
    const std::int32_t month = quarter.number * months_per_quarter;
    return {quarter.year, month, month == 3 || month == 12 ? 31 : 30};
}

std::int64_t days_between(const Date& from, const Date& to)
{
    return (calendar_day(to) - calendar_day(from)).count();
}

std::optional<Date> days_after(const Date& day, std::int64_t days)
{
    const chrono::year_month_day later(calendar_day(day) + chrono::days(days));
    return valid_date(static_cast<int>(later.year()), static_cast<unsigned>(later.month()), static_cast<unsigned>(later.day()));
}

} // namespace fieldgap::quarter
