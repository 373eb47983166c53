#include "layers/leases/cell_dates.hpp"

#include "layers/text/cell_vocabulary.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace fieldgap {
namespace {

struct Digits
{
    std::int64_t value = 0;
    std::size_t count = 0;
};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Without the time of the day that databases put behind a date.
std::string_view day_part(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const std::size_t before_time = colon == std::string_view::npos ? colon : text.find_last_of(" t", colon);
    return text.substr(0, std::min(before_time, text.size()));
}

/// The runs of digits of a text; none where there are signs between them that part no date.
std::vector<Digits> numbers_in(std::string_view text)
{
    constexpr std::size_t most_digits = 8;
    std::vector<Digits> numbers;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        Digits number;
        for (; end < text.size() && is_digit(text[end]) && number.count <= most_digits; ++end, ++number.count) {
            number.value = number.value * 10 + (text[end] - '0');
        }
        if (number.count > 0) {
            numbers.push_back(number);
            at = end;
            continue;
        }
        const std::string_view rest = text.substr(at);
        const bool is_mark = std::string_view("-/. ").find(text[at]) != std::string_view::npos;
        const bool is_word = rest.starts_with("年") || rest.starts_with("月") || rest.starts_with("日") || rest.starts_with("号");
        if (!is_mark && !is_word) {
            return {};
        }
        at += is_mark ? 1U : std::string_view("年").size();
    }
    return numbers;
}

std::optional<Date> last_day_of_month(std::int64_t year, std::int64_t month)
{
    for (std::int64_t day = 31; day >= 28; --day) {
        if (const auto date = valid_date(year, month, day)) {
            return date;
        }
    }
    return std::nullopt;
}

/// `31.12.2021` is day, month and year; with slashes it may be the other way round.
std::optional<Date> with_year_last(const std::vector<Digits>& numbers, std::string_view text)
{
    const std::int64_t first = numbers[0].value;
    const std::int64_t second = numbers[1].value;
    const bool is_doubtful = text.find('.') == std::string_view::npos && first != second && first <= 12 && second <= 12;
    const bool is_month_first = second > 12;
    return is_doubtful ? std::nullopt : valid_date(numbers[2].value, is_month_first ? first : second, is_month_first ? second : first);
}

std::optional<Date> date_in(std::string_view text)
{
    const std::vector<Digits> numbers = numbers_in(text);
    if (numbers.size() == 1 && numbers[0].count == 8) {
        return valid_date(numbers[0].value / 10000, numbers[0].value / 100 % 100, numbers[0].value % 100);
    }
    const bool begins_with_year = !numbers.empty() && numbers[0].count == 4;
    if (numbers.size() == 3) {
        return begins_with_year        ? valid_date(numbers[0].value, numbers[1].value, numbers[2].value)
               : numbers[2].count == 4 ? with_year_last(numbers, text)
                                       : std::nullopt;
    }
    if (!begins_with_year || numbers.size() > 2) {
        return std::nullopt;
    }
    return last_day_of_month(numbers[0].value, numbers.size() == 2 ? numbers[1].value : 12);
}

} // namespace

Cell<Date> last_day_of(CellText text)
{
    const std::string key = cell_key(text);
    if (key.empty()) {
        return {};
    }
    const auto date = date_in(day_part(key));
    return {date, date ? CellProblem::none : CellProblem::not_a_date};
}

} // namespace fieldgap
