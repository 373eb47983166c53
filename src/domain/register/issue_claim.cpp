#include "domain/register/issue_claim.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// How a note begins that claims.
constexpr std::array<std::string_view, 3> words_of_claims = {"claimed", "Claimed", "申请销号"};

bool claims(const std::string& note)
{
    const auto begin = std::min(note.find_first_not_of(" \t\r\n"), note.size());
    return std::any_of(words_of_claims.begin(), words_of_claims.end(),
                       [&](std::string_view word) { return std::string_view(note).substr(begin).starts_with(word); });
}

} // namespace

bool is_claimed(const RegisterRow& row, const IssuePast& past)
{
    const auto written = issue_state_named(row.state);
    if (written == IssueState::claimed || (written == IssueState::overdue && past.is_overdue_claim)) {
        return true;
    }
    const bool is_old = past.reopened != nullptr && past.reopened->district.note == row.district.note;
    return claims(row.district.note) && !is_old;
}

} // namespace fieldgap
