#include "domain/register/issue_step.hpp"

#include "domain/register/evidence_text.hpp"
#include "domain/register/issue_claim.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::string_view between_changes = "; ";

bool is_promised(const DistrictColumns& district)
{
    return std::any_of(district.promised.values.begin(), district.promised.values.end(),
                       [](const std::optional<ExactArea>& m2) { return m2 && *m2 > ExactArea(); });
}

/// What was promised before an issue opened again did not hold: only what has changed since counts.
bool is_in_work(const RegisterRow& row, const IssuePast& past)
{
    const bool is_old = past.reopened != nullptr && row.district.promised.values == past.reopened->district.promised.values &&
                        row.district.due == past.reopened->district.due;
    return is_promised(row.district) && !is_old;
}

bool is_overdue(const RegisterRow& row, const IssuePast& past, const Date& as_of)
{
    const auto last_day = last_day_of_quarter(row.district.due);
    return last_day && as_of > *last_day && (past.reopened == nullptr || text_of(*last_day) > past.reopened->as_of);
}

/// Of an issue whose gap is known and there.
IssueState state_with_gap(const RegisterRow& row, const IssuePast& past, const Date& as_of)
{
    if (past.state == IssueState::closed) {
        return IssueState::reopened;
    }
    if (is_overdue(row, past, as_of)) {
        return IssueState::overdue;
    }
    if (is_claimed(row, past)) {
        return IssueState::claimed;
    }
    if (is_in_work(row, past)) {
        return IssueState::in_work;
    }
    return past.reopened != nullptr ? IssueState::reopened : IssueState::open;
}

/// Of an issue of which this run knows no gap: as it was, but for its quarter and for what the district says.
IssueState state_kept(const RegisterRow& row, const IssuePast& past, const Date& as_of)
{
    const IssueState before = past.state.value_or(issue_state_named(row.state).value_or(IssueState::open));
    if (before == IssueState::closed) {
        return before;
    }
    if (is_overdue(row, past, as_of)) {
        return IssueState::overdue;
    }
    if (is_claimed(row, past)) {
        return IssueState::claimed;
    }
    const bool has_time_again = before == IssueState::overdue;
    return has_time_again ? state_with_gap(row, past, as_of) : before;
}

IssueState next_state(const RegisterRow& row, const IssuePast& past, const StageEvidence* found, const Date& as_of)
{
    if (found == nullptr) {
        return past.state.value_or(issue_state_named(row.state).value_or(IssueState::open));
    }
    if (found->standing == Standing::merged) {
        return IssueState::closed;
    }
    if (found->standing != Standing::known) {
        return state_kept(row, past, as_of);
    }
    return found->gap == ExactArea() ? IssueState::closed : state_with_gap(row, past, as_of);
}

/// The changes of earlier days, and those of this one.
std::string history_with(const std::string& earlier, const std::string& as_of, const std::vector<IssueState>& changes)
{
    std::string out;
    const auto add = [&out](std::string_view change) { out += (out.empty() ? "" : std::string(between_changes)) + std::string(change); };
    for (std::size_t begin = 0; begin < earlier.size();) {
        const std::size_t end = std::min(earlier.find(between_changes, begin), earlier.size());
        const std::string_view change = std::string_view(earlier).substr(begin, end - begin);
        if (!change.starts_with(as_of)) {
            add(change);
        }
        begin = end + between_changes.size();
    }
    for (const IssueState state : changes) {
        add(as_of + " " + std::string(name_of(state)));
    }
    return out;
}

std::vector<IssueState> changes_of(std::optional<IssueState> before, IssueState state)
{
    if (before) {
        return *before == state ? std::vector<IssueState>() : std::vector<IssueState>{state};
    }
    return state == IssueState::open ? std::vector<IssueState>{state} : std::vector<IssueState>{IssueState::open, state};
}

std::string closed_on(const RegisterRow& row, const IssuePast& past, IssueState state, const std::string& as_of)
{
    if (state != IssueState::closed) {
        return {};
    }
    if (past.closed_since != nullptr) {
        return past.closed_since->as_of;
    }
    const bool was_closed = !past.state && !row.closed.empty() && row.closed < as_of; // the history is lost
    return was_closed ? row.closed : as_of;
}

void put_figures(HistoryRow& entry, const StageEvidence* found)
{
    if (found != nullptr && found->standing == Standing::known) {
        entry.required = found->required;
        entry.pupils = found->pupils;
        entry.own = found->own;
        entry.special = found->special;
        entry.leased = found->leased;
        entry.gap = found->gap;
    } else if (found != nullptr && found->standing == Standing::merged) {
        entry.gap = ExactArea();
    }
}

} // namespace

IssueStep next_step(const RegisterRow& row, const IssuePast& past, const StageEvidence* found, const Date& as_of)
{
    const std::string day = text_of(as_of);
    const bool is_opened = !past.state && (row.opened.empty() || row.opened == day);
    const auto before = past.state || is_opened ? past.state : std::optional(issue_state_named(row.state).value_or(IssueState::open));
    IssueStep step{row, {}, next_state(row, past, found, as_of)};
    HistoryRow& entry = step.entry;
    entry.issue_id = row.issue_id;
    entry.as_of = day;
    entry.state_before = before ? std::string(name_of(*before)) : "";
    entry.state = name_of(step.state);
    entry.district = row.district;
    entry.evidence = evidence_text(row, past, found, step.state);
    put_figures(entry, found);

    RegisterRow& after = step.row;
    if (is_opened) {
        after.opened = day;
        after.baseline_gap = found != nullptr && found->standing == Standing::known ? found->own_gap : row.baseline_gap;
    }
    after.current_gap = entry.gap;
    after.state = entry.state;
    after.closed = closed_on(row, past, step.state, day);
    after.evidence = entry.evidence;
    after.history = history_with(row.history, day, changes_of(before, step.state));
    return step;
}

} // namespace fieldgap
