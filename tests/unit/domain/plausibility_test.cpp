#include "domain/checks/plausibility.hpp"
#include "domain/city/issue_code.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

School with_outdoor(School one, double outdoor_m2)
{
    one.outdoor_m2 = outdoor_m2;
    return one;
}

/// Primary schools of 400 pupils with these official areas, far apart, nothing drawn.
City schools_with(const std::vector<double>& outdoor_m2)
{
    City city;
    for (std::size_t i = 0; i < outdoor_m2.size(); ++i) {
        city.schools.push_back(
            with_outdoor(school("S" + std::to_string(i), 400, 0, {1000.0 * static_cast<double>(i), 5.0}), outdoor_m2[i]));
    }
    return city;
}

/// The same, each with a campus and one drawn field of 4000 m2.
City drawn_schools_with(const std::vector<double>& outdoor_m2)
{
    City city = schools_with(outdoor_m2);
    for (std::size_t i = 0; i < outdoor_m2.size(); ++i) {
        const double x = 1000.0 * static_cast<double>(i);
        city.campuses.push_back(campus("C" + std::to_string(i), "S" + std::to_string(i), rectangle(x, 0, 100, 100)));
        city.fields.push_back(field("F" + std::to_string(i), rectangle(x, 0, 80, 50)));
    }
    city.fields_complete = true;
    return city;
}

Findings found(const City& city)
{
    return measure(city, {}).findings;
}

const Finding* first(const Findings& findings, IssueCode code)
{
    const auto it = std::find_if(findings.begin(), findings.end(), [code](const Finding& one) { return one.code == code; });
    return it == findings.end() ? nullptr : &*it;
}

std::size_t class_doubts(std::int64_t pupils, std::int64_t classes)
{
    City city = schools_with({3000.0});
    city.schools[0].pupils[Stage::primary] = pupils;
    city.schools[0].classes[Stage::primary] = classes;
    return count(found(city), IssueCode::class_size_odd);
}

} // namespace

TEST_CASE("classes of 5 to 70 pupils are believed, others are not", "[plausibility]")
{
    CHECK(class_doubts(700, 10) == 0);
    CHECK(class_doubts(701, 10) == 1);
    CHECK(class_doubts(50, 10) == 0);
    CHECK(class_doubts(49, 10) == 1);
    CHECK(class_doubts(400, 0) == 0);
}

TEST_CASE("pupils that are the number of classes, a year or the id are named so", "[plausibility]")
{
    City city = schools_with({3000.0, 3000.0, 3000.0});
    city.schools[0].pupils[Stage::primary] = 24;
    city.schools[0].classes[Stage::primary] = 24;
    city.schools[1].pupils[Stage::primary] = 1998;
    city.schools[1].built_year = 1998;
    city.schools[2].id = "2112";
    city.schools[2].pupils[Stage::primary] = 2112;
    const Findings findings = found(city);
    CHECK(count(findings, IssueCode::pupils_like_classes) == 1);
    CHECK(count(findings, IssueCode::class_size_odd) == 0);
    CHECK(count(findings, IssueCode::pupils_like_year) == 1);
    CHECK(count(findings, IssueCode::pupils_like_code) == 1);
    CHECK(count(findings, IssueCode::pupils_too_many) == 0);
}

TEST_CASE("more than 10,000 pupils are too many", "[plausibility]")
{
    City city = schools_with({80'000.0});
    city.schools[0].pupils[Stage::primary] = 10'000;
    CHECK(count(found(city), IssueCode::pupils_too_many) == 0);
    city.schools[0].pupils[Stage::primary] = 10'001;
    CHECK(count(found(city), IssueCode::pupils_too_many) == 1);
}

TEST_CASE("a column of years is said once", "[plausibility]")
{
    City city = schools_with({3000.0, 3000.0, 3000.0, 3000.0, 3000.0});
    for (std::size_t i = 0; i < 4; ++i) {
        city.schools[i].pupils[Stage::primary] = static_cast<std::int64_t>(1990 + i);
    }
    CHECK(count(found(city), IssueCode::pupils_column_odd) == 1);
    city.schools[0].pupils[Stage::primary] = 650;
    CHECK(count(found(city), IssueCode::pupils_column_odd) == 0);
}

TEST_CASE("one pupil among hundreds may be a thousand", "[plausibility]")
{
    City city = schools_with({3000.0, 3000.0, 3000.0, 3000.0, 3000.0});
    city.schools[0].pupils[Stage::primary] = 1;
    const Findings findings = found(city);
    REQUIRE(count(findings, IssueCode::pupils_in_thousands) == 1);
    CHECK(first(findings, IssueCode::pupils_in_thousands)->what_if.at(0).pupils[Stage::primary] == 999.0);
}

TEST_CASE("seats for less than half of the pupils are odd, for exactly half they are not", "[plausibility]")
{
    City city = schools_with({3000.0});
    city.schools[0].capacity[Stage::primary] = 200;
    CHECK(count(found(city), IssueCode::capacity_odd) == 0);
    city.schools[0].capacity[Stage::primary] = 199;
    CHECK(count(found(city), IssueCode::capacity_odd) == 1);
}

TEST_CASE("the area for a pupil is believed from 0.3 to 60 m2", "[plausibility]")
{
    for (const double believed : {120.0, 24'000.0}) {
        CHECK(count(found(schools_with({believed})), IssueCode::area_per_pupil_odd) == 0);
    }
    for (const double odd : {0.0, 119.0, 24'001.0}) {
        CHECK(count(found(schools_with({odd})), IssueCode::area_per_pupil_odd) == 1);
    }
    City small = schools_with({4000.0});
    small.schools[0].pupils[Stage::primary] = 49;
    CHECK(count(found(small), IssueCode::area_per_pupil_odd) == 0);
}

TEST_CASE("an official figure in mu, hectares, km2 or square feet is seen against the drawing", "[plausibility]")
{
    // 4000 m2 are 6 mu, 0.4 ha, 0.004 km2 and 43,056 square feet.
    const std::vector<std::pair<double, std::string>> cases = {{6.0, "mu"}, {0.4, "hectares"}, {0.004, "km2"}, {43'056.0, "square feet"}};
    for (const auto& [official, unit] : cases) {
        const Findings findings = found(drawn_schools_with({official, 4000.0, 3900.0, 4100.0, 4000.0}));
        REQUIRE(count(findings, IssueCode::unit_mistaken) == 1);
        const Finding& finding = *first(findings, IssueCode::unit_mistaken);
        CHECK(finding.feature_id == "S0");
        CHECK(message_of(finding).find(unit) != std::string::npos);
        CHECK(finding.what_if.at(0).own_m2 + official == Approx(4000.0).epsilon(0.001));
    }
    CHECK(count(found(drawn_schools_with({4000.0, 2000.0, 8000.0, 400.0})), IssueCode::unit_mistaken) == 0);
}

TEST_CASE("a whole column in mu is one finding that names every school", "[plausibility]")
{
    for (const City& city : {drawn_schools_with({6.0, 5.8, 6.1, 6.0, 5.9}), schools_with({6.0, 4.0, 3.0, 5.0, 9.0})}) {
        const Findings findings = found(city);
        CHECK(count(findings, IssueCode::unit_mistaken) + count(findings, IssueCode::unit_unlike_others) == 0);
        REQUIRE(count(findings, IssueCode::unit_of_column) == 1);
        CHECK(first(findings, IssueCode::unit_of_column)->what_if.size() == 5);
        CHECK(message_of(*first(findings, IssueCode::unit_of_column)).find("in mu") != std::string::npos);
    }
}

TEST_CASE("without a drawing a school is held against the others of the file", "[plausibility]")
{
    const Findings findings = found(schools_with({4.5, 3000.0, 2500.0, 4000.0, 1500.0}));
    REQUIRE(count(findings, IssueCode::unit_unlike_others) == 1);
    CHECK(message_of(*first(findings, IssueCode::unit_unlike_others)).find("in mu") != std::string::npos);
    CHECK(count(found(schools_with({300.0, 3000.0, 2500.0, 4000.0, 1500.0})), IssueCode::unit_unlike_others) == 0);
    CHECK(count(found(schools_with({4.5, 3000.0, 2500.0, 4000.0})), IssueCode::unit_unlike_others) == 0); // four schools say little
}

TEST_CASE("venues, fields and campuses of impossible size are named", "[plausibility]")
{
    City city = schools_with({3000.0});
    city.venues = {venue("V1", rectangle(5000, 0, 4, 4)), venue("V2", rectangle(6000, 0, 5, 4)),
                   venue("V3", rectangle(7000, 0, 1000, 501))};
    city.fields = {field("F1", rectangle(0, 2000, 300, 200)), field("F2", rectangle(0, 3000, 300, 201))};
    city.campuses = {campus("C1", "S0", rectangle(0, 0, 1001, 1000))};
    const Findings findings = found(city);
    CHECK(count(findings, IssueCode::venue_area_odd) == 2);
    CHECK(count(findings, IssueCode::field_area_odd) == 1);
    CHECK(count(findings, IssueCode::campus_area_odd) == 1);
}

TEST_CASE("special schools and planned ones are not judged by their numbers", "[plausibility]")
{
    City city = schools_with({90'000.0, 90'000.0});
    city.schools[0].kind = SchoolKind::special;
    city.schools[1].phase = SchoolPhase::planned;
    for (School& one : city.schools) {
        one.classes[Stage::primary] = 200;
    }
    const Findings findings = found(city);
    CHECK(count(findings, IssueCode::class_size_odd) + count(findings, IssueCode::area_per_pupil_odd) == 0);
}

TEST_CASE("a floor area above twice what its storeys hold is named", "[plausibility]")
{
    City city = schools_with({3000.0});
    city.campuses = {campus("C1", "S0", rectangle(0, 0, 100, 100))};
    Field hall = field("F1", rectangle(10, 10, 30, 20), FieldKind::indoor); // 600 m2
    const auto odd = [&](std::optional<double> floor_m2, std::optional<double> storeys) {
        hall.floor_m2 = floor_m2;
        hall.storeys = storeys;
        city.fields = {hall};
        return count(found(city), IssueCode::floor_area_odd);
    };
    CHECK(odd(7200.0, {}) == 0); // six storeys where none are given
    CHECK(odd(7201.0, {}) == 1);
    CHECK(odd(2400.0, 2.0) == 0);
    CHECK(odd(2401.0, 2.0) == 1);
    CHECK(odd({}, 20.0) == 0);
    hall.kind = FieldKind::outdoor; // floors count indoors only
    CHECK(odd(10'000.0, {}) == 0);
}
