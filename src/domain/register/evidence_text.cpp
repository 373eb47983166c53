#include "domain/register/evidence_text.hpp"

#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

void join(std::string& text, const std::string& more)
{
    text = text.empty() ? more : more.empty() ? text : translate(Text::evidence_joined, {text, more});
}

double m2(ExactArea area)
{
    return area.square_metres();
}

std::string measured_text(const StageEvidence& found)
{
    if (found.pupils == 0) {
        return translate(Text::evidence_no_pupils);
    }
    std::string text = translate(Text::evidence_own, {m2(found.own), m2(found.required), found.pupils});
    for (const LeaseEvidence& lease : found.leases) {
        if (lease.counted == ExactArea()) {
            continue;
        }
        join(text, lease.until.empty() ? translate(Text::evidence_endless_lease, {lease.number, m2(lease.counted), lease.walk_min})
                                       : translate(Text::evidence_lease, {lease.number, m2(lease.counted), lease.until, lease.walk_min}));
    }
    return text;
}

/// Leases that counted when the issue was closed and count no more, by name where the table still has them.
std::string leases_lost(const HistoryRow& closed, const StageEvidence& found)
{
    std::string text;
    for (const LeaseEvidence& lease : found.leases) {
        if (lease.fate == LeaseFate::lapsed && lease.until >= closed.as_of) {
            join(text, translate(Text::evidence_lease_ended, {lease.number, lease.until}));
        } else if (lease.fate == LeaseFate::not_in_reach) {
            join(text, translate(Text::evidence_lease_far, {lease.number}));
        }
    }
    return text.empty() ? translate(Text::evidence_leases_less, {m2(found.leased), m2(*closed.leased)}) : text;
}

/// What has changed since the issue was closed.
std::string cause_text(const HistoryRow& closed, const StageEvidence& found)
{
    std::string text;
    if (closed.leased && found.leased < *closed.leased) {
        join(text, leases_lost(closed, found));
    }
    if (closed.pupils && found.pupils > *closed.pupils) {
        join(text, translate(Text::evidence_pupils, {found.pupils, *closed.pupils}));
    } else if (closed.required && found.required > *closed.required) {
        join(text, translate(Text::evidence_required_more, {m2(found.required), m2(*closed.required)}));
    }
    if (closed.own && found.own < *closed.own) {
        join(text, translate(Text::evidence_ground_less, {m2(found.own), m2(*closed.own)}));
    }
    return text;
}

std::string known_text(const RegisterRow& row, const IssuePast& past, const StageEvidence& found, IssueState state)
{
    std::string text;
    switch (state) {
    case IssueState::closed: break;
    case IssueState::reopened:
        text = translate(Text::evidence_lacks_again, {m2(found.gap)});
        join(text, past.closed == nullptr ? "" : cause_text(*past.closed, found));
        break;
    case IssueState::claimed: text = translate(Text::evidence_claimed, {m2(found.gap)}); break;
    case IssueState::overdue:
        text = translate(Text::evidence_overdue, {row.district.due});
        join(text, translate(Text::evidence_lacks, {m2(found.gap)}));
        break;
    case IssueState::open:
    case IssueState::in_work: text = translate(Text::evidence_lacks, {m2(found.gap)}); break;
    }
    join(text, measured_text(found));
    return text;
}

} // namespace

std::string evidence_text(const RegisterRow& row, const IssuePast& past, const StageEvidence* found, IssueState state)
{
    if (found == nullptr) {
        return translate(Text::evidence_absent);
    }
    switch (found->standing) {
    case Standing::known: return known_text(row, past, *found, state);
    case Standing::unknown: return translate(Text::evidence_unknown);
    case Standing::without_standard: return translate(Text::evidence_no_standard);
    case Standing::planned: return translate(Text::evidence_planned);
    case Standing::merged: return translate(Text::evidence_merged, {found->merged_into});
    }
    return {};
}

} // namespace fieldgap
