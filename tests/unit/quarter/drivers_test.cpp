#include "domain/quarter/drivers.hpp"

#include "support/catch.hpp"

#include <random>

using namespace fieldgap;

TEST_CASE("CV-2: the small rich school brings three quarters of the variance")
{
    const std::vector<StageGround> schools = {{300, 1500}, {100, 1500}};
    const auto driven = quarter::driven_variation(schools, 3);
    REQUIRE(driven);
    CHECK(driven->variation.cv == Approx(0.577350).epsilon(1e-5));
    CHECK(driven->schools == 2);
    REQUIRE(driven->drivers.size() == 2);
    CHECK(driven->drivers[0].school == 1);
    CHECK(driven->drivers[0].per_pupil_m2 == 15.0);
    CHECK(driven->drivers[0].contribution == Approx(0.25 * 7.5 * 7.5));
    CHECK(driven->drivers[0].share == Approx(0.75));
    CHECK(driven->drivers[1].share == Approx(0.25));
}

TEST_CASE("schools that are all alike, or without pupils, drive nothing")
{
    const std::vector<StageGround> alike = {{400, 3000}, {400, 3000}, {0, 0}};
    const auto driven = quarter::driven_variation(alike, 3);
    REQUIRE(driven);
    CHECK(driven->schools == 2);
    CHECK(driven->drivers.empty());
    CHECK_FALSE(quarter::driven_variation(std::vector<StageGround>{{0, 100}}, 3));
    CHECK_FALSE(quarter::driven_variation({}, 3));
}

TEST_CASE("contributions of all schools add up to the variance, for random schools")
{
    const unsigned seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 100; ++round) {
        std::vector<StageGround> schools(1 + random() % 40);
        for (StageGround& school : schools) {
            school = {static_cast<double>(random() % 1000), static_cast<double>(random() % 20000)};
        }
        const auto driven = quarter::driven_variation(schools, schools.size());
        if (!driven) {
            continue;
        }
        const double s = driven->variation.cv * driven->variation.mean_m2;
        double sum = 0.0, share = 0.0, before = 1e300;
        for (const quarter::Driver& driver : driven->drivers) {
            sum += driver.contribution;
            share += driver.share;
            CHECK(driver.contribution <= before);
            before = driver.contribution;
        }
        CHECK(sum == Approx(s * s).margin(1e-12));
        CHECK((driven->drivers.empty() || share == Approx(1.0)));
    }
}
