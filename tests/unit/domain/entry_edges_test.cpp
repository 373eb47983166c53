// Who is entered where, and who is missed.
#include "domain/doubt.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 1200 m of street.
struct Street
{
    AsciiTown page{"a-----b", metres_per_cell(200)};
    gis::WalkNetwork streets = page.network();
    gis::Point a = page.at('a');
    City city;
    Settings settings;

    Street() { settings.channels[Channel::rent] = {true, 60.0, std::nullopt}; }

    gis::MultiPolygon ground(double east_m, double north_m) const { return rectangle(a.x + east_m, a.y + north_m, 40.0, 40.0); }
    Results results() const
    {
        return analyse(city, Walking{&streets, {}}, settings, [](Step) {});
    }
};

} // namespace

TEST_CASE("every part of a ground of several parts is entered by its outline", "[entry]")
{
    Street street;
    gis::MultiPolygon ground = street.ground(50.0, 300.0); // no street within 100 m of this part
    ground.push_back(street.ground(50.0, 10.0).front());
    street.city.schools = {school("S", 400, 0, {street.a.x + 60.0, street.a.y + 310.0})};
    street.city.schools[0].outdoor_m2 = 2000.0;
    street.city.campuses = {campus("C", "S", ground)};
    gis::MultiPolygon two_courts = street.ground(400.0, 300.0);
    two_courts.push_back(street.ground(400.0, 10.0).front());
    street.city.venues = {venue("V", two_courts)};
    const Results r = street.results();
    CHECK(count(r.findings, Doubt::no_entry) == 0);
    CHECK_FALSE(r.reach.doors.of_school.of(0).empty());
    REQUIRE(r.reach.rent.pairs.size() == 1);
    // From corner to corner: 310 m along the street and 10 m to it on either side.
    CHECK(r.reach.rent.pairs[0].walk_m == Approx(330.0).margin(0.05));
}

TEST_CASE("a venue that nobody may rent is not missed by any street", "[entry]")
{
    Street street;
    street.city.schools = {school("S", 400, 0, street.a)};
    street.city.venues = {venue("V", street.ground(50.0, 300.0))};
    CHECK(count(street.results().findings, Doubt::no_entry) == 1);
    street.city.venues[0].rentable = false;
    CHECK(count(street.results().findings, Doubt::no_entry) == 0);
}

TEST_CASE("a gate within five metres of an outline opens it, one further does not", "[entry]")
{
    Street street;
    street.city.schools = {school("S", 400, 0, {street.a.x + 60.0, street.a.y + 30.0})};
    street.city.campuses = {campus("C", "S", street.ground(50.0, 10.0))};
    Gate gate;
    gate.id = "g";
    gate.at = {street.a.x + 60.0, street.a.y + 5.001};
    street.city.gates = {gate};
    CHECK(street.results().reach.entries.of_school[0].source == EntrySource::gate);
    street.city.gates[0].at.y = street.a.y + 4.99;
    CHECK(street.results().reach.entries.of_school[0].source == EntrySource::outline);
    CHECK(count(street.results().findings, Doubt::gate_without_outline) == 1);
}
