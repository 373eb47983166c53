#include "domain/quarter/strike_off.hpp"

#include <algorithm>
#include <numeric>

namespace fieldgap::quarter {
namespace {

/// How a note begins that claims.
constexpr std::array<std::string_view, 3> words_of_claims = {"claimed", "Claimed", "申请销号"};

} // namespace

bool claims(std::string_view note)
{
    note.remove_prefix(std::min(note.find_first_not_of(" \t\r\n"), note.size()));
    return std::any_of(words_of_claims.begin(), words_of_claims.end(), [note](std::string_view word) { return note.starts_with(word); });
}

IssueState state_now(const Written& written, std::optional<IssueState> of_last_run)
{
    const auto said = issue_state_named(written.state);
    if (!of_last_run) {
        return said.value_or(IssueState::open);
    }
    const bool is_claimed = said == IssueState::claimed || (written.note != written.note_at_run && claims(written.note));
    const bool may_be = *of_last_run != IssueState::closed && *of_last_run != IssueState::overdue;
    return is_claimed && may_be ? IssueState::claimed : *of_last_run;
}

std::int64_t StrikeCounts::all() const
{
    return std::accumulate(of_state.begin(), of_state.end(), std::int64_t{0});
}

std::optional<double> StrikeCounts::closed_percent() const
{
    constexpr std::int64_t per_thousand = 1000;
    const std::int64_t issues = all();
    if (issues == 0) {
        return std::nullopt;
    }
    return static_cast<double>((2 * per_thousand * of(IssueState::closed) + issues) / (2 * issues)) / 10.0;
}

std::optional<IssueState> state_of_school(std::span<const IssueState> issues)
{
    const auto first = std::min_element(issues.begin(), issues.end(), is_more_urgent);
    return first == issues.end() ? std::nullopt : std::optional(*first);
}

} // namespace fieldgap::quarter
