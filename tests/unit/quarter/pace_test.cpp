#include "domain/quarter/pace.hpp"

#include "support/catch.hpp"

using namespace fieldgap;
using quarter::CalendarQuarter;
using quarter::Forecast;
using quarter::RunPoint;

namespace {

constexpr Date first_day = {2020, 12, 31};
constexpr Date last_day = {2021, 9, 30}; // 273 days later

std::vector<RunPoint> two_runs(std::int64_t issues, std::int64_t closed)
{
    return {{first_day, 2'108'000.0, 120, 0}, {last_day, 1'500'000.0, issues, closed}};
}

} // namespace

TEST_CASE("78 of 120 closed in 273 days: the other 42 take 147 days more")
{
    const Forecast found = quarter::forecast(two_runs(120, 78));
    CHECK(found.kind == Forecast::Kind::known);
    CHECK(found.quarter == CalendarQuarter{2022, 1}); // 2022-02-24
    CHECK(found.closed_per_quarter == Approx(78.0 / 273.0 * 91.3125));
}

TEST_CASE("a day begun counts whole: the last issue may fall into the next quarter")
{
    const std::vector<RunPoint> even = {{{2021, 3, 31}, {}, 2, 0}, {{2021, 6, 30}, {}, 2, 1}};
    CHECK(quarter::forecast(even).quarter == CalendarQuarter{2021, 3}); // 91 days: 2021-09-29
    const std::vector<RunPoint> odd = {{{2021, 3, 31}, {}, 100, 0}, {{2021, 6, 30}, {}, 100, 49}};
    CHECK(quarter::forecast(odd).quarter == CalendarQuarter{2021, 4}); // 94.7 days: 2021-10-03
}

TEST_CASE("what was closed at the first run already is no pace")
{
    const std::vector<RunPoint> runs = {{{2021, 3, 31}, {}, 10, 4}, {{2021, 6, 30}, {}, 10, 6}};
    CHECK(quarter::forecast(runs).quarter == CalendarQuarter{2021, 4}); // 4 open, 2 in 91 days: 2021-12-29
    CHECK(quarter::forecast(runs).closed_per_quarter == Approx(2.0 / 91.0 * 91.3125));
}

TEST_CASE("without a pace there is no quarter, and the kind says why")
{
    CHECK(quarter::forecast({}).kind == Forecast::Kind::no_run);
    CHECK(quarter::forecast(std::vector<RunPoint>{{first_day, {}, 5, 0}}).kind == Forecast::Kind::first_run);
    CHECK(quarter::forecast(two_runs(120, 0)).kind == Forecast::Kind::nothing_closes);
    CHECK(quarter::forecast(two_runs(120, 120)).kind == Forecast::Kind::all_closed);
    CHECK(quarter::forecast(two_runs(0, 0)).kind == Forecast::Kind::nothing_opens);
    const Forecast far = quarter::forecast(two_runs(1'000'000, 1));
    CHECK(far.kind == Forecast::Kind::far_off);
    CHECK_FALSE(far.quarter);
    const std::vector<RunPoint> opened_again = {{first_day, {}, 5, 3}, {last_day, {}, 5, 2}};
    CHECK(quarter::forecast(opened_again).kind == Forecast::Kind::nothing_closes);
}

TEST_CASE("the straight line leads from the first gap to nothing, and to all issues closed")
{
    const std::vector<RunPoint> runs = {
        {{2020, 12, 31}, 2'108'000.0, 100, 0}, {{2021, 12, 31}, 1'900'000.0, 120, 30}, {{2024, 1, 1}, {}, 120, 60}};
    const auto line = quarter::straight_line(runs, Date{2022, 12, 31});
    REQUIRE(line.size() == 3);
    CHECK(line[0].gap_m2 == 2'108'000.0);
    CHECK(line[0].closed == 0.0);
    CHECK(*line[1].gap_m2 == Approx(1'054'000.0));
    CHECK(line[1].closed == Approx(60.0));
    CHECK(line[2].gap_m2 == 0.0); // never below, however late
    CHECK(line[2].closed == Approx(120.0));
}

TEST_CASE("no line without a run, a day, or a way to go")
{
    CHECK(quarter::straight_line({}, last_day).empty());
    CHECK(quarter::straight_line(two_runs(120, 78), std::nullopt).empty());
    CHECK(quarter::straight_line(two_runs(120, 78), first_day).empty());
    const std::vector<RunPoint> unknown = {{first_day, {}, 5, 0}, {last_day, 10.0, 5, 1}};
    CHECK_FALSE(quarter::straight_line(unknown, Date{2022, 12, 31})[1].gap_m2);
}

TEST_CASE("the plan says when all is to be done, else the last quarter that is due")
{
    const std::vector<CalendarQuarter> due = {{2021, 4}, {2022, 2}, {2021, 1}};
    CHECK(quarter::day_to_be_done(Date{2022, 12, 31}, due) == Date{2022, 12, 31});
    CHECK(quarter::day_to_be_done(std::nullopt, due) == Date{2022, 6, 30});
    CHECK_FALSE(quarter::day_to_be_done(std::nullopt, {}));
}
