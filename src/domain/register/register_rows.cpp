#include "domain/register/register_rows.hpp"

#include "domain/quarter/calendar_quarter.hpp"

namespace fieldgap {
namespace {

std::string_view without_blanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace

std::string last_run(const RegisterContent& content)
{
    std::string last;
    const auto take = [&last](const std::string& as_of) {
        if (as_of > last && date_of_text(as_of)) { // days of this form stand in their order as texts too
            last = as_of;
        }
    };
    for (const HistoryRow& row : content.history) {
        take(row.as_of);
    }
    for (const RunRow& row : content.runs) {
        take(row.as_of);
    }
    return last;
}

std::optional<Date> last_day_of_quarter(std::string_view due)
{
    const std::string_view text = without_blanks(due);
    const auto quarter = text.find('Q') == std::string_view::npos ? std::nullopt : quarter::quarter_of_text(text);
    return quarter ? std::optional(quarter::last_day_of(*quarter)) : std::nullopt;
}

} // namespace fieldgap
