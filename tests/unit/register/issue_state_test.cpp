// Every change of state of an issue, and what it leaves behind.
#include "domain/city/issue_code.hpp"
#include "domain/register/run_amounts.hpp"
#include "domain/register/struck_schools.hpp"
#include "support/catch.hpp"
#include "support/register_quarters.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

const FoundSchools short_by_1000 = only("S", found(600, 3500.0));
const FoundSchools enough = only("S", found(600, 4500.0));

} // namespace

TEST_CASE("a quarter ends on the last day of its third month, and nothing else is one", "[register]")
{
    CHECK(last_day_of_quarter("2021Q1") == Date{2021, 3, 31});
    CHECK(last_day_of_quarter(" 2021Q4 ") == Date{2021, 12, 31});
    for (const char* other : {"", "2021Q5", "2021Q0", "2021-Q4", "2021q4", "Q4 2021", "2021", "2021-12-31", "2021Q44", "0021Q1"}) {
        CHECK(!last_day_of_quarter(other));
    }
}

TEST_CASE("an issue opens where a stage lacks ground, and closes when it has it", "[register]")
{
    Quarters quarters;
    CHECK(quarters.run("2020-12-31", short_by_1000) == "open");
    CHECK(quarters.issue().issue_id == "S:primary");
    CHECK(quarters.issue().opened == "2020-12-31");
    CHECK(quarters.issue().baseline_gap == m2(1000));
    CHECK(quarters.issue().current_gap == m2(1000));
    CHECK(quarters.last.issues.front().opened_now);
    CHECK(quarters.run("2021-03-31", short_by_1000) == "open");
    CHECK(quarters.run("2021-06-30", enough) == "closed");
    CHECK(quarters.issue().closed == "2021-06-30");
    CHECK(quarters.issue().current_gap == m2(0));
    CHECK(quarters.issue().baseline_gap == m2(1000));
    CHECK_THAT(quarters.issue().evidence, Contains("own ground 4500.00 of 4500.00 m2"));
    CHECK(quarters.run("2021-09-30", enough) == "closed");
    CHECK(quarters.issue().closed == "2021-06-30");
    CHECK(quarters.issue().history == "2020-12-31 open; 2021-06-30 closed");
    CHECK(quarters.content.history.size() == 4);
    CHECK(quarters.run("2021-12-31", only("T", found(100, 750.0))) == "closed"); // and nothing opens for a stage that has enough
    CHECK(quarters.content.issues.size() == 1);
}

TEST_CASE("a lease in force closes an issue and its end opens it again", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    CHECK(quarters.run("2021-03-31", only("S", found(600, 3500.0, 1000.0))) == "closed");
    CHECK_THAT(quarters.issue().evidence, Contains("lease L-1 of 1000.00 m2 until 2021-06-30, 6.5 min"));
    StageEvidence ended = found(600, 3500.0);
    ended.leases.push_back({"L-1", "2021-06-30", {}, 0.0, LeaseFate::lapsed});
    CHECK(quarters.run("2021-09-30", only("S", ended)) == "reopened");
    CHECK_THAT(quarters.issue().evidence, StartsWith("1000.00 m2 lacking again; lease L-1 ended on 2021-06-30"));
    CHECK(quarters.issue().closed.empty());
    CHECK(quarters.last.issues.front().reopened_now);
    CHECK(quarters.run("2021-12-31", only("S", ended)) == "reopened");
    CHECK(!quarters.last.issues.front().reopened_now);
    CHECK_THAT(quarters.issue().evidence, Contains("lease L-1 ended on 2021-06-30"));
    CHECK(quarters.run("2022-03-31", enough) == "closed");
    CHECK(quarters.issue().closed == "2022-03-31");
    CHECK(quarters.issue().history == "2020-12-31 open; 2021-03-31 closed; 2021-09-30 reopened; 2022-03-31 closed");
}

TEST_CASE("a reopened issue says whether pupils grew, ground went or the standard rose", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    quarters.run("2021-03-31", enough);
    const RegisterContent closed = quarters.content;
    const auto again = [&](const StageEvidence& stage) {
        quarters.content = closed;
        quarters.run("2021-06-30", only("S", stage));
        return quarters.issue().evidence;
    };
    CHECK_THAT(again(found(700, 4500.0)), StartsWith("750.00 m2 lacking again; pupils 700 after 600;"));
    CHECK_THAT(again(found(600, 4000.0)), StartsWith("500.00 m2 lacking again; own ground 4000.00 m2 after 4500.00;"));
    StageEvidence dearer = found(600, 4500.0);
    dearer.required = m2(5000);
    dearer.own_gap = dearer.gap = m2(500);
    CHECK_THAT(again(dearer), StartsWith("500.00 m2 lacking again; required 5000.00 m2 after 4500.00;"));
}

TEST_CASE("promises put an issue into work, and its quarter makes it overdue", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    quarters.issue().district.promised[Channel::expand] = m2(1000);
    quarters.issue().district.due = "2021Q2";
    CHECK(quarters.run("2021-03-31", short_by_1000) == "in_work");
    CHECK(quarters.run("2021-06-30", short_by_1000) == "in_work"); // the quarter's last day is still in time
    CHECK(quarters.run("2021-07-01", short_by_1000) == "overdue");
    CHECK_THAT(quarters.issue().evidence, StartsWith("due 2021Q2 has passed; 1000.00 m2 lacking"));
    quarters.issue().district.due = "2021Q4";
    CHECK(quarters.run("2021-09-30", short_by_1000) == "in_work");
    quarters.issue().district.promised[Channel::expand].reset();
    CHECK(quarters.run("2021-12-31", short_by_1000) == "open");
    CHECK(quarters.run("2022-01-01", enough) == "closed"); // a closed one is not overdue
}

TEST_CASE("a claim is no evidence", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    quarters.issue().state = "claimed";
    CHECK(quarters.run("2021-03-31", short_by_1000) == "claimed");
    CHECK_THAT(quarters.issue().evidence, StartsWith("claimed, but 1000.00 m2 are lacking"));
    CHECK(quarters.run("2021-06-30", short_by_1000) == "claimed"); // it stays
    quarters.issue().state = "closed";                             // that is not the district's to say
    CHECK(quarters.run("2021-09-30", short_by_1000) == "open");
    quarters.issue().district.note = "申请销号 2021-10";
    CHECK(quarters.run("2021-12-31", short_by_1000) == "claimed");
    quarters.issue().district.note = "claimed by letter";
    quarters.issue().district.due = "2021Q4";
    CHECK(quarters.run("2022-03-31", short_by_1000) == "overdue"); // goes before the claim
    quarters.issue().district.due = "2022Q4";
    quarters.issue().district.note = "";
    CHECK(quarters.run("2022-06-30", short_by_1000) == "claimed"); // which outlives its quarter
    CHECK(quarters.run("2022-09-30", enough) == "closed");
}

TEST_CASE("what was promised and claimed before an issue opened again does not hold any more", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    quarters.issue().district.promised[Channel::rent] = m2(1000);
    quarters.issue().district.due = "2021Q1";
    quarters.issue().district.note = "claimed";
    quarters.run("2021-03-31", enough);
    CHECK(quarters.run("2021-06-30", short_by_1000) == "reopened");
    CHECK(quarters.run("2021-09-30", short_by_1000) == "reopened"); // its quarter had ended before
    quarters.issue().district.due = "2021Q4";
    CHECK(quarters.run("2021-12-31", short_by_1000) == "in_work");
    CHECK(quarters.run("2022-01-31", short_by_1000) == "overdue");
    quarters.issue().district.due = "2022Q4";
    quarters.issue().district.note = "claimed again";
    CHECK(quarters.run("2022-03-31", short_by_1000) == "claimed");
}

TEST_CASE("of what a run does not know the state is kept, and why is said", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    quarters.issue().district.due = "2021Q3";
    CHECK(quarters.run("2021-03-31", only("S", standing(Standing::unknown))) == "open");
    CHECK(!quarters.issue().current_gap);
    CHECK_THAT(quarters.issue().evidence, Contains("unknown in this run"));
    CHECK(quarters.run("2021-06-30", only("S", standing(Standing::planned))) == "open");
    CHECK(quarters.run("2021-12-31", only("T", found(100, 750.0))) == "open");
    CHECK_THAT(quarters.issue().evidence, Contains("not in this run"));
    CHECK(count(quarters.last.findings, IssueCode::register_school_gone) == 1);
    CHECK(quarters.run("2022-03-31", only("S", standing(Standing::unknown))) == "overdue");
    CHECK(quarters.run("2022-06-30", only("S", standing(Standing::merged, "M"))) == "closed");
    CHECK(quarters.issue().evidence == "merged into M");
    CHECK(quarters.run("2022-09-30", only("S", standing(Standing::without_standard))) == "closed");
    CHECK(quarters.run("2022-12-31", short_by_1000) == "reopened");
}

TEST_CASE("a stage that nobody attends any more needs nothing", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    CHECK(quarters.run("2021-03-31", only("S", found(0, 0.0))) == "closed");
    CHECK_THAT(quarters.issue().evidence, Contains("no pupils"));
}

TEST_CASE("a day run again replaces its own rows and nothing else", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    CHECK(quarters.run("2021-03-31", enough) == "closed");
    CHECK(quarters.run("2021-03-31", short_by_1000) == "open"); // not reopened: the day's own closing is taken back
    CHECK(quarters.issue().history == "2020-12-31 open");
    CHECK(quarters.content.history.size() == 2);
    CHECK(quarters.run("2021-03-31", enough) == "closed");
    CHECK(quarters.issue().history == "2020-12-31 open; 2021-03-31 closed");
    CHECK(last_run(quarters.content) == "2021-03-31");

    Quarters first;
    first.run("2020-12-31", short_by_1000);
    first.run("2020-12-31", only("S", found(600, 4000.0)));
    CHECK(first.issue().baseline_gap == m2(500));
    CHECK(first.last.issues.front().opened_now);
    CHECK(first.run("2020-12-31", enough) == "closed"); // the same day, the same issues
    CHECK(first.issue().history == "2020-12-31 open; 2020-12-31 closed");
}

TEST_CASE("of 120 issues with 78 closed, 9 overdue and 3 opened again 65.0 % are closed and 42 are not", "[register]")
{
    Quarters quarters;
    FoundSchools schools;
    const auto id = [](int i) { return "S" + std::to_string(1000 + i); };
    for (int i = 0; i < 120; ++i) {
        schools[id(i)] = with_primary(found(600, 3500.0));
    }
    quarters.run("2020-12-31", schools);
    for (int i = 0; i < 81; ++i) {
        schools[id(i)] = with_primary(found(600, 4500.0));
    }
    for (int i = 81; i < 90; ++i) {
        quarters.content.issues[static_cast<std::size_t>(i)].district.due = "2021Q1";
    }
    quarters.run("2021-03-31", schools);
    for (int i = 78; i < 81; ++i) {
        schools[id(i)] = with_primary(found(700, 4500.0));
    }
    quarters.run("2021-06-30", schools);
    CHECK(quarters.last.issues.size() == 120);
    CHECK(count_in(quarters.last, IssueState::closed) == 78);
    CHECK(count_in(quarters.last, IssueState::overdue) == 9);
    CHECK(count_in(quarters.last, IssueState::reopened) == 3);
    CHECK(100.0 * 78.0 / 120.0 == 65.0);
    CHECK(struck_schools(quarters.last).size() == 120);
}

TEST_CASE("what was done is measured, and what is promised counts until it is done", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    quarters.issue().district.promised[Channel::rent] = m2(400);
    quarters.issue().district.promised[Channel::share] = m2(100);
    quarters.run("2021-03-31", short_by_1000);
    RegisterAmounts sums = amounts_of(quarters.last);
    CHECK(sums.promised[Channel::rent] == m2(400));
    CHECK(sums.under_way[Channel::rent] == m2(0)); // no quarter is named
    CHECK(sums.unassigned == m2(500));

    quarters.issue().district.due = "2022Q4";
    StageEvidence half = found(600, 3700.0, 300.0);
    half.special = m2(50);
    quarters.run("2021-06-30", only("S", half));
    sums = amounts_of(quarters.last);
    CHECK(sums.baseline == m2(1000));
    CHECK(sums.current == m2(500));
    CHECK(sums.done[Channel::rent] == m2(300));
    CHECK(sums.done[Channel::basement] == m2(50));
    CHECK(sums.done[Channel::expand] == m2(150));
    CHECK(sums.done[Channel::share] == m2(0));
    CHECK(sums.under_way[Channel::rent] == m2(100));
    CHECK(sums.under_way[Channel::share] == m2(100));
    CHECK(sums.unassigned == m2(300)); // 1000 less 400 of rent, 100 of sharing, 200 built

    quarters.run("2021-09-30", only("S", found(600, 9000.0)));
    sums = amounts_of(quarters.last);
    CHECK(sums.done[Channel::expand] == m2(1000)); // as far as it was needed
    CHECK(sums.promised[Channel::rent] == m2(0));
    CHECK(sums.unassigned == m2(0));
}

TEST_CASE("a school shows the state of its issues that needs a look first", "[register]")
{
    Quarters quarters;
    FoundSchool school = with_primary(found(600, 3500.0));
    school.stages[Stage::junior] = found(600, 3000.0);
    quarters.run("2020-12-31", {{"S", school}});
    REQUIRE(quarters.content.issues.size() == 2);
    quarters.content.issues[1].district = {{}, "Works", "2021Q1", ""};
    school.stages[Stage::primary] = found(600, 4500.0);
    quarters.run("2021-06-30", {{"S", school}});
    const auto schools = struck_schools(quarters.last);
    REQUIRE(schools.size() == 1);
    CHECK(schools[0].state == IssueState::overdue);
    CHECK(schools[0].issues == 2);
    CHECK(schools[0].open_issues == 1);
    CHECK(schools[0].baseline_gap == m2(2500));
    CHECK(schools[0].current_gap == m2(1500));
    CHECK(schools[0].due == "2021Q1");
    CHECK(schools[0].unit == "Works");
    CHECK_THAT(schools[0].evidence, StartsWith("primary: own ground") && Contains("; junior: due 2021Q1"));
}

TEST_CASE("rows that no run has opened, doubles and odd cells are told and left alone", "[register]")
{
    Quarters quarters;
    quarters.run("2020-12-31", short_by_1000);
    RegisterRow stranger;
    stranger.place = 2;
    stranger.issue_id = "nobody";
    RegisterRow twin = quarters.issue();
    twin.place = 3;
    quarters.issue().district.due = "end of 2021";
    quarters.issue().district.note = "=1+1\r\nsecond line";
    quarters.content.issues.push_back(stranger);
    quarters.content.issues.push_back(twin);
    quarters.content.odd_promises.push_back({"S:primary", "promised_rent_m2", "soon"});
    quarters.content.missing.push_back({"register", "closed"});
    quarters.run("2021-03-31", short_by_1000);
    const Findings& findings = quarters.last.findings;
    CHECK(count(findings, IssueCode::register_issue_unknown) == 1);
    CHECK(count(findings, IssueCode::register_issue_twice) == 1);
    CHECK(count(findings, IssueCode::register_due_not_read) == 1);
    CHECK(count(findings, IssueCode::register_text_odd) == 2);
    CHECK(count(findings, IssueCode::register_promise_not_read) == 1);
    CHECK(count(findings, IssueCode::register_column_missing) == 1);
    CHECK(quarters.last.issues.size() == 1);
    CHECK(quarters.content.issues[1].state.empty());
    CHECK(quarters.content.issues[2].state == "open");
    CHECK(quarters.content.history.size() == 2);
}

TEST_CASE("a row that a district made by hand becomes an issue where the stage lacks ground", "[register]")
{
    Quarters quarters;
    RegisterRow by_hand;
    by_hand.place = 1;
    by_hand.issue_id = "S:primary";
    by_hand.district.unit = "Works";
    quarters.content.issues.push_back(by_hand);
    CHECK(quarters.run("2020-12-31", enough).empty());
    CHECK(count(quarters.last.findings, IssueCode::register_issue_unknown) == 1);
    CHECK(quarters.run("2021-03-31", short_by_1000) == "open");
    CHECK(quarters.content.issues.size() == 1);
    CHECK(quarters.issue().district.unit == "Works");
    CHECK(quarters.issue().baseline_gap == m2(1000));
}
