#pragma once
// Issues of the strike-off register, counted (docs/rules.md section 6, The quarter).

#include "domain/quarter/calendar_quarter.hpp"
#include "domain/quarter/issue_state.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace fieldgap::quarter {

/// Whether a district's note begins with a word for a claim.
bool claims(std::string_view note);

/// What a district has written since the last run.
struct Written
{
    std::string_view state;
    std::string_view note;
    std::string_view note_at_run; ///< the note that the last run saw
};

/// What an issue counts as: the state that the last run found, whatever the register says now. Only a claim is a district's own word: the
/// state `claimed`, or a new note that begins with a word for it; it counts where the run found the issue neither closed nor overdue.
/// Without a run, what the register says; where that is no state, it is open.
IssueState state_now(const Written& written, std::optional<IssueState> of_last_run);

/// How many issues are in which state.
struct StrikeCounts
{
    std::array<std::int64_t, all_issue_states.size()> of_state{}; ///< by IssueState

    void add(IssueState state) { ++of_state[static_cast<std::size_t>(state)]; }
    std::int64_t of(IssueState state) const { return of_state[static_cast<std::size_t>(state)]; }
    std::int64_t all() const;
    std::int64_t still_open() const { return all() - of(IssueState::closed); }

    /// Closed of all, in percent to one decimal, half up; absent where there are none.
    std::optional<double> closed_percent() const;
};

/// What speaks for a school; absent where it has no issue.
std::optional<IssueState> state_of_school(std::span<const IssueState> issues);

} // namespace fieldgap::quarter
