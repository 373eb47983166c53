#include "domain/quarter/issue_state.hpp"

#include <algorithm>

namespace fieldgap {

std::optional<IssueState> issue_state_named(std::string_view name)
{
    const auto* const found =
        std::find_if(all_issue_states.begin(), all_issue_states.end(), [name](IssueState state) { return name_of(state) == name; });
    return found == all_issue_states.end() ? std::nullopt : std::optional(*found);
}

bool is_more_urgent(IssueState one, IssueState other)
{
    const auto place = [](IssueState state) { return std::find(issue_states_by_urgency.begin(), issue_states_by_urgency.end(), state); };
    return place(one) < place(other);
}

} // namespace fieldgap
