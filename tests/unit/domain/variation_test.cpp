#include "domain/standard/variation.hpp"
#include "support/catch.hpp"

#include <vector>

using namespace fieldgap;

namespace {

/// Schools from pupils and area per pupil.
std::vector<StageGround> schools(std::initializer_list<std::pair<double, double>> list)
{
    std::vector<StageGround> all;
    for (const auto& [pupils, per_pupil_m2] : list) {
        all.push_back({pupils, pupils * per_pupil_m2});
    }
    return all;
}

} // namespace

TEST_CASE("the coefficient of variation is weighted by enrolment", "[variation]")
{
    const auto cv1 = variation(schools({{1000, 5}, {1000, 10}}));
    CHECK(cv1->mean_m2 == Approx(7.5));
    CHECK(cv1->cv == Approx(0.33333).margin(1e-5));

    const auto cv2 = variation(schools({{100, 15}, {300, 5}}));
    CHECK(cv2->cv == Approx(0.577350).margin(1e-6)); // the unweighted one would be 0.5
    CHECK(cv2->cv * cv2->mean_m2 == Approx(4.330127).margin(1e-6));

    const auto cv3 = variation(schools({{500, 6}, {500, 10}, {1000, 8}}));
    CHECK(cv3->mean_m2 == Approx(8.0));
    CHECK(cv3->cv == Approx(0.176777).margin(1e-6));
}

TEST_CASE("one school, or schools all alike, vary by nothing", "[variation]")
{
    CHECK(variation(schools({{700, 6.2}}))->cv == 0.0);
    CHECK(variation(schools({{400, 7.5}, {400, 7.5}, {400, 7.5}}))->cv == Approx(0.0).margin(1e-12));
}

TEST_CASE("the published example of five schools gives 0.515257", "[variation]")
{
    const std::vector<StageGround> cv5 = {{45, 279}, {37, 137}, {89, 935}, {76, 160}, {55, 402}};
    CHECK(variation(cv5)->mean_m2 == Approx(6.334437).margin(1e-6));
    CHECK(variation(cv5)->cv == Approx(0.515257).margin(1e-6));
}

TEST_CASE("there is no coefficient of variation without pupils or without ground", "[variation]")
{
    CHECK_FALSE(variation({}));
    CHECK_FALSE(variation(schools({{0, 5}})));
    CHECK_FALSE(variation(schools({{500, 0}, {300, 0}})));
}

TEST_CASE("the plain reading takes every school alike", "[variation]")
{
    const auto cv2 = plain_variation(schools({{100, 15}, {300, 5}, {0, 9}}));
    CHECK(cv2->mean_m2 == 10.0);
    CHECK(cv2->cv == 0.5);
    CHECK(plain_variation(schools({{1000, 5}, {1000, 10}}))->cv == Approx(variation(schools({{1000, 5}, {1000, 10}}))->cv));
    CHECK_FALSE(plain_variation(schools({{500, 0}, {300, 0}})));
    CHECK_FALSE(plain_variation({}));
}

TEST_CASE("a coefficient is rounded half up, and its limit is included", "[variation]")
{
    CHECK(rounded_cv(0.5044) == 0.50);
    CHECK(rounded_cv(0.515257) == 0.52);
    CHECK(rounded_cv(0.505) == 0.51);
    CHECK(rounded_cv(0.4449) == 0.44);
    CHECK(is_within_limit(0.5, 0.5));
    CHECK(is_within_limit(0.1 + 0.2, 0.3)); // 0.30000000000000004
    CHECK_FALSE(is_within_limit(0.5044, 0.5));
}
