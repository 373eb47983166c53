// How many households a site carries where its stages compete, and what is named where two ways end alike.
#include "domain/screening/screening.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

Estate site_at(const AsciiTown& town, char place, double households)
{
    Estate one;
    one.id = std::string(1, place);
    one.at = town.at(place);
    one.phase = EstatePhase::planned;
    one.households = households;
    one.first_phase_year = 2022;
    return one;
}

SiteRow screened(const City& city, const AsciiTown& town, const Settings& settings, const Estate& site)
{
    const gis::WalkNetwork streets = town.network();
    const WalkNetworkView walking{&streets, {}};
    Findings findings;
    return screen({city, analyse(city, walking, settings, [](Step) {}), walking, settings}, std::vector{site}, findings).alone.front().row;
}

} // namespace

TEST_CASE("where primary and junior pupils compete for room, the bound of their sum is no answer by itself", "[carrying]")
{
    const AsciiTown town("E--K------z", metres_per_cell(100));
    City city;
    city.schools = {school("K", 400, 300, town.at('K'))};
    city.schools[0].capacity = {{500, 400, {}}}; // 100 seats free in each stage,
    Settings settings;
    settings.limits.max_school_combined = 850; // and room for 150
    // (400 + 1.1 x 300) x 10.2 / 1.1 = 6769.09 are required; 100 more are there.
    city.schools[0].outdoor_m2 = 6869.09;
    const SiteRow row = screened(city, town, settings, site_at(town, 'E', 10));
    // A household adds (0.126 + 1.1 x 0.0616) x 10.2 / 1.1 = 1.79668 m2: 55 fit. Were all its pupils primary, 57 would.
    CHECK(row.carries_households == 55);
    CHECK(row.carries_conditional == 55);
    CHECK(screened(city, town, settings, site_at(town, 'E', 55)).estate.verdict == Verdict::pass);
    CHECK(screened(city, town, settings, site_at(town, 'E', 56)).estate.verdict == Verdict::fail);
}

TEST_CASE("where planned schools carry no more than open ones, the binding is that with the planned schools", "[carrying]")
{
    const AsciiTown town(R"(
        B
        |
        +---------F---P
    )",
                         metres_per_cell(100));
    City city;
    School planned = school("P", 0, 0, town.at('P'));
    planned.phase = SchoolPhase::planned;
    planned.open_year = 2022;
    planned.has_stage[Stage::primary] = true;
    planned.capacity[Stage::primary] = 0; // in the limit, and full
    planned.outdoor_m2 = 3000.0;
    city.schools = {school("B", 400, 0, town.at('B')), planned};
    city.schools[0].outdoor_m2 = 9000.0;
    city.schools[0].capacity[Stage::primary] = 600;
    const SiteRow row = screened(city, town, {}, site_at(town, 'F', 10));
    CHECK(row.carries_households == 0);
    REQUIRE(row.binding);
    CHECK(row.binding->kind == BindingKind::walk); // of the open schools none is near enough
    CHECK(row.binding->school_id == "B");
    CHECK(row.carries_conditional == 0);
    REQUIRE(row.binding_conditional);
    CHECK(row.binding_conditional->kind == BindingKind::seats);
    CHECK(row.binding_conditional->school_id == "P");
}

TEST_CASE("a school exactly at the limit of the walk, or at ten minutes, is within it", "[estate]")
{
    const AsciiTown town("E----K--L--J------------z", metres_per_cell(100)); // 500, 800 and 1100 m
    City city;
    city.schools = {school("J", 0, 400, town.at('J')), school("K", 400, 0, town.at('K')), school("L", 400, 0, town.at('L'))};
    for (School& one : city.schools) {
        one.outdoor_m2 = 20000.0;
        one.capacity = {{600, 600, {}}};
    }
    const SiteRow within = screened(city, town, {}, site_at(town, 'E', 100));
    CHECK(within.estate.nearest[Stage::primary]->walk_m == Approx(500.0).margin(0.002));
    CHECK(within.estate.in_minutes[Stage::primary] == true);
    CHECK(within.estate.covered == false); // J is 100 m too far
    CHECK((*within.seats_short)[Stage::primary].pupils() == 0.0);
    CHECK((*within.seats_short)[Stage::junior].pupils() == Approx(6.16));

    city.schools.erase(city.schools.begin() + 1);
    const SiteRow ten_minutes = screened(city, town, {}, site_at(town, 'E', 100));
    CHECK(ten_minutes.estate.nearest[Stage::primary]->walk_s == Approx(600.0).margin(0.001));
    CHECK(ten_minutes.estate.in_minutes[Stage::primary] == true);
    CHECK((*ten_minutes.seats_short)[Stage::primary].pupils() == Approx(12.6)); // L is 300 m too far for them
    CHECK(ten_minutes.estate.in_minutes[Stage::junior] == true);                // and J 14 minutes away
}

TEST_CASE("classes of a stage have the seats of that stage", "[seats]")
{
    const AsciiTown town("E--K---J----z", metres_per_cell(100));
    City city;
    city.schools = {school("J", 0, 300, town.at('J')), school("K", 400, 0, town.at('K'))};
    for (School& one : city.schools) {
        one.outdoor_m2 = 20000.0;
    }
    city.schools[0].classes[Stage::junior] = 8;   // 400 seats of which 300 are taken
    city.schools[1].classes[Stage::primary] = 10; // 450 of which 400 are
    const SiteRow row = screened(city, town, {}, site_at(town, 'E', 10));
    CHECK(row.estate.seats[Stage::junior] == 100);
    CHECK(row.estate.seats[Stage::primary] == 50);
    city.schools[1].kind = SchoolKind::vocational; // takes in nobody
    CHECK_FALSE(screened(city, town, {}, site_at(town, 'E', 10)).estate.nearest[Stage::primary]);
}

TEST_CASE("where shares of stages turn with the size of a site, the largest that passes is found beyond smaller ones that fail",
          "[carrying]")
{
    struct Case
    {
        PerStage<std::optional<std::int64_t>> seats_a, seats_b;
        double a_m2, b_m2;
        int most_pupils;
        PerStage<double> per_1000;
        std::int64_t fails, passes; ///< the smallest site that fails, the largest that passes
    };
    // Schools A and B of 300 primary and 300 junior pupils each, 300 m from E; found by trying thousands of such towns.
    const std::vector<Case> cases = {{{{310, 305, {}}}, {{311, 305, {}}}, 5955.82, 5942.82, 612, {{77, 63, 0}}, 32, 45},
                                     {{{308, 306, {}}}, {{307, 311, {}}}, 5937.82, 5945.82, 610, {{71, 88, 0}}, 23, 44},
                                     {{{312, 308, {}}}, {{311, 307, {}}}, 5947.82, 5925.82, 611, {{107, 143, 0}}, 16, 27},
                                     {{{310, 309, {}}}, {{308, 310, {}}}, 5926.82, 5895.82, 609, {{109, 77, 0}}, 17, 27},
                                     {{{311, 309, {}}}, {{309, 309, {}}}, 5954.82, 5958.82, 612, {{231, 186, 0}}, 10, 20}};
    const AsciiTown town("A--E--B------z", metres_per_cell(100));
    for (const Case& one : cases) {
        CAPTURE(one.passes);
        City city;
        city.schools = {school("A", 300, 300, town.at('A')), school("B", 300, 300, town.at('B'))};
        city.schools[0].capacity = one.seats_a;
        city.schools[1].capacity = one.seats_b;
        city.schools[0].outdoor_m2 = one.a_m2;
        city.schools[1].outdoor_m2 = one.b_m2;
        Settings settings;
        settings.limits.max_school_combined = one.most_pupils;
        settings.estates.max_walk_m = {{900.0, 900.0, 0.0}};
        settings.estates.pupils_per_1000 = one.per_1000;
        const auto with = [&](std::int64_t households) {
            return screened(city, town, settings, site_at(town, 'E', static_cast<double>(households)));
        };
        CHECK(with(one.fails - 1).estate.verdict == Verdict::pass);
        CHECK(with(one.fails).estate.verdict == Verdict::fail);
        CHECK(with(one.passes).estate.verdict == Verdict::pass);
        CHECK(with(one.passes + 1).estate.verdict == Verdict::fail);
        CHECK(with(1).carries_households == one.passes);
    }
}
