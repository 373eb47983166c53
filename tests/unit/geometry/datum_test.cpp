#include "gis/geometry/datum.hpp"
#include "support/catch.hpp"

#include <random>

using namespace gis;

namespace {

bool are_within(const Point& a, const Point& b, double degrees)
{
    return std::fabs(a.x - b.x) <= degrees && std::fabs(a.y - b.y) <= degrees;
}

struct Shift
{
    const char* place;
    Point wgs84;
    Point gcj02;
    Point bd09;
};

// docs/standards.md 5.2, computed with the published formula; Beijing and Suzhou also published as such.
const Shift known_shifts[] = {
    {"Tianjin", {117.20, 39.13}, {117.20630499, 39.13103531}, {117.21283793, 39.13697117}},
    {"Binhai", {117.70, 39.02}, {117.70625981, 39.02089146}, {117.71268862, 39.02716266}},
    {"Jizhou", {117.40, 40.05}, {117.40668809, 40.05143287}, {117.41326135, 40.05715635}},
    {"Beijing station", {116.42079, 39.90105}, {116.42702208, 39.90244631}, {116.43350107, 39.90849972}},
};

} // namespace

TEST_CASE("known places are shifted as published", "[datum]")
{
    for (const Shift& shift : known_shifts) {
        CAPTURE(shift.place);
        CHECK(are_within(gcj02_of(shift.wgs84), shift.gcj02, 1e-8));
        CHECK(are_within(bd09_of(shift.wgs84), shift.bd09, 1e-8));
        CHECK(are_within(wgs84_from_gcj02(shift.gcj02), shift.wgs84, 2e-8));
        CHECK(are_within(wgs84_from_bd09(shift.bd09), shift.wgs84, 2e-8));
    }
    CHECK(are_within(gcj02_of({120.596931, 31.280844}), {120.60109998, 31.27864862}, 1e-6)); // Suzhou, published
    CHECK(are_within(gcj02_of({116.42079, 39.90105}), {116.42703, 39.90245}, 1e-5));         // Beijing station, published to 1e-5
}

TEST_CASE("every place in China comes back to better than 1e-9 degrees", "[datum]")
{
    const std::uint64_t seed = 3;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> longitude(73.5, 135.0);
    std::uniform_real_distribution<double> latitude(18.0, 53.6);
    for (int i = 0; i < 2000; ++i) {
        const Point place = {longitude(random), latitude(random)};
        CAPTURE(place.x, place.y);
        REQUIRE(are_within(wgs84_from_gcj02(gcj02_of(place)), place, 1e-9));
        REQUIRE(are_within(wgs84_from_bd09(bd09_of(place)), place, 1e-9));
    }
}

TEST_CASE("outside China nothing is shifted", "[datum]")
{
    for (const Point place : {Point{9.5, 47.1}, Point{-8.6, 41.15}, Point{139.7, 35.7}, Point{103.8, 0.5}, Point{105.0, 56.0}}) {
        CAPTURE(place.x, place.y);
        CHECK(gcj02_of(place) == place);
        CHECK(bd09_of(place) == place);
        CHECK(wgs84_from_gcj02(place) == place);
        CHECK(wgs84_from_bd09(place) == place);
    }
}
