// New gates and missing pieces of way, with gains worked out by hand.
#include "domain/options/gate_options.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 400 pupils: 3000 m2 are required.
School school_with(const std::string& id, gis::Point at, double outdoor_m2)
{
    School one = school(id, 400, 0, at);
    one.outdoor_m2 = outdoor_m2;
    return one;
}

Venue venue_with(const std::string& id, gis::Point at, double area_m2)
{
    Venue one;
    one.id = id;
    one.at = at;
    one.area_m2 = area_m2;
    return one;
}

Settings rent_and_share()
{
    Settings settings;
    settings.channels[Channel::rent].on = true;
    settings.channels[Channel::share].on = true;
    return settings;
}

std::vector<GateOption> options_of(const City& city, const AsciiTown& town, const Settings& settings = rent_and_share())
{
    const gis::WalkNetwork network = town.network();
    const WalkNetworkView walking{&network, {}};
    const Results results = analyse(city, walking, settings, [](Step) {});
    return gate_options({city, results, walking, settings});
}

/// A cell is 100 m: from the gate on A's street to V it is 2.7 km round the wall.
const char* const walled = R"(
    A-----------+
                |
                |
    V-----------+
)";

/// The campus lies between the two streets, 20 m from each; its gate opens to the north.
City walled_city(const AsciiTown& town)
{
    City city;
    const gis::Point v = town.at('V');
    city.schools = {school_with("S", {v.x, v.y + 100.0}, 2000.0)};
    city.campuses = {campus("C", "S", rectangle(v.x - 50.0, v.y + 20.0, 100.0, 260.0))};
    city.venues = {venue_with("V", v, 700.0)};
    Gate north;
    north.id = "north";
    north.owner_id = "S";
    north.at = {v.x, v.y + 280.0};
    city.gates = {north};
    return city;
}

/// A cell is 10 m: two dead ends with 30 m of water between them; round by the east it is 2 km.
std::string water()
{
    const std::string street(98, '-');
    const std::string far_east(99, ' ');
    return "\nS" + street + "+\n" + far_east + "|\n" + far_east + "|\nV" + street + "+\n";
}

} // namespace

TEST_CASE("a school behind its wall gains the venue next door by a gate on the other side", "[options]")
{
    const AsciiTown town(walled, metres_per_cell(100));
    const std::vector<GateOption> options = options_of(walled_city(town), town);
    REQUIRE_FALSE(options.empty());
    const GateOption& best = options.front();
    CHECK(best.id == "S/1");
    CHECK(best.kind == OptionKind::gate);
    CHECK(best.gain.square_metres() == 700.0);
    CHECK_FALSE(best.walk_before_s);
    CHECK(best.walk_after_s == Approx(20.0 / 80.0 * 60.0).margin(0.01));
    const gis::Point at = std::get<gis::Point>(best.where);
    CHECK(gis::distance_m(at, town.beside('V', 0.0, 20.0)) == Approx(0.0).margin(1e-6));
}

TEST_CASE("where no gate is known the outline is entered all round and a gate gains nothing", "[options]")
{
    const AsciiTown town(walled, metres_per_cell(100));
    City city = walled_city(town);
    city.gates.clear();
    CHECK(options_of(city, town).empty());
}

TEST_CASE("a school without a residual has no options, and a used up venue is no gain", "[options]")
{
    const AsciiTown town(walled, metres_per_cell(100));
    City city = walled_city(town);
    city.schools[0].outdoor_m2 = 3000.0;
    CHECK(options_of(city, town).empty());

    city = walled_city(town);
    city.schools.push_back(school_with("T", town.at('V'), 1000.0)); // takes all of V
    CHECK(options_of(city, town).empty());

    Settings settings = rent_and_share();
    settings.channels[Channel::rent].on = false;
    CHECK(options_of(walled_city(town), town, settings).empty());
}

TEST_CASE("a venue that another school hands on counts as gained by the city", "[options]")
{
    // T rents V and could do with W as well, which is beside it: S gains V, and W makes good what T loses.
    const AsciiTown town(walled, metres_per_cell(100));
    City city = walled_city(town);
    city.schools.push_back(school_with("T", town.at('V'), 2300.0));
    city.venues.push_back(venue_with("W", town.beside('V', 100.0, 0.0), 450.0));
    const std::vector<GateOption> options = options_of(city, town);
    REQUIRE_FALSE(options.empty());
    CHECK(options.front().school == SchoolIndex(0));
    CHECK(options.front().gain.square_metres() == 450.0);
    CHECK(options.front().gained == Giver{Channel::rent, 0});
}

TEST_CASE("a missing bridge of 30 m is found, with what it saves, and not where it may be 29 m at most", "[options]")
{
    const AsciiTown town(water(), metres_per_cell(10));
    City city;
    city.schools = {school_with("S", town.at('S'), 2000.0)};
    city.venues = {venue_with("V", town.at('V'), 400.0)};
    Settings settings = rent_and_share();
    const std::vector<GateOption> options = options_of(city, town, settings);
    REQUIRE(options.size() == 1);
    CHECK(options[0].kind == OptionKind::link);
    CHECK(options[0].gain.square_metres() == 400.0);
    CHECK(options[0].walk_after_s == Approx(30.0 / 80.0 * 60.0).margin(0.01));
    CHECK_FALSE(options[0].walk_before_s);
    const gis::Line piece = std::get<gis::MultiLine>(options[0].where).at(0);
    REQUIRE(piece.size() == 2);
    CHECK(gis::distance_m(piece[0], piece[1]) == Approx(30.0).margin(0.01));
    settings.walk.link_max_m = 29.0;
    CHECK(options_of(city, town, settings).empty());
    settings.walk.link_max_m = 60.0;
    settings.walk.minutes = 20.0; // 1600 m: the way round is 2010 m, found within twice the limit
    REQUIRE(options_of(city, town, settings).size() == 1);
    CHECK(options_of(city, town, settings)[0].walk_before_s.value_or(0.0) == Approx(2010.0 / 80.0 * 60.0).margin(0.5));
}

TEST_CASE("two places that are not over five times as far on foot as straight are no missing link", "[options]")
{
    // 30 m straight; on foot 130 m in the first town and 170 m in the second.
    const auto bend = [](int cells) {
        const std::string street(static_cast<std::size_t>(cells - 1), '-');
        const std::string corner(static_cast<std::size_t>(cells), ' ');
        return "\nS" + street + "+\n" + corner + "|\n" + corner + "|\nV" + street + "+" + std::string(99, '-') + "z\n";
    };
    Settings settings = rent_and_share();
    settings.walk.minutes = 1.5; // 120 m
    for (const int cells : {5, 7}) {
        const AsciiTown town(bend(cells), metres_per_cell(10));
        City city;
        city.schools = {school_with("S", town.at('S'), 2000.0)};
        city.venues = {venue_with("V", town.at('V'), 400.0)};
        CHECK(options_of(city, town, settings).size() == (cells == 7 ? 1 : 0));
    }
}

TEST_CASE("the best three of a school are listed, those that close most first", "[options]")
{
    // A gate by V brings V, W and X into reach, one by W or X all four, one by Y all but V.
    const AsciiTown town(R"(
    A-----------+
                |
                |
    V--W--X--Y--+
)",
                         metres_per_cell(100));
    City city = walled_city(town);
    city.campuses[0].ground = rectangle(town.at('V').x - 50.0, town.at('V').y + 20.0, 1000.0, 260.0);
    city.venues[0].area_m2 = 100.0;
    for (const char place : {'W', 'X', 'Y'}) {
        city.venues.push_back(venue_with(std::string(1, place), town.at(place), 200.0));
    }
    const std::vector<GateOption> options = options_of(city, town);
    REQUIRE(options.size() == 3);
    CHECK(options[0].gain.square_metres() == 700.0);
    CHECK(options[1].gain.square_metres() == 700.0);
    CHECK(options[2].gain.square_metres() == 600.0);
    CHECK(options[0].id == "S/1");
    CHECK(options[2].id == "S/3");
}
