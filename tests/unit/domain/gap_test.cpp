#include "domain/city/issue_code.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// One school with an official outdoor area.
Results with_ground(School one, double outdoor_m2, const Settings& settings = {})
{
    one.outdoor_m2 = outdoor_m2;
    City city;
    city.schools = {std::move(one)};
    return measured(city, settings);
}

} // namespace

TEST_CASE("a primary school of 1080 with 6200 m2 is short by 1900", "[gap]")
{
    const Results gp1 = with_ground(school("A", 1080), 6200.0);
    CHECK(gp1.assessments[0].gap.square_metres() == 1900.0);
    CHECK(gp1.assessments[0].status == Status::short_of);
}

TEST_CASE("a primary school of 1080 with 7000 m2 is near", "[gap]")
{
    const Results gp2 = with_ground(school("A", 1080), 7000.0);
    CHECK(gp2.assessments[0].gap.square_metres() == 1100.0);
    CHECK(gp2.assessments[0].status == Status::near);
}

TEST_CASE("exactly the standard meets it and exactly the floor is near", "[gap]")
{
    CHECK(with_ground(school("A", 0, 900), 9180.0).assessments[0].status == Status::meets); // GP-3
    CHECK(with_ground(school("A", 0, 900), 9179.99).assessments[0].status == Status::near);
    CHECK(with_ground(school("A", 1000), 6375.0).assessments[0].status == Status::near);
    CHECK(with_ground(school("A", 1000), 6374.99).assessments[0].status == Status::short_of);
}

TEST_CASE("gross gap and net gap differ where one school has too much", "[gap]")
{
    City gp4;
    gp4.schools = {school("A", 400), school("B", 400)};
    gp4.schools[0].outdoor_m2 = 2000.0;
    gp4.schools[1].outdoor_m2 = 5000.0;
    const GroupFigures city = measured(gp4).districts.city;
    CHECK(city.gap.square_metres() == 1000.0);
    CHECK((city.required - city.own).square_metres() == -1000.0);
}

TEST_CASE("a missing pupil number makes a school unknown, never zero", "[gap]")
{
    School one = school("A", 400, 200);
    one.pupils[Stage::junior] = std::nullopt;
    const Results r = with_ground(one, 5000.0);
    CHECK(r.assessments[0].status == Status::unknown);
    CHECK(count(r.findings, IssueCode::pupils_missing) == 1);
    CHECK(r.districts.city.gap.hundredths() == 0);
    CHECK_FALSE(r.districts.city.passes);
}

TEST_CASE("pupil numbers that are all zero make a school unknown", "[gap]")
{
    School one = school("A", 0);
    one.has_stage[Stage::primary] = true;
    CHECK(with_ground(one, 5000.0).assessments[0].status == Status::unknown);
}

TEST_CASE("special, vocational and senior schools have status none, even without pupils", "[gap]")
{
    School special = school("A", 100);
    special.kind = SchoolKind::special;
    CHECK(with_ground(special, 0.0).assessments[0].status == Status::none);
    School senior = school("A", 0);
    senior.has_stage = {{false, false, true}};
    CHECK(with_ground(senior, 0.0).assessments[0].status == Status::none);
}

TEST_CASE("stages of one school are judged one by one", "[gap]")
{
    const Results sp2 = with_ground(school("A", 600, 300), 7560.0);
    const Need& need = *sp2.needs[0];
    const StageState primary = stage_state(need, Stage::primary, sp2.assessments[0].own, Standard());
    const StageState junior = stage_state(need, Stage::junior, sp2.assessments[0].own, Standard());
    CHECK(primary.per_pupil_m2 == Approx(8.1290).margin(1e-4));
    CHECK(primary.status == Status::meets);
    CHECK(junior.per_pupil_m2 == Approx(8.9419).margin(1e-4));
    CHECK(junior.status == Status::near);
    CHECK(junior.gap_m2 == Approx(377.42).margin(0.01));
    CHECK(sp2.assessments[0].gap.square_metres() == 1063.64);
}

TEST_CASE("district figures leave out teaching points under 50 pupils but sums of area hold them", "[gap]")
{
    City city;
    city.schools = {school("A", 400), school("B", 40)};
    city.schools[0].outdoor_m2 = 3000.0;
    city.schools[1].outdoor_m2 = 100.0;
    city.schools[1].kind = SchoolKind::teaching_point;
    const GroupFigures figures = measured(city).districts.city;
    CHECK(figures.schools == 1);
    CHECK(figures.gap.square_metres() == 200.0);
    CHECK(figures.before[Stage::primary]->cv == 0.0);
    CHECK(*figures.passes);
}

TEST_CASE("a school lies in the district of its point, not of its column", "[gap]")
{
    City city;
    city.schools = {school("A", 400, 0, {5.0, 5.0}), school("B", 400, 0, {500.0, 5.0})};
    city.schools[0].district = "East";
    city.schools[1].district = "East";
    city.districts = {{"1", "West", rectangle(0, 0, 100, 100)}};
    const Results r = measured(city);
    REQUIRE(r.districts.rows.size() == 2);
    CHECK(r.districts.rows[*r.districts.district_of_school[0]].name == "West");
    CHECK(r.districts.rows[*r.districts.district_of_school[1]].name == "East");
    CHECK(count(r.findings, IssueCode::school_outside_districts) == 1);
}

TEST_CASE("venues give ground once, the smallest first", "[gap]")
{
    City city;
    city.schools = {school("A", 400)};
    city.campuses = {campus("C", "A", rectangle(0, 0, 50, 50))};
    city.venues = {venue("big", rectangle(40, 0, 100, 50)), venue("small", rectangle(100, 0, 20, 50))};
    const Results r = measured(city);
    CHECK(r.venue_grounds[0].area->square_metres() == 5000.0 - 500.0 - 1000.0);
    CHECK(r.venue_grounds[1].area->square_metres() == 1000.0);
    CHECK(count(r.findings, IssueCode::venue_overlap) == 1);
}

TEST_CASE("an older nine-year school may hold a fifth more pupils", "[gap]")
{
    City city;
    city.schools = {school("A", 1800, 900)};
    const auto over = [&] {
        const Results r = measured(city);
        return *school_size(city, r.owns, SchoolIndex(0), r.enrolled[0], Limits()).over_size;
    };
    CHECK(over());
    city.schools[0].built_year = 2010;
    CHECK_FALSE(over());
    city.schools[0].built_year = 2011;
    city.schools[0].migrant_share = 0.51;
    CHECK_FALSE(over());
}
