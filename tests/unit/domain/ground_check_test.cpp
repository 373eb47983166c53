#include "domain/checks/gap_effect.hpp"
#include "domain/checks/ground_check.hpp"
#include "domain/checks/ground_twins.hpp"
#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"
#include "support/small_city.hpp"

#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

City two_schools()
{
    City city;
    city.schools = {school("A", 400, 0, {50, 50}), school("B", 400, 0, {250, 50})};
    city.campuses = {campus("CA", "", rectangle(0, 0, 100, 100)), campus("CB", "", rectangle(200, 0, 100, 100))};
    return city;
}

Finding only(const Findings& findings, IssueCode code)
{
    REQUIRE(count(findings, code) == 1);
    return *std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
}

void check_change(const Finding& finding, const std::string& school, double m2)
{
    REQUIRE(finding.what_if.size() == 1);
    CHECK(finding.what_if[0].school_id == school);
    CHECK(finding.what_if[0].own_m2 == Approx(m2));
}

} // namespace

TEST_CASE("a field drawn twice counts once and says what both would be", "[grounds]")
{
    City city = two_schools();
    city.fields = {field("f1", rectangle(0, 0, 50, 20)), field("f2", rectangle(0, 0, 50, 20.5)), field("f3", rectangle(0, 0, 50, 30))};
    const Results r = measured(city);
    CHECK(*r.supplies[0].outdoor_m2 == Approx(1500.0));
    const Finding twice = only(r.findings, IssueCode::field_drawn_twice);
    CHECK(twice.feature_id == "f2");
    check_change(twice, "A", 1000.0);
}

TEST_CASE("one ground that two schools claim counts for both and is reported", "[grounds]")
{
    City city = two_schools();
    city.fields = {field("f1", rectangle(0, 200, 50, 20), FieldKind::outdoor, "A"),
                   field("f2", rectangle(0, 200, 50, 20), FieldKind::outdoor, "B")};
    check_change(only(measured(city).findings, IssueCode::field_of_two_schools), "B", -1000.0);
}

TEST_CASE("the same campus or venue twice is reported once for each copy", "[grounds]")
{
    City city = two_schools();
    city.campuses.push_back(campus("CC", "", rectangle(0, 0, 100, 100)));
    city.venues = {venue("v1", rectangle(500, 0, 40, 20)), venue("v2", rectangle(500, 0, 40, 20)), venue("v3", rectangle(500, 0, 40, 20))};
    const Findings findings = measured(city).findings;
    CHECK(count(findings, IssueCode::campus_drawn_twice) == 1);
    CHECK(count(findings, IssueCode::campus_overlap) == 0);
    CHECK(count(findings, IssueCode::venue_drawn_twice) == 2);
}

TEST_CASE("an overlap of campuses says whose fields lie in it", "[grounds]")
{
    City city = two_schools();
    city.campuses[1].ground = rectangle(80, 0, 220, 100);
    city.fields = {field("f", rectangle(60, 0, 40, 50))};
    const Finding overlap = only(measured(city).findings, IssueCode::campus_overlap);
    CHECK(gis::area(std::get<gis::MultiPolygon>(overlap.where)).square_metres() == Approx(2000.0));
    REQUIRE(overlap.what_if.size() == 2);
    CHECK(overlap.what_if[0].own_m2 == Approx(-1000.0));
    CHECK(overlap.what_if[1].own_m2 == Approx(1000.0));
}

TEST_CASE("buildings on an outdoor field are reported, its own halls are not", "[grounds]")
{
    City city = two_schools();
    city.fields = {field("f", rectangle(0, 0, 50, 40)), field("h", rectangle(30, 0, 20, 20), FieldKind::indoor)};
    city.buildings = {rectangle(30, 0, 20, 21), rectangle(0, 0, 10, 10), rectangle(5, 0, 10, 10)};
    const Results r = measured(city);
    const Finding covered = only(r.findings, IssueCode::building_on_field);
    check_change(covered, "A", -150.0);
    CHECK(*r.supplies[0].outdoor_m2 == Approx(1600.0));
}

TEST_CASE("a building that covers little is not reported", "[grounds]")
{
    City city = two_schools();
    city.fields = {field("f", rectangle(0, 0, 50, 40))};
    city.buildings = {rectangle(0, 0, 5, 4)};
    CHECK(count(measured(city).findings, IssueCode::building_on_field) == 0);
    city.buildings = {rectangle(0, 0, 5, 4.1)};
    CHECK(count(measured(city).findings, IssueCode::building_on_field) == 1);
}

TEST_CASE("drawn ground changes nothing for a school with official figures", "[grounds]")
{
    City city = two_schools();
    city.schools[0].outdoor_m2 = 900.0;
    city.fields = {field("f1", rectangle(0, 0, 50, 20)), field("f2", rectangle(0, 0, 50, 20))};
    const Results r = measured(city);
    CHECK_FALSE(GapEffects(measured_city(city, r, {})).of(only(r.findings, IssueCode::field_drawn_twice)));
}

TEST_CASE("a school just outside a campus without a school takes it, the nearer of two", "[grounds][campus]")
{
    City city = two_schools();
    city.schools[0].at = {-30, 50};
    city.schools.push_back(school("C", 400, 0, {-20, 50}));
    const Results r = measured(city);
    CHECK(only(r.findings, IssueCode::campus_by_distance).feature_id == "C");
    CHECK(r.owns.campuses_of_school[2] == std::vector{CampusIndex(0)});
    CHECK(count(r.findings, IssueCode::school_without_campus) == 1);
    Settings off;
    off.grounds.nearest_campus_m = 0.0;
    CHECK(count(measured(city, off).findings, IssueCode::campus_by_distance) == 0);
    Settings nearer;
    nearer.grounds.nearest_campus_m = 19.9;
    CHECK(count(measured(city, nearer).findings, IssueCode::campus_by_distance) == 0);
}

TEST_CASE("a campus that names a school or holds one is not taken by distance", "[grounds][campus]")
{
    City city = two_schools();
    city.schools.push_back(school("C", 400, 0, {-20, 50}));
    CHECK(count(measured(city).findings, IssueCode::campus_by_distance) == 0);
}

TEST_CASE("a school more than 100 m outside the campus that names it is reported", "[grounds][campus]")
{
    City city = two_schools();
    city.campuses[0].school_id = "A";
    city.schools[0].at = {-100, 50};
    CHECK(count(measured(city).findings, IssueCode::school_outside_campus) == 0);
    city.schools[0].at = {-101, 50};
    CHECK(count(measured(city).findings, IssueCode::school_outside_campus) == 1);
}

TEST_CASE("a field of nobody says who would gain", "[grounds]")
{
    City city = two_schools();
    city.fields = {field("far", rectangle(0, 300, 50, 20)), field("near", rectangle(210, 120, 50, 20))};
    const Findings findings = measured(city).findings;
    check_change(only(findings, IssueCode::field_outside), "A", 1000.0);
    check_change(only(findings, IssueCode::field_near_campus), "B", 1000.0);
}

TEST_CASE("twins are those that comparing every pair finds", "[grounds][oracle]")
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        std::vector<gis::MultiPolygon> grounds;
        for (int i = 0; i < 12; ++i) {
            const bool is_new = i == 0 || random() % 2 == 0;
            grounds.push_back(is_new ? shapes::random_ground(random, 60.0, 50.0) : grounds[random() % grounds.size()]);
            const double stretch = is_new ? 1.0 : 1.0 + 0.04 * static_cast<double>(random() % 3);
            for (gis::Point& p : grounds.back()[0].outer) {
                p.x *= stretch;
            }
            grounds.back() = gis::repaired(grounds.back()).ground;
        }
        std::vector<const gis::MultiPolygon*> pointers;
        for (const auto& ground : grounds) {
            pointers.push_back(&ground);
        }
        std::vector<bool> is_twin(grounds.size(), false);
        for (std::size_t i = 0; i < grounds.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                const double shared = gis::area(gis::intersection(grounds[i], grounds[j])).square_metres();
                const double whole = gis::area(grounds[i]).square_metres() + gis::area(grounds[j]).square_metres() - shared;
                is_twin[i] = is_twin[i] || shared >= 0.95 * whole;
            }
        }
        std::vector<bool> found(grounds.size(), false);
        for (const Twins& twins : twins_among(pointers)) {
            CHECK(twins.first < twins.second);
            found[twins.second] = true;
        }
        CHECK(found == is_twin);
    }
}
