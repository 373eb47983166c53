#include "domain/city/issue_code.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// One school of 400 primary pupils on a campus of 100 x 100 m.
City one_school(std::vector<Field> fields)
{
    City city;
    city.schools = {school("A", 400)};
    city.campuses = {campus("CA", "A", rectangle(0, 0, 100, 100))};
    city.fields = std::move(fields);
    return city;
}

} // namespace

TEST_CASE("overlapping outdoor fields count once", "[supply]")
{
    const Results r = measured(one_school({field("f1", rectangle(0, 0, 50, 20)), field("f2", rectangle(40, 0, 50, 20))}));
    CHECK(*r.supplies[0].outdoor_m2 == Approx(1800.0));
    CHECK(r.drawn.of_field[0].counted_m2 == Approx(1000.0));
    CHECK(r.drawn.of_field[1].counted_m2 == Approx(800.0));
    CHECK((r.drawn.of_field[1].notes & note_overlap) != 0);
}

TEST_CASE("a hall is cut out of the pitch it stands on and counts its floors", "[supply]")
{
    Field hall = field("h", rectangle(10, 10, 20, 20), FieldKind::indoor);
    hall.storeys = 2.0;
    const Results r = measured(one_school({field("f", rectangle(0, 0, 50, 40)), hall}));
    CHECK(*r.supplies[0].outdoor_m2 == Approx(1600.0));
    CHECK(*r.supplies[0].indoor_m2 == Approx(800.0));
}

TEST_CASE("overlapping halls count their union with the larger storeys", "[supply]")
{
    Field low = field("a-low", rectangle(0, 0, 20, 10), FieldKind::indoor);
    Field high = field("b-high", rectangle(10, 0, 20, 10), FieldKind::indoor);
    high.storeys = 3.0;
    const Results r = measured(one_school({low, high}));
    CHECK(*r.supplies[0].indoor_m2 == Approx(100.0 + 3.0 * 200.0));
}

TEST_CASE("floor_m2 goes before footprint and storeys", "[supply]")
{
    Field hall = field("h", rectangle(0, 0, 30, 20), FieldKind::indoor);
    hall.storeys = 2.0;
    hall.floor_m2 = 900.0;
    CHECK(*measured(one_school({hall})).supplies[0].indoor_m2 == Approx(900.0));
}

TEST_CASE("special ground inside a hall counts once, as the hall", "[supply]")
{
    const Results r = measured(
        one_school({field("h", rectangle(0, 0, 20, 20), FieldKind::indoor), field("roof", rectangle(10, 0, 20, 20), FieldKind::special)}));
    CHECK(*r.supplies[0].indoor_m2 == Approx(400.0));
    CHECK(*r.supplies[0].special_m2 == Approx(200.0));
}

TEST_CASE("a field counts inside the campus only", "[supply]")
{
    const Results r = measured(one_school({field("f", rectangle(80, 0, 40, 50))}));
    CHECK(*r.supplies[0].outdoor_m2 == Approx(1000.0));
    CHECK(count(r.findings, IssueCode::field_clipped) == 1);
}

TEST_CASE("a field of a named school wholly outside its campus counts whole and is reported", "[supply]")
{
    const Results r = measured(one_school({field("f", rectangle(200, 0, 40, 50), FieldKind::outdoor, "A")}));
    CHECK(*r.supplies[0].outdoor_m2 == Approx(2000.0));
    CHECK(count(r.findings, IssueCode::field_off_campus) == 1);
}

TEST_CASE("a field outside every campus counts for nobody and is reported", "[supply]")
{
    const Results r = measured(one_school({field("f", rectangle(200, 0, 40, 50))}));
    CHECK(*r.supplies[0].outdoor_m2 == 0.0);
    CHECK(count(r.findings, IssueCode::field_outside) == 1);
}

TEST_CASE("official figures replace drawn ones one by one, and a difference over a fifth is reported", "[supply]")
{
    City city = one_school({field("f", rectangle(0, 0, 50, 40)), field("h", rectangle(60, 0, 20, 20), FieldKind::indoor)});
    city.schools[0].outdoor_m2 = 3000.0;
    const Results official = measured(city);
    CHECK(*official.supplies[0].outdoor_m2 == 3000.0);
    CHECK(*official.supplies[0].indoor_m2 == Approx(400.0));
    CHECK(official.supplies[0].source == OwnSource::official);
    CHECK(*official.supplies[0].drawn_m2 == Approx(2400.0));
    CHECK(count(official.findings, IssueCode::official_differs) == 1);

    Settings drawn;
    drawn.standard.area_source = AreaSource::drawn;
    CHECK(*measured(city, drawn).supplies[0].outdoor_m2 == Approx(2000.0));
}

TEST_CASE("two schools on one campus split it in proportion to what they need", "[supply]")
{
    City city;
    city.schools = {school("A", 400), school("B", 0, 300, {6.0, 6.0})};
    city.campuses = {campus("C", "", rectangle(0, 0, 100, 100))};
    city.fields = {field("f", rectangle(0, 0, 100, 60))};
    const Results r = measured(city);
    // A needs 3000, B 3060: 6000 m2 in proportion.
    CHECK(*r.supplies[0].outdoor_m2 == Approx(6000.0 * 3000.0 / 6060.0));
    CHECK(*r.supplies[1].outdoor_m2 == Approx(6000.0 * 3060.0 / 6060.0));
    CHECK(count(r.findings, IssueCode::campus_shared) == 1);
}

TEST_CASE("a shared campus is split among the schools whose enrolment is known", "[supply]")
{
    City city;
    city.schools = {school("A", 400), school("B", 300, 0, {6.0, 6.0}), school("C", 200, 0, {7.0, 7.0})};
    city.schools[2].pupils[Stage::primary] = std::nullopt;
    city.campuses = {campus("X", "", rectangle(0, 0, 100, 100))};
    city.fields = {field("f", rectangle(0, 0, 70, 100))};
    const Results r = measured(city);
    CHECK(*r.supplies[0].outdoor_m2 == Approx(4000.0));
    CHECK(*r.supplies[1].outdoor_m2 == Approx(3000.0));
    CHECK_FALSE(r.supplies[2].own);
    CHECK(r.assessments[2].status == Status::unknown);
}

TEST_CASE("a school with two campuses sums them", "[supply]")
{
    City city = one_school({field("f1", rectangle(0, 0, 10, 10)), field("f2", rectangle(500, 0, 30, 10))});
    city.campuses.push_back(campus("CB", "A", rectangle(500, 0, 100, 100)));
    CHECK(*measured(city).supplies[0].outdoor_m2 == Approx(400.0));
}

TEST_CASE("a branch brings pupils and ground to its main school and has no figures", "[supply]")
{
    City city = one_school({field("f1", rectangle(0, 0, 50, 40)), field("f2", rectangle(500, 0, 30, 10))});
    city.schools.push_back(school("A-branch", 100, 0, {510.0, 10.0}));
    city.schools[1].parent_id = "A";
    city.campuses.push_back(campus("CB", "", rectangle(500, 0, 100, 100)));
    const Results r = measured(city);
    CHECK(*r.supplies[0].outdoor_m2 == Approx(2300.0));
    CHECK(r.assessments[0].required.square_metres() == 3750.0);
    CHECK(r.assessments[1].status == Status::branch);
    CHECK(r.districts.city.schools == 1);
}

TEST_CASE("a campus without drawn fields is zero only where the fields are said to be complete", "[supply]")
{
    City city = one_school({});
    CHECK(measured(city).assessments[0].status == Status::short_of);
    city.fields_complete = false;
    CHECK(measured(city).assessments[0].status == Status::unknown);
    city.schools[0].outdoor_m2 = 3100.0;
    CHECK(measured(city).assessments[0].status == Status::meets);
}

TEST_CASE("special ground counts in the national regime for dense schools only", "[supply]")
{
    City city = one_school({field("roof", rectangle(0, 0, 50, 60), FieldKind::special)});
    Settings national;
    national.standard.regime = national_regime;
    CHECK(measured(city).assessments[0].own.square_metres() == 3000.0);
    CHECK(measured(city, national).assessments[0].own.square_metres() == 0.0);
    city.schools[0].dense = true;
    CHECK(measured(city, national).assessments[0].own.square_metres() == 3000.0);
}
