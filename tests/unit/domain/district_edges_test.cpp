// What a district counts and passes, right at its limits.
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <cmath>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// A school that meets its standard beside a teaching point that does not.
GroupFigures beside_teaching_point(School point)
{
    City city;
    city.schools = {school("A", 400), std::move(point)};
    city.schools[0].outdoor_m2 = 3000.0;
    city.schools[1].outdoor_m2 = 100.0;
    city.schools[1].kind = SchoolKind::teaching_point;
    return measured(city).districts.city;
}

/// Two schools of equal enrolment with so much ground each.
Results two_schools(School one, double one_m2, School other, double other_m2, const Settings& settings = {})
{
    City city;
    city.schools = {std::move(one), std::move(other)};
    city.schools[0].outdoor_m2 = one_m2;
    city.schools[1].outdoor_m2 = other_m2;
    return measured(city, settings);
}

} // namespace

TEST_CASE("a teaching point of exactly 50 pupils is in the district figures", "[district]")
{
    CHECK(beside_teaching_point(school("B", 49)).schools == 1);
    CHECK(beside_teaching_point(school("B", 50)).schools == 2);
    CHECK(beside_teaching_point(school("B", 49)).passes == true);
    CHECK(beside_teaching_point(school("B", 50)).passes == false);
}

TEST_CASE("the pupils of a teaching point are those of all its stages", "[district]")
{
    CHECK(beside_teaching_point(school("B", 30, 20)).schools == 2);
    CHECK(beside_teaching_point(school("B", 30, 19)).schools == 1);
    School with_others = school("B", 45);
    with_others.pupils_other = 5;
    CHECK(beside_teaching_point(with_others).schools == 2);
    with_others.pupils_other = 4;
    CHECK(beside_teaching_point(with_others).schools == 1);
}

TEST_CASE("a coefficient of variation exactly at its limit passes", "[district]")
{
    // 7.5 and 22.5 m2 per pupil, mean 15, off by 7.5: CV 0.5, the limit of primary schools.
    const Results at_limit = two_schools(school("A", 400), 3000.0, school("B", 400), 9000.0);
    REQUIRE(at_limit.districts.city.before[Stage::primary]);
    CHECK(at_limit.districts.city.before[Stage::primary]->cv == 0.5);
    CHECK(at_limit.districts.city.passes == true);

    Settings stricter;
    stricter.standard.cv_limit[Stage::primary] = 0.5 - 1e-9; // what rounding errors reach is far less
    CHECK(two_schools(school("A", 400), 3000.0, school("B", 400), 9000.0, stricter).districts.city.passes == false);
    CHECK(two_schools(school("A", 400), 3000.0, school("B", 400), 9000.01).districts.city.passes == false);
}

TEST_CASE("junior schools are judged by the limit of junior schools", "[district]")
{
    // Per pupil 13 and 37 m2: mean 25, off by 12: CV 0.48, over 0.45 and under 0.50.
    const Results junior = two_schools(school("A", 0, 500), 6500.0, school("B", 0, 500), 18500.0);
    REQUIRE(junior.districts.city.before[Stage::junior]);
    CHECK(junior.districts.city.before[Stage::junior]->cv == Approx(0.48));
    CHECK(junior.districts.city.passes == false);
    CHECK(two_schools(school("A", 500), 6500.0, school("B", 500), 18500.0).districts.city.passes == true);
}

TEST_CASE("near is good enough for a district of the national regime only", "[district]")
{
    Settings national;
    national.standard.regime = national_regime;
    const auto passes = [](const Settings& settings) {
        return two_schools(school("A", 400), 3000.0, school("B", 400), 2700.0, settings).districts.city.passes;
    };
    CHECK(passes({}) == false);
    CHECK(passes(national) == true);
}

TEST_CASE("a stage whose share of the ground is exactly its standard meets it, whatever the last bits say", "[gap]")
{
    Standard by_required;
    by_required.split = Split::required;
    const Need combined = need({{1, 92, 0}}, by_required); // 7.5 + 938.4
    REQUIRE(combined.required->square_metres() == 945.9);
    REQUIRE(945.9 * combined.share(Stage::primary) < 7.5); // as binary numbers have it
    const StageState primary = stage_state(combined, Stage::primary, *combined.required, by_required);
    CHECK(primary.status == Status::meets);
    CHECK(primary.gap_m2 == 0.0);
}

TEST_CASE("a district with a school that nobody knows neither passes nor fails", "[district]")
{
    School unknown = school("B", 400);
    unknown.pupils[Stage::primary] = std::nullopt;
    const Results r = two_schools(school("A", 400), 3000.0, unknown, 3000.0);
    CHECK(r.districts.city.count(Status::meets) == 1);
    CHECK(r.districts.city.count(Status::unknown) == 1);
    CHECK_FALSE(r.districts.city.passes.has_value());
}

TEST_CASE("a school lies in the district around it, not in the one whose box it is in", "[district]")
{
    City city;
    city.schools = {school("A", 400, 0, {80.0, 80.0})};
    const gis::MultiPolygon lower_left = {{{{0, 0}, {100, 0}, {0, 100}, {0, 0}}, {}}};
    const gis::MultiPolygon upper_right = {{{{100, 0}, {100, 100}, {0, 100}, {100, 0}}, {}}};
    city.districts = {{"1", "lower left", lower_left}, {"2", "upper right", upper_right}};
    const Results r = measured(city);
    REQUIRE(r.districts.district_of_school[0]);
    CHECK(r.districts.rows[*r.districts.district_of_school[0]].name == "upper right");
}

TEST_CASE("whatever a missing number is, a district with a known school that fails does not pass", "[district]")
{
    City city;
    city.schools = {school("A", 400), school("B", 400), school("U", 0)};
    city.schools[0].outdoor_m2 = 3000.0;
    city.schools[1].outdoor_m2 = 2999.99;
    city.schools[2].outdoor_m2 = 3000.0;
    city.schools[2].has_stage[Stage::primary] = true;
    city.schools[2].pupils[Stage::primary] = std::nullopt;
    CHECK(measured(city).districts.city.passes == false);
    city.schools[1].outdoor_m2 = 3000.0;
    CHECK_FALSE(measured(city).districts.city.passes.has_value());
}

TEST_CASE("a variation over its limit decides only where no unknown school teaches the stage", "[district]")
{
    City city;
    city.schools = {school("A", 400), school("B", 400), school("U", 0)};
    city.schools[0].outdoor_m2 = 3000.0;
    city.schools[1].outdoor_m2 = 90000.0;
    city.schools[2].outdoor_m2 = 3000.0;
    const auto with_unknown_of = [&](std::initializer_list<Stage> stages) {
        City other = city;
        for (const Stage stage : stages) {
            other.schools[2].has_stage[stage] = true;
            other.schools[2].pupils[stage] = std::nullopt;
        }
        return measured(other).districts.city.passes;
    };
    CHECK(with_unknown_of({Stage::junior}) == false);
    CHECK_FALSE(with_unknown_of({Stage::primary}).has_value());
    CHECK_FALSE(with_unknown_of({Stage::primary, Stage::junior}).has_value());
    CHECK_FALSE(with_unknown_of({}).has_value()); // it may teach any stage
}
