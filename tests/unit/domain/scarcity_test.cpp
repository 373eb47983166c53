// Bottlenecks and shadows of small towns, by hand and by adding one m2 to every venue and cap.
#include "domain/proof/scarcity.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 1 cell is 100 m. A and B reach V and U; C reaches V and W; D reaches E alone.
const char* const town_page = R"(
    A--V-U-B---C-----W------------------------+
                                              |
                                              D----E---+
)";

School school_at(const AsciiTown& town, char place, double gap_m2)
{
    School one = school(std::string(1, place), 400, 0, town.at(place)); // needs 3000 m2
    one.outdoor_m2 = 3000.0 - gap_m2;
    return one;
}

Venue venue_at(const AsciiTown& town, char place, std::optional<double> area_m2)
{
    Venue one;
    one.id = std::string(1, place);
    one.at = town.at(place);
    one.area_m2 = area_m2;
    return one;
}

/// Gaps of A 1000, B 600, C 500, D 2000 m2; V has 900, W 800, U is of unknown size; E has 500 m2 too many, D a basement of 300.
struct ScarceTown
{
    AsciiTown town{town_page, metres_per_cell(100)};
    gis::WalkNetwork network = town.network();
    City city;
    Settings settings;

    ScarceTown()
    {
        city.schools = {school_at(town, 'A', 1000), school_at(town, 'B', 600), school_at(town, 'C', 500), school_at(town, 'D', 2000),
                        school_at(town, 'E', -500)};
        city.schools[3].basement_usable_m2 = 300.0;
        city.venues = {venue_at(town, 'U', std::nullopt), venue_at(town, 'V', 900.0), venue_at(town, 'W', 800.0)};
        for (const Channel channel : {Channel::rent, Channel::share, Channel::basement}) {
            settings.channels[channel].on = true;
        }
    }

    Results analysed() const
    {
        return analyse(city, WalkNetworkView{&network, {}}, settings, [](Step) {});
    }

    Scarcity scarcity() const
    {
        const Results r = analysed();
        const WalkNetworkView walking{&network, {}};
        return fieldgap::scarcity({city, r, walking, settings});
    }
};

std::string schools_of(const City& city, const Bottleneck& bottleneck)
{
    std::string ids;
    for (const SchoolIndex school : bottleneck.schools) {
        ids += city.schools[index(school)].id;
    }
    return ids;
}

std::vector<std::uint8_t> shadows(std::initializer_list<int> venues)
{
    return {venues.begin(), venues.end()};
}

} // namespace

TEST_CASE("two groups and a school that is closed elsewhere", "[scarcity]")
{
    const ScarceTown town;
    const Scarcity found = town.scarcity();
    REQUIRE(found.bottlenecks.size() == 2);
    CHECK(found.bottlenecks[0].id == "B1");
    CHECK(schools_of(town.city, found.bottlenecks[0]) == "D");
    CHECK(found.bottlenecks[0].deficit.square_metres() == 2000.0);
    CHECK(found.bottlenecks[0].reachable.square_metres() == 800.0);
    CHECK(found.bottlenecks[0].unmet().square_metres() == 1200.0);
    CHECK(found.bottlenecks[1].id == "B2");
    CHECK(schools_of(town.city, found.bottlenecks[1]) == "AB");
    CHECK(found.bottlenecks[1].unmet().square_metres() == 700.0);
    CHECK(found.venue_shadow == shadows({1, 1, 0})); // W has some left
    for (const Channel channel : all_channels) {
        CHECK_FALSE(found.cap_shadow[channel]);
    }
}

TEST_CASE("caps hold for the shadows and not for the bottlenecks", "[scarcity]")
{
    ScarceTown town;
    town.settings.channels[Channel::rent].cap_m2 = 1000.0;
    town.settings.channels[Channel::share].cap_m2 = 600.0;
    town.settings.channels[Channel::expand].cap_m2 = 5.0; // off
    const Scarcity found = town.scarcity();
    REQUIRE(found.bottlenecks.size() == 2);
    CHECK(found.bottlenecks[1].reachable.square_metres() == 900.0);
    CHECK(found.venue_shadow == shadows({0, 0, 0}));
    CHECK(found.cap_shadow[Channel::rent] == true);
    CHECK(found.cap_shadow[Channel::share] == false);
    CHECK_FALSE(found.cap_shadow[Channel::basement].has_value());
    CHECK_FALSE(found.cap_shadow[Channel::expand].has_value());
}

TEST_CASE("what leases give is off the gaps and off the venues", "[scarcity]")
{
    ScarceTown town;
    town.city.leases.push_back({"1", SchoolIndex(2), 1, 450.0, Date{2030, 12, 31}, ""}); // C at V: 450 of its 500 m2, though W is free
    const Scarcity found = town.scarcity();
    REQUIRE(found.bottlenecks.size() == 2);
    CHECK(schools_of(town.city, found.bottlenecks[1]) == "AB");
    CHECK(found.bottlenecks[1].deficit.square_metres() == 1600.0);
    CHECK(found.bottlenecks[1].reachable.square_metres() == 450.0);

    town.city.leases.push_back({"2", SchoolIndex(0), 1, 400.0, Date{2029, 12, 31}, ""});
    const Scarcity two = town.scarcity();
    CHECK(two.bottlenecks[1].deficit.square_metres() == 1200.0);
    CHECK(two.bottlenecks[1].reachable.square_metres() == 50.0);
    CHECK(two.bottlenecks[1].unmet().square_metres() == 1150.0);
    CHECK(two.venue_shadow == shadows({1, 1, 0}));
}

TEST_CASE("a city without ground to give has each school with a gap as its own bottleneck, ten of them with two digits", "[scarcity]")
{
    City city;
    for (int i = 0; i < 12; ++i) {
        city.schools.push_back(school(std::string(1, static_cast<char>('A' + i)), 400));
        city.schools.back().outdoor_m2 = 2000.0 + 10.0 * i;
    }
    const Results r = measured(city);
    const Scarcity found = scarcity({city, r, {}, {}});
    REQUIRE(found.bottlenecks.size() == 12);
    CHECK(found.bottlenecks[0].id == "B01");
    CHECK(found.bottlenecks[0].schools == std::vector{SchoolIndex(0)});
    CHECK(found.bottlenecks[11].id == "B12");
}

TEST_CASE("schools without figures and branches lack nothing that is known", "[scarcity]")
{
    City city;
    city.schools = {school("A", 0), school("B", 400)};
    city.schools[1].kind = SchoolKind::special;
    const Results r = measured(city);
    CHECK(scarcity({city, r, {}, {}}).bottlenecks.empty());
}

TEST_CASE("each venue's and each cap's shadow is what solving the city again with one more m2 says", "[scarcity]")
{
    std::mt19937_64 random(14);
    const auto upto = [&](std::int64_t most) { return static_cast<double>(std::uniform_int_distribution<std::int64_t>(0, most)(random)); };
    for (int trial = 0; trial < 25; ++trial) {
        CAPTURE(trial);
        ScarceTown town;
        for (School& one : town.city.schools) {
            one.outdoor_m2 = 3400.0 - upto(12) * 100.0;
        }
        for (Venue& venue : town.city.venues) {
            venue.area_m2 = upto(9) * 100.0;
        }
        if (trial % 3 != 0) {
            town.settings.channels[Channel::rent].cap_m2 = upto(20) * 100.0;
            town.settings.channels[Channel::share].cap_m2 = upto(6) * 100.0;
        }
        const Scarcity found = town.scarcity();
        const ExactArea closed = town.analysed().allocation.closed;
        for (std::size_t v = 0; v < town.city.venues.size(); ++v) {
            *town.city.venues[v].area_m2 += 1.0;
            CHECK((found.venue_shadow[v] == 1) == (town.analysed().allocation.closed > closed));
            *town.city.venues[v].area_m2 -= 1.0;
        }
        for (const Channel channel : {Channel::rent, Channel::share}) {
            CHECK(found.cap_shadow[channel].has_value() == (trial % 3 != 0));
            if (found.cap_shadow[channel]) {
                *town.settings.channels[channel].cap_m2 += 1.0;
                CHECK(*found.cap_shadow[channel] == (town.analysed().allocation.closed > closed));
                *town.settings.channels[channel].cap_m2 -= 1.0;
            }
        }
    }
}
