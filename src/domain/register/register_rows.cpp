#include "domain/register/register_rows.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::string_view without_blanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

} // namespace

std::optional<IssueState> issue_state_named(std::string_view name)
{
    const auto found =
        std::find_if(all_issue_states.begin(), all_issue_states.end(), [name](IssueState state) { return name_of(state) == name; });
    return found == all_issue_states.end() ? std::nullopt : std::optional(*found);
}

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
    if (text.size() != 6 || text[4] != 'Q' || text[5] < '1' || text[5] > '4') {
        return std::nullopt;
    }
    constexpr std::array<std::string_view, 4> last_days = {"-03-31", "-06-30", "-09-30", "-12-31"};
    return date_of_text(std::string(text.substr(0, 4)) + std::string(last_days[static_cast<std::size_t>(text[5] - '1')]));
}

} // namespace fieldgap
