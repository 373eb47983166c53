// Verdicts of sites where one rule alone decides.
#include "domain/screening/screening.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <tuple>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// 1 cell is 100 m: the primary schools K and L and the planned school P are 200, 400 and 300 m from the site E, which sends primary pupils
/// only: 0.126 of a household.
struct Town
{
    AsciiTown page{"L-K-E--P-------z", metres_per_cell(100)};
    gis::WalkNetwork streets = page.network();
    City city;
    Settings settings;

    Town()
    {
        settings.estates.pupils_per_1000[Stage::junior] = 0.0;
        city.schools = {with_seats('K', 400, 500, 20000.0), with_seats('L', 400, 500, 20000.0)};
    }

    School with_seats(char place, std::int64_t pupils, std::int64_t seats, double outdoor_m2) const
    {
        School one = school(std::string(1, place), pupils, 0, page.at(place));
        one.capacity[Stage::primary] = seats;
        one.outdoor_m2 = outdoor_m2;
        return one;
    }

    Estate estate(double households) const
    {
        Estate one;
        one.id = "E";
        one.at = page.at('E');
        one.phase = EstatePhase::planned;
        one.households = households;
        one.first_phase_year = 2022;
        return one;
    }

    SiteRow screened(const Estate& site) const
    {
        const WalkNetworkView walking{&streets, {}};
        Findings findings;
        return screen({city, analyse(city, walking, settings, [](Step) {}), walking, settings}, std::vector{site}, findings)
            .alone.front()
            .row;
    }
};

} // namespace

TEST_CASE("an estate is in the catchment around it, not in one whose box it is in", "[screening]")
{
    Town town;
    town.city.schools[1].capacity[Stage::primary] = 400; // L is full
    const gis::Point e = town.page.at('E');
    const auto corner = [&](double east_m, double north_m) { return gis::Point{e.x + east_m, e.y + north_m}; };
    // Above a line from south-west to north-east that passes 7 m from E, first below it, then above.
    const gis::MultiPolygon around = {{{corner(-60, -70), corner(110, 100), corner(-60, 100), corner(-60, -70)}, {}}};
    const gis::MultiPolygon beside = {{{corner(-60, -50), corner(90, 100), corner(-60, 100), corner(-60, -50)}, {}}};
    town.city.catchments = {{"to L", "L", Stage::primary, around}};
    CHECK(town.screened(town.estate(100)).estate.verdict == Verdict::fail);
    town.city.catchments[0].ground = beside;
    CHECK(town.screened(town.estate(100)).estate.verdict == Verdict::pass);
}

TEST_CASE("pupils who need no ground may go to a school that is short", "[screening]")
{
    Town town;
    town.settings.standard.split = Split::required;
    town.settings.standard.of_stage[Stage::junior] = std::nullopt;
    town.settings.estates.pupils_per_1000[Stage::junior] = 22.0;
    School& combined = town.city.schools[0]; // K lacks 1000 m2, and has seats for juniors only
    combined.outdoor_m2 = 2000.0;
    combined.capacity = {{400, 400, {}}};
    combined.pupils[Stage::junior] = 300;
    combined.has_stage[Stage::junior] = true;
    CHECK(town.screened(town.estate(100)).estate.verdict == Verdict::pass);
    town.settings.standard.of_stage[Stage::junior] = StageStandard::per_pupil(0.5); // now they need some
    CHECK(town.screened(town.estate(100)).estate.verdict == Verdict::fail);
}

TEST_CASE("a planned school with too little ground is mended by no allocation", "[screening]")
{
    Town town;
    School planned = town.with_seats('P', 0, 360, 50.0); // 100 households need 12.6 x 7.5 = 94.5 m2
    planned.phase = SchoolPhase::planned;
    planned.has_stage[Stage::primary] = true;
    planned.open_year = 2022;
    town.city.schools = {town.with_seats('K', 400, 400, 20000.0), planned};
    town.settings.channels[Channel::share] = {true, 10.0, std::nullopt}; // K has much too much
    CHECK(town.screened(town.estate(100)).estate.verdict == Verdict::fail);
    town.city.schools[1].outdoor_m2 = 94.5;
    CHECK(town.screened(town.estate(100)).estate.verdict == Verdict::conditional);
}

TEST_CASE("what a school lacks already need not be closed for an estate to come", "[screening]")
{
    Town town;
    town.page = AsciiTown("V------L-K-E----z", metres_per_cell(100)); // V is 700 m from L and 900 m from K
    town.streets = town.page.network();
    // K is full and lacks 1000 m2, of which W, beside it, closes 600; L has exactly what it needs.
    town.city.schools = {town.with_seats('K', 400, 400, 2000.0), town.with_seats('L', 400, 500, 3000.0)};
    for (const auto& [id, place, area_m2] : {std::tuple("V", 'V', 100.0), std::tuple("W", 'K', 600.0)}) {
        Venue venue;
        venue.id = id;
        venue.at = town.page.at(place);
        venue.area_m2 = area_m2;
        town.city.venues.push_back(venue);
    }
    town.settings.channels[Channel::rent] = {true, 60.0, std::nullopt};
    CHECK(town.screened(town.estate(100)).estate.verdict == Verdict::conditional); // L rents 94.5 m2 of V, K lacks 400 m2 as before
    CHECK(town.screened(town.estate(110)).estate.verdict == Verdict::fail);        // 103.95
}

TEST_CASE("a school that lacks ground shares none, though more pupils ask for less", "[screening]")
{
    Town town;
    // One primary pupil asks by its small share for 331 x 407.5 m2 of the school; ten for 340 x 47.5.
    town.settings.standard.of_stage[Stage::primary] = StageStandard({{1, 400.0, 7.5}});
    town.city.schools = {school("K", 1, 300, town.page.at('K'))};
    town.city.schools[0].outdoor_m2 = 5000.0;
    const WalkNetworkView walking{&town.streets, {}};
    const Results results = analyse(town.city, walking, town.settings, [](Step) {});
    const AnalysedCity analysed{town.city, results, walking, town.settings};
    const std::vector<SchoolStanding> schools = standings(analysed);
    const Reallocation again(analysed, schools, {std::vector<bool>(1), std::vector<bool>(1)});
    const PupilLoad nine = {{ExactPupils::whole(9), {}, {}}};
    CHECK(required_with(schools[0], {}, town.settings.standard)->square_metres() == 134882.5);
    CHECK(required_with(schools[0], nine, town.settings.standard)->square_metres() == 16150.0);
    const Assessment state = again.must_close(SchoolIndex(0), {}, nine, LoadCount::exact);
    CHECK(state.gap == ExactArea());
    CHECK(state.surplus == ExactArea()); // it lacks 11,150 m2 itself
    // With ground for ten but not for one it may give what ten leave.
    town.city.schools[0].outdoor_m2 = 17000.0;
    const Results richer = analyse(town.city, walking, town.settings, [](Step) {});
    const AnalysedCity rich{town.city, richer, walking, town.settings};
    const std::vector<SchoolStanding> standing = standings(rich);
    const Reallocation once_more(rich, standing, {std::vector<bool>(1), std::vector<bool>(1)});
    CHECK(once_more.must_close(SchoolIndex(0), {}, nine, LoadCount::exact).surplus.square_metres() == 850.0);
}

TEST_CASE("estates of the same year as a site take their seats before it, later ones do not", "[screening]")
{
    Town town;
    town.city.schools.pop_back(); // 100 seats at K
    Estate ahead = town.estate(400);
    ahead.id = "ahead"; // 50.4 pupils
    town.city.estates = {ahead};
    CHECK(town.screened(town.estate(10)).carries_households == 393); // 49.6 / 0.126
    town.city.estates[0].first_phase_year = 2023;
    CHECK(town.screened(town.estate(10)).carries_households == 793);
}
