// Who is entered where, and who is missed.
#include "domain/city/issue_code.hpp"
#include "domain/walk/site.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <numeric>
#include <random>
#include <set>

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

namespace {

Gate gate_at(const std::string& id, gis::Point at, EntrySource source = EntrySource::gate)
{
    Gate gate;
    gate.id = id;
    gate.at = at;
    gate.source = source;
    return gate;
}

/// A school of 400 pupils on a campus 100 m along the street and, 800 m on, a second campus of its own or of its branch; the venue V beside
/// it.
struct TwoSites : Street
{
    TwoSites()
    {
        city.schools = {school("S", 400, 0, {a.x + 60.0, a.y + 30.0})};
        city.schools[0].outdoor_m2 = 2000.0;
        city.campuses = {campus("C1", "S", ground(50.0, 10.0)), campus("C2", "S", ground(850.0, 10.0))};
        city.venues = {venue("V", ground(900.0, 10.0))};
        city.gates = {gate_at("g", {a.x + 60.0, a.y + 10.0})};
    }

    void give_second_to_branch()
    {
        School branch = school("T", 100, 0, {a.x + 860.0, a.y + 30.0});
        branch.parent_id = "S";
        city.schools.push_back(branch);
        city.campuses[1].school_id = "T";
    }
};

double walk_m(const Results& results)
{
    REQUIRE(results.reach.rent.pairs.size() == 1);
    return results.reach.rent.pairs[0].walk_m;
}

} // namespace

TEST_CASE("a campus without a gate is entered by its outline though another campus has one", "[entry]")
{
    TwoSites street;
    const Results r = street.results();
    CHECK(r.reach.entries.of_school[0].source == EntrySource::gate);
    CHECK(r.reach.entries.of_school[0].outlines == std::vector<const gis::Polygon*>{&street.city.campuses[1].ground[0]});
    CHECK(walk_m(r) == Approx(30.0).margin(0.05)); // from the eastern corner of C2: 10 m, 10 m along the street, 10 m
    REQUIRE(count(r.findings, IssueCode::part_without_gate) == 1);
    const auto row = std::find_if(r.findings.begin(), r.findings.end(),
                                  [](const Finding& finding) { return finding.code == IssueCode::part_without_gate; });
    CHECK(row->layer == "campuses");
    CHECK(row->feature_id == "C2");
}

TEST_CASE("a branch without a gate is entered by its outline, and without ground by its point", "[entry]")
{
    TwoSites street;
    street.give_second_to_branch();
    CHECK(walk_m(street.results()) == Approx(30.0).margin(0.05));
    street.city.campuses.pop_back();
    street.city.schools[1].at = {street.a.x + 860.0, street.a.y + 5.0};
    const Results r = street.results();
    CHECK(walk_m(r) == Approx(5.0 + 40.0 + 10.0).margin(0.05));
    CHECK(r.reach.entries.of_school[0].at == std::vector{street.city.gates[0].at, street.city.schools[1].at});
    REQUIRE(count(r.findings, IssueCode::part_without_gate) == 1);
}

TEST_CASE("campuses that touch are one and the gate of one serves both", "[entry]")
{
    TwoSites street;
    street.city.campuses[1].ground = street.ground(90.009, 10.0); // 9 mm apart
    const Results results_of_touching = street.results();
    CHECK(results_of_touching.reach.entries.of_school[0].outlines.empty());
    CHECK(count(results_of_touching.findings, IssueCode::part_without_gate) == 0);
    street.city.campuses[1].ground = street.ground(90.011, 10.0);
    CHECK(street.results().reach.entries.of_school[0].outlines.size() == 1);
}

TEST_CASE("a gate serves every part within five metres, else the nearest", "[entry]")
{
    TwoSites street;
    street.city.campuses[1].ground = street.ground(98.0, 10.0); // 8 m beside the first
    street.city.gates[0].at = {street.a.x + 94.0, street.a.y + 20.0};
    CHECK(count(street.results().findings, IssueCode::part_without_gate) == 0);
    street.city.gates[0].at.x = street.a.x + 92.5; // 5.5 m from the second
    CHECK(count(street.results().findings, IssueCode::part_without_gate) == 1);
    street.city.gates[0].owner_id = "S";
    street.city.gates[0].at = {street.a.x + 300.0, street.a.y + 20.0}; // 162 m from the second
    const Results far = street.results();
    CHECK(far.reach.entries.of_school[0].outlines == std::vector<const gis::Polygon*>{&street.city.campuses[0].ground[0]});
}

TEST_CASE("gates of OSM serve the parts into which none of one's own leads", "[entry]")
{
    TwoSites street;
    street.city.gates.push_back(gate_at("o1", {street.a.x + 80.0, street.a.y + 10.0}, EntrySource::osm));
    street.city.gates.push_back(gate_at("o2", {street.a.x + 860.0, street.a.y + 10.0}, EntrySource::osm));
    const Entries entries = street.results().reach.entries.of_school[0];
    CHECK(entries.source == EntrySource::gate);
    CHECK(entries.at == std::vector{street.city.gates[0].at, street.city.gates[2].at});
    CHECK(entries.outlines.empty());
}

TEST_CASE("a court of a venue without a gate is entered by its outline", "[entry]")
{
    TwoSites street;
    gis::MultiPolygon courts = street.ground(400.0, 10.0);
    courts.push_back(street.ground(900.0, 10.0).front());
    street.city.venues = {venue("V", courts)};
    street.city.gates.push_back(gate_at("v", {street.a.x + 420.0, street.a.y + 10.0}));
    const Results r = street.results();
    CHECK(r.reach.entries.of_venue[0].outlines.size() == 1);
    CHECK(walk_m(r) == Approx(30.0).margin(0.05));
    CHECK(count(r.findings, IssueCode::part_without_gate) == 2); // C2 of the school, and the second court
}

TEST_CASE("parts without gates that touch are no walk apart though each site has a gate elsewhere", "[entry]")
{
    TwoSites street;
    street.city.venues[0].ground = street.ground(890.0, 10.0);
    CHECK(walk_m(street.results()) == 0.0);
    street.city.gates.push_back(gate_at("c2", {street.a.x + 850.0, street.a.y + 10.0}));
    CHECK(walk_m(street.results()) == Approx(10.0 + 40.0 + 10.0).margin(0.05)); // the gate of C2 stands in its western corner
}

TEST_CASE("the parts of a site are as trying all pairs has them", "[entry]")
{
    for (unsigned seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        gis::MultiPolygon ground;
        while (ground.size() < 2 + seed % 12) {
            ground.push_back(rectangle(static_cast<double>(random() % 20), static_cast<double>(random() % 20), 3.0, 3.0).front());
        }
        std::vector<std::size_t> part_of(ground.size());
        std::iota(part_of.begin(), part_of.end(), std::size_t{0});
        for (std::size_t round = 0; round < ground.size(); ++round) {
            for (std::size_t i = 0; i < ground.size(); ++i) {
                for (std::size_t k = 0; k < ground.size(); ++k) {
                    if (gis::is_within(ground[i], ground[k], 0.01)) {
                        part_of[i] = part_of[k] = std::min(part_of[i], part_of[k]);
                    }
                }
            }
        }
        const Site site{{{"V", &ground}}, {}};
        const auto groups = groups_of(site);
        CHECK(groups.size() == std::set(part_of.begin(), part_of.end()).size());
        for (const SiteGroup& group : groups) {
            for (const gis::Polygon* polygon : group.polygons) {
                CHECK(part_of[static_cast<std::size_t>(polygon - ground.data())] ==
                      part_of[static_cast<std::size_t>(group.polygons[0] - ground.data())]);
            }
        }
    }
}
