#include "layers/output/register_summary.hpp"

#include "domain/register/run_amounts.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::int64_t count(const RegisterAfter& after, bool IssueInRun::*changed)
{
    return std::count_if(after.issues.begin(), after.issues.end(), [changed](const IssueInRun& issue) { return issue.*changed; });
}

} // namespace

std::vector<SummaryLine> summary_of_register(const ResultView& view)
{
    SummaryLines out("register.");
    if (view.strike_off == nullptr) {
        return out.lines();
    }
    const RegisterAfter& after = *view.strike_off;
    const auto issues = static_cast<std::int64_t>(after.issues.size());
    const std::int64_t closed = count_in(after, IssueState::closed);
    out.count("issues", issues);
    for (const IssueState state : all_issue_states) {
        out.count(std::string(name_of(state)), count_in(after, state));
    }
    out.count("open_issues", issues - closed);
    out.number("rate", issues == 0 ? std::nullopt : std::optional(static_cast<double>(closed) / static_cast<double>(issues)), "");
    out.count("opened_now", count(after, &IssueInRun::opened_now));
    out.count("closed_now", count(after, &IssueInRun::closed_now));
    out.count("reopened_now", count(after, &IssueInRun::reopened_now));
    const RegisterAmounts amounts = amounts_of(after);
    out.area("baseline_gap_m2", amounts.baseline);
    out.area("current_gap_m2", amounts.current);
    return out.lines();
}

} // namespace fieldgap
