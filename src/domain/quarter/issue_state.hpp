#pragma once
// The states of an issue of the strike-off register (docs/rules.md section 6, Strike-off), for who keeps the register and for who counts
// it.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace fieldgap {

enum class IssueState : std::uint8_t { open, in_work, claimed, closed, overdue, reopened };

inline constexpr std::array<IssueState, 6> all_issue_states = {IssueState::open,   IssueState::in_work, IssueState::claimed,
                                                               IssueState::closed, IssueState::overdue, IssueState::reopened};

/// Those that need a look first: in this order one of a school's issues speaks for the school.
inline constexpr std::array<IssueState, 6> issue_states_by_urgency = {IssueState::reopened, IssueState::overdue, IssueState::open,
                                                                      IssueState::in_work,  IssueState::claimed, IssueState::closed};

constexpr std::string_view name_of(IssueState state)
{
    constexpr std::array<std::string_view, 6> names = {"open", "in_work", "claimed", "closed", "overdue", "reopened"};
    return names[static_cast<std::size_t>(state)];
}

std::optional<IssueState> issue_state_named(std::string_view name);

/// Whether an issue in the first state speaks for its school before one in the other.
bool is_more_urgent(IssueState one, IssueState other);

} // namespace fieldgap
