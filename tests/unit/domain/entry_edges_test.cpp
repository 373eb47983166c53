// Who is entered where, and who is missed.
#include "domain/city/issue_code.hpp"
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
        return analyse(city, WalkNetworkView{&streets, {}}, settings, [](Step) {});
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
    CHECK(count(r.findings, IssueCode::no_entry) == 0);
    CHECK_FALSE(r.reach.access_points.of_school.of(0).empty());
    REQUIRE(r.reach.rent.pairs.size() == 1);
    // From corner to corner: 310 m along the street and 10 m to it on either side.
    CHECK(r.reach.rent.pairs[0].walk_m == Approx(330.0).margin(0.05));
}

TEST_CASE("a venue that nobody may rent is not missed by any street", "[entry]")
{
    Street street;
    street.city.schools = {school("S", 400, 0, street.a)};
    street.city.venues = {venue("V", street.ground(50.0, 300.0))};
    CHECK(count(street.results().findings, IssueCode::no_entry) == 1);
    street.city.venues[0].rentable = false;
    CHECK(count(street.results().findings, IssueCode::no_entry) == 0);
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
    CHECK(count(street.results().findings, IssueCode::gate_without_outline) == 1);
    street.city.gates[0].at = {street.a.x + 46.0, street.a.y + 6.0}; // 4 m west and 4 m south of the corner: 5.7 m
    CHECK(street.results().reach.entries.of_school[0].source == EntrySource::outline);
    street.city.gates[0].at = {street.a.x + 46.5, street.a.y + 6.5}; // 4.9 m
    CHECK(street.results().reach.entries.of_school[0].source == EntrySource::gate);
}

TEST_CASE("gates of one's own stand in the place of those of OSM", "[entry]")
{
    Street street;
    street.city.schools = {school("S", 400, 0, {street.a.x + 60.0, street.a.y + 30.0})};
    street.city.campuses = {campus("C", "S", street.ground(50.0, 10.0))};
    Gate own;
    own.id = "own";
    own.at = {street.a.x + 50.0, street.a.y + 10.0};
    Gate of_osm = own;
    of_osm.id = "osm";
    of_osm.source = EntrySource::osm;
    of_osm.at.x += 40.0;
    street.city.gates = {own, of_osm};
    const Entries entries = street.results().reach.entries.of_school[0];
    CHECK(entries.source == EntrySource::gate);
    CHECK(entries.at == std::vector<gis::Point>{own.at});
}

TEST_CASE("a venue that nobody may rent is in nobody's reach", "[reach]")
{
    Street street;
    street.city.schools = {school("S", 400, 0, street.a)};
    street.city.schools[0].outdoor_m2 = 2000.0;
    street.city.venues = {venue("V", street.ground(50.0, 10.0))};
    CHECK(street.results().reach.rent.pairs.size() == 1);
    street.city.venues[0].rentable = false;
    CHECK(street.results().reach.rent.pairs.empty());
    street.city.venues[0].rentable = true;
    street.city.venues[0].min_net_m2 = 1600.5; // it has 1600
    CHECK(street.results().reach.rent.pairs.empty());
}

TEST_CASE("the minutes and the speed of the config are those walked", "[reach]")
{
    Street street;
    street.city.schools = {school("S", 400, 0, street.a)};
    Venue at_500_m;
    at_500_m.id = "V";
    at_500_m.at = {street.a.x + 500.0, street.a.y};
    at_500_m.area_m2 = 1000.0;
    street.city.venues = {at_500_m};
    CHECK(street.results().reach.rent.pairs.size() == 1);
    street.settings.walk.minutes = 6.0; // 480 m
    CHECK(street.results().reach.rent.pairs.empty());
    street.settings.walk.speed_m_per_min = 84.0; // 504 m
    CHECK(street.results().reach.rent.pairs.size() == 1);
}

TEST_CASE("a venue in the crook of a campus that does not touch it is walked to", "[reach]")
{
    Street street;
    const auto at = [&](double east_m, double north_m) { return gis::Point{street.a.x + east_m, street.a.y + north_m}; };
    const gis::MultiPolygon crook = {{{at(50, 10), at(150, 10), at(150, 30), at(70, 30), at(70, 110), at(50, 110), at(50, 10)}, {}}};
    street.city.schools = {school("S", 400, 0, at(60, 20))};
    street.city.campuses = {campus("C", "S", crook)};
    street.city.venues = {venue("V", rectangle(street.a.x + 90.0, street.a.y + 50.0, 40.0, 40.0))}; // 20 m from it
    const Results apart = street.results();
    REQUIRE(apart.reach.rent.pairs.size() == 1);
    CHECK(apart.reach.rent.pairs[0].walk_m == Approx(60.0).margin(0.05)); // 10 m to the street and 50 m from it
    street.city.venues[0].ground = rectangle(street.a.x + 70.005, street.a.y + 50.0, 40.0, 40.0);
    CHECK(street.results().reach.rent.pairs[0].walk_m == 0.0); // half a centimetre is nothing
}
