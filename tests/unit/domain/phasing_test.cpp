// Homes and seats year by year.
#include "domain/city/issue_code.hpp"
#include "domain/screening/phasing.hpp"
#include "domain/screening/projection.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 1 cell is 100 m: A and the planned school P are 300 m from E.
struct Town
{
    AsciiTown page{"A--E--P------z", metres_per_cell(100)};
    gis::WalkNetwork streets = page.network();
    City city;
    Settings settings;
    Findings findings;

    Town()
    {
        School open = school("A", 400);
        open.at = page.at('A');
        open.outdoor_m2 = 3000.0;
        open.capacity[Stage::primary] = 420;
        School planned;
        planned.id = "P";
        planned.at = page.at('P');
        planned.phase = SchoolPhase::planned;
        planned.has_stage[Stage::primary] = true;
        planned.capacity[Stage::primary] = 360;
        planned.outdoor_m2 = 900.0;
        planned.plan_year = 2020;
        planned.open_year = 2024;
        city.schools = {open, planned};
        Estate estate;
        estate.id = "E";
        estate.at = page.at('E');
        estate.phase = EstatePhase::planned;
        estate.pupils = {{120.0, 0.0, {}}};
        estate.first_phase_year = 2022;
        estate.owed_school = "P";
        city.estates = {estate};
    }

    WalkNetworkView walking() const { return WalkNetworkView{&streets, {}}; }
    Results results() const
    {
        return analyse(city, walking(), settings, [](Step) {});
    }
    EstateTable estates() { return serve_estates({city, results(), walking(), settings}, findings); }
};

} // namespace

TEST_CASE("an estate that gets homes two years before its school is out of step", "[phasing]")
{
    Town town;
    const Phasing result = phasing(town.city, town.estates(), town.settings, town.findings);
    REQUIRE(result.rows.size() == 1);
    CHECK(result.rows[0].school_id == "P");
    CHECK(result.rows[0].need == NeedOfSchool::owed);
    CHECK(result.rows[0].years_without == 2);
    CHECK(result.rows[0].in_step == false);
    CHECK(result.rows[0].pupils[Stage::primary] == 120.0);
    REQUIRE(result.years.size() == 3);
    CHECK(result.years[0].year == 2022);
    CHECK(result.years[0].estates_starting == 1);
    CHECK(result.years[0].estates_waiting == 1);
    CHECK(result.years[1].estates_waiting == 1);
    CHECK(result.years[2].estates_waiting == 0);
    CHECK(result.years[2].schools_opening == 1);
}

TEST_CASE("the school owed to a finished estate is on the legacy list until it opens", "[phasing]")
{
    Town town;
    town.city.estates[0].phase = EstatePhase::existing;
    const Phasing result = phasing(town.city, town.estates(), town.settings, town.findings);
    REQUIRE(result.rows.size() == 1);
    CHECK(result.rows[0].is_legacy);
    CHECK_FALSE(result.rows[0].years_without);
    CHECK(result.years.front().legacy_open == 0);
    town.city.schools[1].phase = SchoolPhase::open;
    CHECK(phasing(town.city, town.estates(), town.settings, town.findings).rows.empty());
}

TEST_CASE("an owed school that nobody knows is listed by its name and reported", "[phasing]")
{
    Town town;
    town.city.estates[0].owed_school = "somewhere";
    town.city.estates[0].first_phase_year = 2030;
    const Phasing result = phasing(town.city, town.estates(), town.settings, town.findings);
    REQUIRE(result.rows.size() == 2); // and P, to which the verdict sends pupils
    CHECK(result.rows[0].school_id == "P");
    CHECK(result.rows[0].need == NeedOfSchool::assigned);
    CHECK(result.rows[0].in_step == true);
    CHECK(result.rows[1].school_id == "somewhere");
    CHECK_FALSE(result.rows[1].in_step);
    CHECK(count(town.findings, IssueCode::owed_school_unknown) == 1);
}

TEST_CASE("gaps year by year: shrinking cohorts, new homes, then the new school", "[projection]")
{
    Town town;
    town.settings.projection = {{{-0.10, 0.0, 0.0}}, 2021, 2024};
    const auto years = projected_gaps({town.city, town.results(), town.walking(), town.settings}, town.estates());
    REQUIRE(years.size() == 4);
    CHECK(years[0].enrolled[Stage::primary] == 400.0);
    CHECK(years[0].gap.square_metres() == 0.0);
    // 2022: 360 enrolled leave 60 seats; 420 pupils need 3150 m2.
    CHECK(years[1].enrolled[Stage::primary] == Approx(360.0));
    CHECK(years[1].from_estates[Stage::primary] == 60.0);
    CHECK(years[1].without_seat[Stage::primary] == 60.0);
    CHECK(years[1].gap.square_metres() == 150.0);
    // 2023: 324 enrolled, 96 seats.
    CHECK(years[2].from_estates[Stage::primary] == 96.0);
    // 2024: 291.6 enrolled and 128 seats at A, and P is as near; A comes first and takes all 120, 411.6 x 7.5 = 3087.
    CHECK(years[3].without_seat[Stage::primary] == 0.0);
    CHECK(years[3].gap.square_metres() == Approx(87.0));
    CHECK(years[3].schools_short == 1);
    town.settings.projection.until = std::nullopt;
    CHECK(projected_gaps({town.city, town.results(), town.walking(), town.settings}, town.estates()).empty());
}

TEST_CASE("a column of a year goes before the rate", "[projection]")
{
    Town town;
    town.settings.projection = {{{-0.10, 0.0, 0.0}}, 2020, 2021};
    town.city.schools[0].projected = {{2021, {{500.0, {}, {}}}}};
    const auto years = projected_gaps({town.city, town.results(), town.walking(), town.settings}, town.estates());
    CHECK(years[1].enrolled[Stage::primary] == 500.0);
    CHECK(years[1].gap.square_metres() == 750.0);
}
