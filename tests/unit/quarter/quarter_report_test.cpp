#include "quarter/quarter_report.hpp"

#include "support/catch.hpp"

using namespace fieldgap;
using namespace fieldgap::quarter;

namespace {

IssueRow issue(const std::string& school, const std::string& state, const std::string& due = "")
{
    IssueRow row;
    row.issue_id = school + ":primary";
    row.school_id = school;
    row.stage = "primary";
    row.opened = "2020-12-31";
    row.state = state;
    row.due = due;
    return row;
}

HistoryRow history(const std::string& school, const std::string& as_of, const std::string& before, const std::string& state)
{
    HistoryRow row;
    row.issue_id = school + ":primary";
    row.as_of = as_of;
    row.state_before = before;
    row.state = state;
    return row;
}

RunRow run(const std::string& as_of, const std::string& district, double gap_m2, std::int64_t issues, std::int64_t closed)
{
    RunRow row;
    row.as_of = as_of;
    row.district = district;
    row.gap_m2 = gap_m2;
    row.issues = issues;
    row.states.of_state[static_cast<std::size_t>(IssueState::closed)] = closed;
    return row;
}

ResultSchool school(const std::string& id, const std::string& district, double gap_m2)
{
    ResultSchool made;
    made.school_id = id;
    made.name = "School " + id;
    made.district = district;
    made.gap_m2 = gap_m2;
    return made;
}

/// Three quarters; a closes, b opens again, c claims, d is in no result any more.
RegisterTables small_register()
{
    RegisterTables tables;
    tables.issues = {issue("a", "closed"), issue("b", "reopened", "2021Q4"), issue("c", "claimed", "2022Q2"), issue("d", "open")};
    tables.issues[0].closed = "2021-06-30";
    tables.history = {history("a", "2020-12-31", "", "open"),           history("b", "2020-12-31", "", "open"),
                      history("b", "2021-03-31", "open", "closed"),     history("a", "2021-06-30", "open", "closed"),
                      history("b", "2021-06-30", "closed", "reopened"), history("c", "2021-06-30", "open", "open")};
    tables.runs = {run("2020-12-31", "", 4000, 4, 0),    run("2020-12-31", "East", 3000, 3, 0), run("2021-03-31", "", 3000, 4, 1),
                   run("2021-06-30", "East", 500, 3, 1), run("2021-06-30", "", 2000, 4, 1),     run("no day", "", 1, 1, 1)};
    return tables;
}

ResultTables small_result()
{
    ResultTables result;
    result.schools = {school("a", "East", 0), school("b", "East", 700), school("c", "", 1300)};
    result.schools[1].residual_m2 = 100;
    result.schools[1].enrolled = {600, {}};
    result.schools[1].mean_class = {42.86, {}};
    result.links = {{"b", "v1", "rent", 300.0, 600.0, 36000.0, 1, 0},
                    {"b", "c", "share", 200.0, 0.0, {}, 0, 0},
                    {"c", "v1", "rent", 420.0, 0.0, {}, {}, {}}};
    result.venues = {{"v1", {"Hall", 50.0}}};
    return result;
}

} // namespace

TEST_CASE("the last run stands against the one before it and the first, the city first")
{
    const QuarterReport report = quarter_report(small_result(), small_register(), "2021-06-30");
    CHECK(report.first == Date{2020, 12, 31});
    CHECK(report.before == Date{2021, 3, 31});
    CHECK(report.last == Date{2021, 6, 30});
    CHECK_FALSE(report.is_of_other_run());
    REQUIRE(report.standing.size() == 2);
    CHECK(report.standing[0].district.empty());
    CHECK(report.standing[0].gap_m2 == 2000.0);
    CHECK(report.standing[0].gap_before_m2 == 3000.0);
    CHECK(report.standing[0].gap_first_m2 == 4000.0);
    CHECK(report.standing[1].gap_m2 == 500.0);
    CHECK_FALSE(report.standing[1].gap_before_m2); // the run before said nothing of the district
    CHECK(quarter_report(small_result(), small_register(), "2021-03-31").is_of_other_run());
}

TEST_CASE("issues are counted by what runs found, named, and marked where this run moved them")
{
    const QuarterReport report = quarter_report(small_result(), small_register(), "");
    const StrikeOff& strike_off = report.strike_off;
    CHECK(strike_off.counts.of(IssueState::closed) == 1);
    CHECK(strike_off.counts.of(IssueState::claimed) == 1);
    CHECK(strike_off.counts.of(IssueState::reopened) == 1);
    CHECK(strike_off.counts.closed_percent() == 25.0);
    CHECK(strike_off.issues[0].is_closed_now);
    CHECK(strike_off.issues[1].is_reopened_now);
    CHECK_FALSE(strike_off.issues[2].is_opened_now);
    CHECK(strike_off.issues[2].school == "School c");
    CHECK(strike_off.issues[3].school == "d");
    REQUIRE(strike_off.districts.size() == 2);
    CHECK(strike_off.districts[0].district == "East");
    CHECK(strike_off.districts[1].counts.all() == 2); // c outside of all, d of whom the result knows nothing
    CHECK(report.overruled() == 0);
}

TEST_CASE("closed by hand is not closed, and is told")
{
    RegisterTables tables = small_register();
    tables.issues[2].state = "closed";
    const QuarterReport report = quarter_report(small_result(), tables, "");
    CHECK(report.strike_off.issues[2].state == IssueState::open);
    CHECK(report.overruled() == 1);
}

TEST_CASE("the line ends on the last quarter that is due, and the plan's day goes before it")
{
    CHECK(quarter_report(small_result(), small_register(), "").strike_off.until == Date{2022, 6, 30});
    ResultTables result = small_result();
    result.metadata = R"({"config": {"plan": {"until": "2022-12-31"}}, "inputs": [{"input": "schools", "crs": "EPSG:4490"}, 7]})";
    const QuarterReport report = quarter_report(result, small_register(), "");
    CHECK(report.strike_off.until == Date{2022, 12, 31});
    REQUIRE(report.strike_off.line.size() == 3);
    CHECK(*report.strike_off.line[2].gap_m2 == Approx(4000.0 * (1.0 - 181.0 / 730.0)));
    REQUIRE(report.sources.size() == 1);
    CHECK(report.sources[0].crs == "EPSG:4490");
}

TEST_CASE("a school's sheet has its classes, its options by rank, its issues and their history")
{
    const QuarterReport report = quarter_report(small_result(), small_register(), "");
    REQUIRE(report.sheets.size() == 3);
    const SchoolSheet& sheet = report.sheets[1];
    CHECK(sheet.school.school_id == "b");
    CHECK(sheet.classes[0] == 14);
    CHECK_FALSE(sheet.classes[1]);
    CHECK(sheet.state == IssueState::reopened);
    CHECK(sheet.history.size() == 3);
    REQUIRE(sheet.options.size() == 1); // the partner has no surplus
    CHECK(sheet.options[0].from_name == "Hall");
    CHECK(sheet.options[0].possible_m2 == 650.0);
    CHECK(report.unreachable == std::vector<std::string>{"b"});
    REQUIRE(report.reach.size() == 2);
    CHECK(report.reach[1].id == "v1");
    CHECK(report.reach[1].schools == 2);
    CHECK(report.reach[1].least_walk_s == 300.0);
}

TEST_CASE("a part of the plan without a channel stays unnamed, and channels are those of the last run")
{
    ResultTables result = small_result();
    result.summary = {{"plan.share", 197000.0, "", "m2"}, {"plan.unnamed", 633000.0, "", "m2"}, {"rural.hard_m2", 5.0, "", "m2"}};
    RegisterTables tables = small_register();
    tables.amounts = {{"2021-03-31", {"done.rent_m2", 100.0, "", "m2"}},
                      {"2021-06-30", {"done.rent_m2", 700.0, "", "m2"}},
                      {"2021-06-30", {"unassigned_m2", 900.0, "", "m2"}},
                      {"2021-06-30", {"version", {}, "0.1.0", ""}}};
    const QuarterReport report = quarter_report(result, tables, "");
    REQUIRE(report.channels.size() == 4);
    CHECK(report.channels[0].planned_m2 == 197000.0);
    CHECK_FALSE(report.channels[0].done_m2);
    CHECK(report.channels[1].done_m2 == 700.0);
    CHECK(report.channels[1].done_before_m2 == 100.0);
    CHECK(report.planned_unnamed_m2 == 633000.0);
    CHECK(report.unassigned_m2 == 900.0);
    REQUIRE(report.changes.size() == 1);
    CHECK(report.changes[0].key == "version");
    CHECK(report.rural.size() == 1);
}

TEST_CASE("a register without a run, and metadata that is none, give a report without days")
{
    ResultTables result;
    result.metadata = "{\"config\": [1, 2";
    const QuarterReport report = quarter_report(result, {}, "");
    CHECK_FALSE(report.last);
    CHECK(report.strike_off.forecast.kind == Forecast::Kind::no_run);
    CHECK(report.sheets.empty());
    CHECK_FALSE(report.strike_off.counts.closed_percent());
}
