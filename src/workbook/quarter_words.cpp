#include "workbook/quarter_words.hpp"

#include "layers/reading/column_codes.hpp"
#include "layers/reading/column_titles.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// In one of the columns; the code itself where it has no word there.
std::string word_of(const std::string& code, std::initializer_list<std::string_view> columns)
{
    for (const std::string_view column : columns) {
        for (const auto& [known, word] : words_for_codes(column)) {
            if (known == code) {
                return word;
            }
        }
    }
    return code;
}

} // namespace

std::string state_word(IssueState state)
{
    switch (state) {
    case IssueState::reopened: return translate(Text::quarter_strike_reopened);
    case IssueState::overdue: return translate(Text::quarter_strike_overdue);
    case IssueState::open: return translate(Text::quarter_strike_open);
    case IssueState::in_work: return translate(Text::quarter_strike_in_work);
    case IssueState::claimed: return translate(Text::quarter_strike_claimed);
    case IssueState::closed: break;
    }
    return translate(Text::quarter_strike_closed);
}

std::string stage_word(const std::string& stage)
{
    return stage.empty() ? translate(Text::quarter_all_stages) : word_of(stage, {"stages.stage"});
}

std::string channel_word(const std::string& channel)
{
    return word_of(channel, {"channel", "gate_options.kind"});
}

std::string basis_word(const std::string& basis)
{
    return word_of(basis, {"basis", "ledger.basis"});
}

std::string district_word(const std::string& district)
{
    return district.empty() ? translate(Text::quarter_city) : district;
}

std::string yes_or_no(std::optional<double> value)
{
    return !value ? "" : translate(*value != 0.0 ? Text::sheet_yes : Text::sheet_no);
}

std::string day_word(const std::optional<Date>& day)
{
    return day ? text_of(*day) : translate(Text::quarter_no_day);
}

std::string title_of(std::string_view column)
{
    return column_title(column).value_or(std::string(column));
}

} // namespace fieldgap
