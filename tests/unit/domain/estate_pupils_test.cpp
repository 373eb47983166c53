// Pupils of estates, seats of schools, and the school that is missing.
#include "domain/screening/new_school.hpp"
#include "domain/seats/estate_pupils.hpp"
#include "domain/seats/seats.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <algorithm>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

SchoolSeats seats_of(const School& school, const Limits& limits = {})
{
    City city;
    city.schools = {school};
    Findings findings;
    return free_seats(city, ownership(city, {}, findings), limits).front();
}

} // namespace

TEST_CASE("10 000 residents have 450 primary and 220 junior pupils", "[estate]")
{
    Estate estate;
    estate.population = 10000.0;
    const auto pupils = estate_pupils(estate, {}, {});
    CHECK(pupils[Stage::primary].pupils == Approx(450.0));
    CHECK(pupils[Stage::junior].pupils == Approx(220.0));
    CHECK(pupils[Stage::junior].source == PupilSource::population);
    CHECK_FALSE(pupils[Stage::primary].per_household);
}

TEST_CASE("1500 dwellings have 189 primary and 92.4 junior pupils", "[estate]")
{
    Estate estate;
    estate.households = 1500.0;
    const auto pupils = estate_pupils(estate, {}, {});
    CHECK(*pupils[Stage::primary].pupils == Approx(189.0));
    CHECK(*pupils[Stage::junior].pupils == Approx(92.4));
    CHECK(ExactPupils::rounded(*pupils[Stage::junior].pupils).thousandths() == 92400);
    CHECK(pupils[Stage::primary].per_household == Approx(0.126));
}

TEST_CASE("the rates of a young city give 25 000 residents 1200 and 600 pupils", "[estate]")
{
    Estate estate;
    estate.population = 25000.0;
    EstateSettings settings;
    settings.pupils_per_1000 = {{48.0, 24.0, 0.0}};
    const auto pupils = estate_pupils(estate, {}, settings);
    CHECK(*pupils[Stage::primary].pupils == Approx(1200.0));
    CHECK(*pupils[Stage::junior].pupils == Approx(600.0));
}

TEST_CASE("a pupil column goes before residents and residents before households, stage by stage", "[estate]")
{
    Estate estate;
    estate.households = 1000.0;
    estate.population = 2000.0;
    estate.pupils[Stage::primary] = 77.5;
    const auto pupils = estate_pupils(estate, {}, {});
    CHECK(pupils[Stage::primary].pupils == 77.5);
    CHECK(pupils[Stage::primary].per_household == Approx(0.0775));
    CHECK(*pupils[Stage::junior].pupils == Approx(44.0));
    CHECK(pupils[Stage::junior].source == PupilSource::population);
}

TEST_CASE("an estate of which no number is known has no pupils, not zero", "[estate]")
{
    const auto pupils = estate_pupils(Estate(), {}, {});
    CHECK_FALSE(pupils[Stage::primary].pupils);
    CHECK_FALSE(pupils_in_year(Estate(), Stage::junior, 2025, {}, {}));
}

TEST_CASE("yields go before rates and grow with the years after the first homes", "[estate]")
{
    Estate estate;
    estate.households = 100.0;
    estate.population = 9999.0;
    estate.dwelling = "tower";
    estate.first_phase_year = 2022;
    const std::vector<DwellingYield> yields = {{"tower", 0, {{0.05, 0.01, {}}}},
                                               {"tower", 3, {{0.20, 0.04, {}}}},
                                               {"tower", 8, {{0.15, 0.09, {}}}},
                                               {"villa", 0, {{9.0, 9.0, {}}}}};
    CHECK(*estate_pupils(estate, yields, {})[Stage::primary].pupils == Approx(20.0));
    CHECK(*estate_pupils(estate, yields, {})[Stage::junior].pupils == Approx(9.0));
    CHECK(pupils_in_year(estate, Stage::primary, 2021, yields, {}) == 0.0);
    CHECK(*pupils_in_year(estate, Stage::primary, 2022, yields, {}) == Approx(5.0));
    CHECK(*pupils_in_year(estate, Stage::primary, 2026, yields, {}) == Approx(20.0));
    CHECK(*pupils_in_year(estate, Stage::primary, 2040, yields, {}) == Approx(15.0));
}

TEST_CASE("seats are the capacity, else the classes at their limit, less the enrolment", "[seats]")
{
    School one = school("A", 400);
    CHECK_FALSE(seats_of(one).free[Stage::primary]);
    one.classes[Stage::primary] = 10;
    CHECK(seats_of(one).free[Stage::primary] == 50);
    one.capacity[Stage::primary] = 380;
    CHECK(seats_of(one).free[Stage::primary] == -20);
    CHECK_FALSE(seats_of(one).takes_in[Stage::junior]);
}

TEST_CASE("no more seats than the size of the school leaves", "[seats]")
{
    School one = school("A", 1900);
    one.capacity[Stage::primary] = 2600;
    CHECK(seats_of(one).free[Stage::primary] == 100);
    one.built_year = 2010;
    CHECK(seats_of(one).free[Stage::primary] == 500);
    one.built_year = 2011;
    CHECK(seats_of(one).free[Stage::primary] == 100);
    one.migrant_share = 0.51;
    CHECK(seats_of(one).free[Stage::primary] == 500);
}

TEST_CASE("a nine-year school may have 2500 pupils, and its stages share what that leaves", "[seats]")
{
    School one = school("A", 1500, 900);
    one.capacity[Stage::primary] = 1700;
    one.capacity[Stage::junior] = 950;
    const SchoolSeats seats = seats_of(one);
    CHECK(seats.free[Stage::primary] == 100);
    CHECK(seats.free[Stage::junior] == 50);
    CHECK(seats.room == 100);
}

TEST_CASE("seats are unknown where the enrolment is", "[seats]")
{
    School one = school("A", 0);
    one.has_stage[Stage::primary] = true;
    one.pupils[Stage::primary] = std::nullopt;
    one.capacity[Stage::primary] = 600;
    CHECK_FALSE(seats_of(one).free[Stage::primary]);
    one.phase = SchoolPhase::planned;
    CHECK(seats_of(one).free[Stage::primary] == 600);
}

TEST_CASE("pupils without a seat need whole classes, a standard ground and earn the reward", "[estate]")
{
    const auto needs = [](double primary, double junior) {
        return new_school_for({{ExactPupils::rounded(primary), ExactPupils::rounded(junior), {}}}, {}, {});
    };
    CHECK(needs(0.0, 0.0).field_m2 == 0.0);
    CHECK(needs(540.0, 0.0).classes[Stage::primary] == 12);
    CHECK(needs(540.0, 0.0).field_m2 == 6288.0);
    CHECK(needs(540.001, 0.0).classes[Stage::primary] == 13);
    CHECK(needs(540.001, 0.0).field_m2 == 8533.0);
    // 24 primary classes earn 3.6, 24 junior classes 6 million yuan.
    CHECK(needs(1080.0, 0.0).reward_yuan == 3600000.0);
    CHECK(needs(0.0, 1200.0).reward_yuan == 6000000.0);
    // 1200 junior pupils x 10.2 is more than the standard set of 11260 m2.
    CHECK(needs(0.0, 1200.0).field_m2 == Approx(12240.0));
    CHECK(needs(0.0, 1.0).field_m2 == 8533.0);
    // 37 classes: one full set and the smallest.
    CHECK(needs(45.0 * 37.0, 0.0).field_m2 == 12109.0 + 6288.0);
}

TEST_CASE("the latest row of the yields table not after the year counts, in whichever order they stand", "[estate]")
{
    Estate estate;
    estate.dwelling = "tower";
    estate.households = 100.0;
    estate.first_phase_year = 2022;
    std::vector<DwellingYield> yields = {{"tower", 4, {{0.2, {}, {}}}}, {"tower", 0, {{0.05, {}, {}}}}, {"tower", 2, {{0.1, {}, {}}}}};
    for (int turn = 0; turn < 3; ++turn) {
        CAPTURE(turn);
        CHECK(*pupils_in_year(estate, Stage::primary, 2022, yields, {}) == Approx(5.0));
        CHECK(*pupils_in_year(estate, Stage::primary, 2025, yields, {}) == Approx(10.0));
        CHECK(*pupils_in_year(estate, Stage::primary, 2030, yields, {}) == Approx(20.0));
        std::rotate(yields.begin(), yields.begin() + 1, yields.end());
    }
}
