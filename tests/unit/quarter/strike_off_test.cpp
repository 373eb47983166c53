#include "domain/quarter/strike_off.hpp"

#include "support/catch.hpp"

using namespace fieldgap;
using quarter::StrikeCounts;

namespace {

StrikeCounts counts_of(std::int64_t reopened, std::int64_t overdue, std::int64_t open, std::int64_t closed)
{
    StrikeCounts counts;
    counts.of_state[static_cast<std::size_t>(IssueState::reopened)] = reopened;
    counts.of_state[static_cast<std::size_t>(IssueState::overdue)] = overdue;
    counts.of_state[static_cast<std::size_t>(IssueState::open)] = open;
    counts.of_state[static_cast<std::size_t>(IssueState::closed)] = closed;
    return counts;
}

} // namespace

TEST_CASE("120 issues, 78 closed, 9 overdue, 3 reopened are 65.0 percent, and 42 are open")
{
    const StrikeCounts counts = counts_of(3, 9, 30, 78);
    CHECK(counts.all() == 120);
    CHECK(counts.closed_percent() == 65.0);
    CHECK(counts.still_open() == 42);
}

TEST_CASE("the rate has one decimal, half up, and none where there is no issue")
{
    CHECK(counts_of(0, 0, 2, 1).closed_percent() == 33.3);
    CHECK(counts_of(0, 0, 1, 2).closed_percent() == 66.7);
    CHECK(counts_of(0, 0, 1999, 1).closed_percent() == 0.1); // 0.05
    CHECK(counts_of(0, 0, 0, 7).closed_percent() == 100.0);
    CHECK_FALSE(StrikeCounts().closed_percent());
}

TEST_CASE("an issue counts as the last run found it, and claimed is the one word of a district")
{
    const auto state_now = [](std::string_view written, std::optional<IssueState> of_last_run) {
        return quarter::state_now({written, "", ""}, of_last_run);
    };
    CHECK(state_now("open", IssueState::open) == IssueState::open);
    CHECK(state_now("claimed", IssueState::open) == IssueState::claimed);
    CHECK(state_now("claimed", IssueState::reopened) == IssueState::claimed);
    CHECK(state_now("claimed", IssueState::overdue) == IssueState::overdue); // late is late
    CHECK(state_now("claimed", IssueState::closed) == IssueState::closed);
    CHECK(state_now("closed", IssueState::open) == IssueState::open); // nobody closes an issue by writing so
    CHECK(state_now("<b>", IssueState::in_work) == IssueState::in_work);
    CHECK(state_now("closed", std::nullopt) == IssueState::closed);
    CHECK(state_now("done!", std::nullopt) == IssueState::open);
}

TEST_CASE("a new note claims where it begins with a word for it, and an old one has been heard by the run")
{
    const auto state_now = [](std::string_view note, std::string_view at_run) {
        return quarter::state_now({"open", note, at_run}, IssueState::open);
    };
    CHECK(state_now(" claimed, see the lease", "") == IssueState::claimed);
    CHECK(state_now("申请销号：租约已签", "") == IssueState::claimed);
    CHECK(state_now("not claimed yet", "") == IssueState::open);
    CHECK(state_now("claimed", "claimed") == IssueState::open);
    CHECK(state_now("", "claimed") == IssueState::open);
    CHECK(quarter::state_now({"open", "claimed", ""}, IssueState::closed) == IssueState::closed);
}

TEST_CASE("the worst of its issues speaks for a school")
{
    const std::array<IssueState, 3> issues = {IssueState::closed, IssueState::overdue, IssueState::in_work};
    CHECK(quarter::state_of_school(issues) == IssueState::overdue);
    CHECK_FALSE(quarter::state_of_school({}));
    for (const IssueState state : issue_states_by_urgency) {
        CHECK(issue_state_named(name_of(state)) == state);
    }
    CHECK_FALSE(issue_state_named("Closed"));
}
