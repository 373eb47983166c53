// Small towns with hand-computed answers: entries, walks, allocation and what districts make of it.
#include "domain/city/issue_code.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// A school or venue that is a point of the town.
School school_at(const AsciiTown& town, char place, std::int64_t primary, double outdoor_m2)
{
    School one = school(std::string(1, place), primary, 0, town.at(place));
    one.outdoor_m2 = outdoor_m2;
    return one;
}

Venue venue_at(const AsciiTown& town, char place, double area_m2)
{
    Venue one;
    one.id = std::string(1, place);
    one.at = town.at(place);
    one.area_m2 = area_m2;
    return one;
}

Settings all_channels_on()
{
    Settings settings;
    const double cost[] = {10.0, 60.0, 45.0, 20.0};
    for (const Channel channel : all_channels) {
        settings.channels[channel] = {true, cost[static_cast<std::size_t>(channel)], std::nullopt};
    }
    return settings;
}

Results analysed(const City& city, const AsciiTown& town, const Settings& settings)
{
    const gis::WalkNetwork network = town.network();
    return analyse(city, WalkNetworkView{&network, {}}, settings, [](Step) {});
}

/// 1 cell is 100 m: A to V 800 m, A to B 900 m, B to V 100 m, W out of reach of A.
const char* const four_places = R"(
    A-------V
            |
            B------W
)";

} // namespace

TEST_CASE("a venue exactly ten minutes away is in reach and one further is not", "[town]")
{
    const AsciiTown town(four_places, metres_per_cell(100));
    City city;
    city.schools = {school_at(town, 'A', 400, 2000.0)};
    city.venues = {venue_at(town, 'V', 3000.0), venue_at(town, 'W', 3000.0)};
    // Two rows of the page lie between V and B.
    const Results r = analysed(city, town, all_channels_on());
    REQUIRE(r.reach.rent.pairs.size() == 1);
    CHECK(r.reach.rent.pairs[0].giver == 0);
    CHECK(r.reach.rent.pairs[0].walk_m == Approx(800.0).margin(0.05));
    CHECK(r.reach.rent.pairs[0].walk_s == Approx(600.0).margin(0.05));
}

TEST_CASE("a school takes from its partner first because that is cheaper", "[town]")
{
    const AsciiTown town(R"(
        A--P--V--------z
    )",
                         metres_per_cell(100));
    City city;
    city.schools = {school_at(town, 'A', 400, 2000.0), school_at(town, 'P', 400, 3600.0)};
    city.venues = {venue_at(town, 'V', 3000.0)};
    const Results r = analysed(city, town, all_channels_on());
    CHECK(r.assessments[0].gap.square_metres() == 1000.0);
    CHECK(r.allocation.of_school[0].given[Channel::share].square_metres() == 600.0);
    CHECK(r.allocation.of_school[0].given[Channel::rent].square_metres() == 400.0);
    CHECK(r.allocation.of_school[1].shared_out.square_metres() == 600.0);
    CHECK(r.allocation.of_school[0].cost == 600.0 * 10.0 + 400.0 * 60.0);
    CHECK(r.allocation.closed == r.allocation.bound);
    CHECK(status_of(ground_after(r.assessments[1], r.allocation.of_school[1]), r.assessments[1].required, 0.85) == Status::meets);
}

TEST_CASE("the national regime never shares and rents for dense schools only", "[town]")
{
    const AsciiTown town(R"(
        A--P--V--------z
    )",
                         metres_per_cell(100));
    City city;
    city.schools = {school_at(town, 'A', 400, 2000.0), school_at(town, 'P', 400, 3600.0)};
    city.venues = {venue_at(town, 'V', 3000.0)};
    Settings settings = all_channels_on();
    settings.standard.regime = national_regime;
    CHECK(analysed(city, town, settings).allocation.closed == ExactArea());
    city.schools[0].dense = true;
    const Results dense = analysed(city, town, settings);
    CHECK(dense.allocation.of_school[0].given[Channel::rent].square_metres() == 1000.0);
    CHECK(dense.reach.share.pairs.empty());
}

TEST_CASE("basement and reserve close what walking cannot, up to the cap", "[town]")
{
    const AsciiTown town(four_places, metres_per_cell(100));
    City city;
    city.schools = {school_at(town, 'A', 400, 2000.0)};
    city.schools[0].basement_usable_m2 = 500.0;
    city.schools[0].expand_possible_m2 = 300.0;
    Settings settings = all_channels_on();
    settings.channels[Channel::basement].cap_m2 = 450.0;
    const Results r = analysed(city, town, settings);
    CHECK(r.allocation.of_school[0].given[Channel::basement].square_metres() == 450.0);
    CHECK(r.allocation.of_school[0].given[Channel::expand].square_metres() == 300.0);
    CHECK((r.assessments[0].gap - r.allocation.of_school[0].received()).square_metres() == 250.0);
}

TEST_CASE("a venue that one school rents is not rented again", "[town]")
{
    const AsciiTown town(R"(
        A--V--B--------z
    )",
                         metres_per_cell(100));
    City city; // GP-5: gaps 1000 and 4000, one venue of 3000
    city.schools = {school_at(town, 'A', 500, 2750.0), school_at(town, 'B', 1000, 3500.0)};
    city.venues = {venue_at(town, 'V', 3000.0)};
    const Results r = analysed(city, town, all_channels_on());
    CHECK(r.allocation.rented[0].square_metres() == 3000.0);
    CHECK(r.districts.city.residual.square_metres() == 2000.0);
}

TEST_CASE("gates go before the outline, and a gate for pupils opens no venue", "[town]")
{
    const AsciiTown town(R"(
        a-----b
    )",
                         metres_per_cell(200)); // 1200 m: long enough to be joined
    const gis::Point a = town.at('a');
    City city;
    city.schools = {school("S", 400, 0, {a.x + 100.0, a.y + 20.0})};
    city.schools[0].outdoor_m2 = 2000.0;
    city.campuses = {campus("C", "S", rectangle(a.x + 50.0, a.y + 10.0, 100.0, 50.0))};
    city.venues = {venue("V", rectangle(a.x + 400.0, a.y + 10.0, 100.0, 50.0))};

    const Results outline = analysed(city, town, all_channels_on());
    CHECK(outline.reach.entries.of_school[0].source == EntrySource::outline);
    REQUIRE(outline.reach.rent.pairs.size() == 1);
    // Nearest corners: 250 m along the street and 10 m to it on either side.
    CHECK(outline.reach.rent.pairs[0].walk_m == Approx(270.0).margin(0.05));

    Gate gate;
    gate.id = "g";
    gate.at = {a.x + 50.0, a.y + 10.0};
    gate.source = EntrySource::osm;
    gate.schools_only = true;
    city.gates = {gate};
    gate.id = "v";
    gate.at = {a.x + 500.0, a.y + 10.0};
    city.gates.push_back(gate);
    const Results gates = analysed(city, town, all_channels_on());
    CHECK(gates.reach.entries.of_school[0].source == EntrySource::osm);
    CHECK(gates.reach.entries.of_venue[0].source == EntrySource::outline);
    CHECK(gates.reach.rent.pairs[0].walk_m == Approx(370.0).margin(0.05));
}

TEST_CASE("sites without gates whose outlines touch are no walk apart", "[town]")
{
    const AsciiTown town(R"(
        a-----b
    )",
                         metres_per_cell(200));
    const gis::Point a = town.at('a');
    City city;
    city.schools = {school("S", 400, 0, {a.x + 100.0, a.y + 20.0})};
    city.schools[0].outdoor_m2 = 2000.0;
    city.campuses = {campus("C", "S", rectangle(a.x + 50.0, a.y + 10.0, 100.0, 50.0))};
    city.venues = {venue("V", rectangle(a.x + 150.0, a.y + 10.0, 100.0, 50.0))};
    const Results r = analysed(city, town, all_channels_on());
    REQUIRE(r.reach.rent.pairs.size() == 1);
    CHECK(r.reach.rent.pairs[0].walk_s == 0.0);
    CHECK(r.allocation.of_school[0].given[Channel::rent].square_metres() == 1000.0);
}

TEST_CASE("unknown schools and schools without need walk to venues but take nothing", "[town]")
{
    const AsciiTown town(R"(
        A--V--B--------z
    )",
                         metres_per_cell(100));
    City city;
    city.schools = {school("A", 0, 0, town.at('A')), school("B", 300, 0, town.at('B'))};
    city.schools[1].kind = SchoolKind::special;
    city.venues = {venue_at(town, 'V', 3000.0)};
    const Results r = analysed(city, town, all_channels_on());
    CHECK(r.assessments[0].status == Status::unknown);
    CHECK(r.assessments[1].status == Status::none);
    CHECK(r.reach.rent.pairs.size() == 2);
    CHECK(r.allocation.closed == ExactArea());
}

TEST_CASE("a school beyond the reach of every street is reported", "[town]")
{
    const AsciiTown town(four_places, metres_per_cell(100));
    City city;
    city.schools = {school("far", 400, 0, {town.at('A').x - 150.0, town.at('A').y})};
    city.venues = {venue_at(town, 'V', 3000.0)};
    const Results r = analysed(city, town, all_channels_on());
    CHECK(r.reach.rent.pairs.empty());
    CHECK(count(r.findings, IssueCode::no_entry) == 1);
}
