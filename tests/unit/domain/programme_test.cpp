// Programmes of a plan: exact sums, pace and forecast.
#include "domain/city/issue_code.hpp"
#include "domain/plan/plan_amounts.hpp"
#include "domain/plan/programme.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

using Years = std::map<std::string, double>;

ProgrammeSettings programme(Years target, Years done = {}, std::optional<double> total = {})
{
    return {"P", "m2", std::move(target), std::move(done), total};
}

const Years of_buildings = {{"2020", 64'000.0}, {"2021", 64'000.0}, {"2022", 11'000.0}};

/// The rows of one programme, by year from the first on.
std::vector<ProgrammeRow> rows(const ProgrammeSettings& one)
{
    return programme_rows({one});
}

std::vector<std::optional<std::int64_t>> forecasts(const ProgrammeSettings& one)
{
    std::vector<std::optional<std::int64_t>> years;
    for (const ProgrammeRow& row : rows(one)) {
        years.push_back(row.forecast_year);
    }
    return years;
}

Findings findings_of(const ProgrammeSettings& one)
{
    Findings findings;
    report_programmes({one}, findings);
    return findings;
}

Findings balance_of(std::optional<double> shortfall_m2, std::optional<double> rent_m2, std::optional<double> share_m2)
{
    PlanSettings plan;
    plan.shortfall_m2 = shortfall_m2;
    plan.booked_m2[Channel::rent] = rent_m2;
    plan.booked_m2[Channel::share] = share_m2;
    Findings findings;
    report_balance(plan, findings);
    return findings;
}

} // namespace

TEST_CASE("quantities are added up as they are written", "[programme]")
{
    const Quantity sum = Quantity::of(129.2) + Quantity::of(129.2) + Quantity::of(68.1);
    CHECK(sum == Quantity::of(326.5));
    CHECK(sum.text() == "326.5");
    CHECK(sum.number() == 326.5);
    Quantity tenths;
    for (int i = 0; i < 10; ++i) {
        tenths += Quantity::of(0.1);
    }
    CHECK(tenths == Quantity::of(1.0));
    CHECK((Quantity::of(0.25) - Quantity::of(1.0)).text() == "-0.75");
    CHECK(Quantity::of(64'000.0).text() == "64000");
    CHECK(Quantity::of(0.000'001).text() == "0.000001");
    CHECK(Quantity().text() == "0");
}

TEST_CASE("a quantity holds six decimals and says where there are more", "[programme]")
{
    CHECK(Quantity::holds(0.681'234));
    CHECK(Quantity::holds(1.292));
    CHECK(Quantity::holds(9'999'999'999.123'4));
    CHECK(Quantity::holds(Quantity::greatest));
    CHECK_FALSE(Quantity::holds(0.681'234'5));
    CHECK_FALSE(Quantity::holds(12'345.123'456'7));
    CHECK_FALSE(Quantity::holds(1e-7));
}

TEST_CASE("pace is all that is done over all that was to be done by then", "[programme]")
{
    const auto found = rows(programme(of_buildings, {{"2020", 48'000.0}, {"2021", 80'000.0}}));
    REQUIRE(found.size() == 3);
    CHECK(found[0].pace == 0.75);
    CHECK(found[1].pace == 1.0);
    CHECK(found[2].target == Quantity::of(11'000.0));
    CHECK_FALSE(found[2].done);
    CHECK_FALSE(found[2].pace);
    CHECK(found[2].total == Quantity::of(139'000.0));
}

TEST_CASE("what is done is unknown from the first year on of which nobody says it, and nothing done is zero", "[programme]")
{
    const auto gap = rows(programme(of_buildings, {{"2020", 64'000.0}, {"2022", 11'000.0}}));
    CHECK(gap[0].pace == 1.0);
    CHECK_FALSE(gap[1].pace);
    CHECK_FALSE(gap[2].pace);
    CHECK(gap[2].done == Quantity::of(11'000.0));
    CHECK_FALSE(gap[2].forecast_year);

    const auto nothing = rows(programme(of_buildings, {{"2020", 0.0}}));
    CHECK(nothing[0].pace == 0.0);
    CHECK_FALSE(nothing[0].forecast_year);
}

TEST_CASE("a year with something done and no target has a row without target", "[programme]")
{
    const auto found = rows(programme({{"2021", 10.0}, {"2022", 0.0}}, {{"2020", 2.0}, {"2021", 3.0}, {"2022", 5.0}, {"2024", 0.0}}));
    REQUIRE(found.size() == 4);
    CHECK(found[0].year == 2020);
    CHECK_FALSE(found[0].target);
    CHECK_FALSE(found[0].pace); // of no target there is no part
    CHECK(found[1].pace == 0.5);
    CHECK(found[2].pace == 1.0);
    CHECK(found[3].year == 2024);
    CHECK(found[3].pace == 1.0);
}

TEST_CASE("the forecast goes on at the yearly rate so far", "[programme]")
{
    using Forecasts = std::vector<std::optional<std::int64_t>>;
    // 139,000 at 64,000 a year: two more years and a bit; at 46,333.33 a year just in time; half of it.
    CHECK(forecasts(programme(of_buildings, {{"2020", 64'000.0}})) == Forecasts{2022, {}, {}});
    CHECK(forecasts(programme({{"2020", 3.0}}, {{"2020", 1.0}})) == Forecasts{2022});
    CHECK(forecasts(programme({{"2020", 3.0}}, {{"2020", 0.999'999}})) == Forecasts{2023});
    CHECK(forecasts(programme({{"2020", 3.0}}, {{"2020", 1.000'001}})) == Forecasts{2022});
    // Years are counted from the first of the programme, whatever was done in it.
    CHECK(forecasts(programme({{"2020", 5.0}, {"2021", 5.0}}, {{"2020", 0.0}, {"2021", 4.0}})) == Forecasts{{}, 2024});
    // A total of the plan's own goes before the sum of its targets.
    CHECK(forecasts(programme({{"2020", 3.0}}, {{"2020", 1.0}}, 10.0)) == Forecasts{2029});
}

TEST_CASE("what is reached was reached in its year, and what is beyond all years has no forecast", "[programme]")
{
    using Forecasts = std::vector<std::optional<std::int64_t>>;
    const Years targets = {{"2020", 14.0}, {"2021", 13.0}, {"2022", 3.0}};
    CHECK(forecasts(programme(targets, {{"2020", 14.0}, {"2021", 16.0}, {"2022", 1.0}}, 30.0)) == Forecasts{2022, 2021, 2021});
    CHECK(forecasts(programme(targets, {{"2020", 14.0}, {"2021", 13.0}}, 30.0)) == Forecasts{2022, 2022, {}}); // SE-13
    CHECK(forecasts(programme({{"2020", 1e10}}, {{"2020", 0.000'001}})) == Forecasts{{}});
    CHECK(forecasts(programme({{"2020", 8'000.0}}, {{"2020", 1.0}})) == Forecasts{{}});
    CHECK(forecasts(programme({{"2020", 7'000.0}}, {{"2020", 1.0}})) == Forecasts{9019});
}

TEST_CASE("the greatest quantities in all years there can be are added up", "[programme]")
{
    Years all;
    for (int year = 1900; year < 2200; ++year) {
        all[std::to_string(year)] = Quantity::greatest;
    }
    const auto found = rows(programme(all, all));
    REQUIRE(found.size() == 300);
    CHECK(found.back().pace == 1.0);
    CHECK(found.back().total.number() == 300 * Quantity::greatest);
    CHECK(found.front().forecast_year == 2199);
    CHECK(found[298].forecast_year == 2199);
    CHECK(found.back().forecast_year == 2199);
}

TEST_CASE("a total that is not the sum of its targets has its row, one that is has none", "[programme]")
{
    CHECK(findings_of(programme({{"2020", 129.2}, {"2021", 129.2}, {"2022", 68.1}}, {}, 326.5)).empty()); // SE-12
    CHECK(findings_of(programme(of_buildings, {}, 139'000.0)).empty());                                   // SE-11
    CHECK(findings_of(programme(of_buildings)).empty());

    const Findings wrong = findings_of(programme({{"2020", 129.2}, {"2021", 68.1}}, {}, 197.4));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].code == IssueCode::programme_total_differs);
    CHECK(wrong[0].layer == "programme");
    CHECK(wrong[0].feature_id == "P");
    CHECK(message_of(wrong[0]) == "the targets of its years make 197.3, its total is 197.4: a difference of -0.1");
}

TEST_CASE("what a plan does not name is told, and what it books too much", "[programme]")
{
    const Findings unnamed = balance_of(2'108'000.0, 257'000.0, 197'000.3);
    REQUIRE(unnamed.size() == 1);
    CHECK(unnamed[0].code == IssueCode::plan_unnamed);
    CHECK(severity_of(unnamed[0].code) == Severity::info);
    CHECK(message_of(unnamed[0]) ==
          "[plan] books 454000.3 m2 on its channels against a shortfall of 2108000 m2: 1653999.7 m2 have no named measure");

    const Findings beyond = balance_of(0.3, 0.1, 0.3);
    REQUIRE(beyond.size() == 1);
    CHECK(beyond[0].code == IssueCode::plan_exceeds_shortfall);
    CHECK(message_of(beyond[0]) == "[plan] books 0.4 m2 on its channels, more than its shortfall of 0.3 m2, by 0.1 m2");

    CHECK(balance_of(0.3, 0.1, 0.2).empty());
    CHECK(balance_of({}, 0.1, 0.2).empty());
    CHECK(balance_of(0.3, {}, {}).empty());
}

TEST_CASE("the row of a year is that year's, or the last before it, or the first", "[programme]")
{
    const auto all = programme_rows({{"A", "", {{"2020", 1.0}, {"2022", 1.0}}, {{"2020", 1.0}}, {}}, {"B", "", {{"2021", 1.0}}, {}, {}}});
    const auto years = [&all](std::optional<std::int64_t> year) {
        std::vector<std::int64_t> found;
        for (const ProgrammeRow& row : rows_of_year(all, year)) {
            found.push_back(row.year);
        }
        return found;
    };
    using Found = std::vector<std::int64_t>;
    CHECK(years(2022) == Found{2022, 2021});
    CHECK(years(2021) == Found{2020, 2021});
    CHECK(years(2019) == Found{2020, 2021});
    CHECK(years({}) == Found{2020, 2021});
    CHECK(rows_of_year({}, 2020).empty());
}
