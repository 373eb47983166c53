// Enrolment of later years, where a school has branches.
#include "domain/screening/projection.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// A main school of 400 with a branch of 100, 3750 m2 of its own.
struct MainAndBranch
{
    AsciiTown page{"A--B---------z", metres_per_cell(100)};
    gis::WalkNetwork streets = page.network();
    City city;
    Settings settings;

    MainAndBranch()
    {
        city.schools = {school("A", 400, 0, page.at('A')), school("B", 100, 0, page.at('B'))};
        city.schools[0].outdoor_m2 = 3750.0;
        city.schools[1].parent_id = "A";
        settings.projection = {{{-0.10, 0.0, 0.0}}, 2020, 2022};
    }

    std::vector<ProjectedYear> years() const
    {
        const WalkNetworkView walking{&streets, {}};
        const Results results = analyse(city, walking, settings, [](Step) {});
        Findings findings;
        const EstateTable estates = serve_estates({city, results, walking, settings}, findings);
        return projected_gaps({city, results, walking, settings}, estates);
    }
};

} // namespace

TEST_CASE("columns of later years are summed over a school and its branches", "[projection]")
{
    MainAndBranch both;
    both.city.schools[0].projected = {{2021, {{500.0, {}, {}}}}};
    both.city.schools[1].projected = {{2021, {{60.0, {}, {}}}}};
    const auto years = both.years();
    REQUIRE(years.size() == 3);
    CHECK(years[0].enrolled[Stage::primary] == 500.0);
    CHECK(years[1].enrolled[Stage::primary] == 560.0);
    CHECK(years[1].gap.square_metres() == 60.0 * 7.5);
    CHECK(years[2].enrolled[Stage::primary] == Approx(500.0 * 0.81)); // no column: today's at the rate
}

TEST_CASE("a branch without a column of that year goes on at the rate beside its main school's column", "[projection]")
{
    MainAndBranch both;
    both.city.schools[0].projected = {{2021, {{500.0, {}, {}}}}};
    CHECK(both.years()[1].enrolled[Stage::primary] == Approx(500.0 + 90.0));
    both.city.schools[0].projected.clear();
    both.city.schools[1].projected = {{2021, {{60.0, {}, {}}}}};
    CHECK(both.years()[1].enrolled[Stage::primary] == Approx(360.0 + 60.0));
    // A branch of which nobody knows the pupils makes the sum unknown: only what is written counts.
    both.city.schools[0].projected = {{2021, {{500.0, {}, {}}}}};
    both.city.schools[1].projected.clear();
    both.city.schools[1].pupils[Stage::primary] = std::nullopt;
    CHECK(both.years()[1].enrolled[Stage::primary] == 500.0);
}

TEST_CASE("what is left of a later year's gap is what the allocation of that year leaves", "[projection]")
{
    MainAndBranch both;
    both.city.schools[0].projected = {{2021, {{500.0, {}, {}}}}};
    both.city.schools[1].projected = {{2021, {{60.0, {}, {}}}}};
    Venue venue;
    venue.id = "V";
    venue.at = both.page.at('B');
    venue.area_m2 = 300.0;
    both.city.venues = {venue};
    both.settings.channels[Channel::rent] = {true, 60.0, std::nullopt};
    const auto years = both.years();
    CHECK(years[0].residual.square_metres() == 0.0);
    CHECK(years[1].gap.square_metres() == 450.0);
    CHECK(years[1].residual.square_metres() == 150.0);
}
