#include "domain/register/issue_claim.hpp"

#include "domain/quarter/strike_off.hpp"

namespace fieldgap {
bool is_claimed(const RegisterRow& row, const IssuePast& past)
{
    const auto written = issue_state_named(row.state);
    if (written == IssueState::claimed || (written == IssueState::overdue && past.is_overdue_claim)) {
        return true;
    }
    const bool is_old = past.reopened != nullptr && past.reopened->district.note == row.district.note;
    return quarter::claims(row.district.note) && !is_old;
}

} // namespace fieldgap
