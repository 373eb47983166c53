#include "gis/geometry/overlay.hpp"
#include "gis/geometry/rings.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <cmath>
#include <numbers>
#include <random>

using namespace gis;

namespace {

/// A star round the origin, whose radius is drawn for each corner.
Ring star(std::mt19937_64& random, std::size_t corners)
{
    std::uniform_real_distribution<double> radius(50.0, 100.0);
    Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double r = radius(random);
        ring.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

bool is_valid(const Ring& ring)
{
    return !repaired({Polygon{ring, {}}}).was_invalid;
}

} // namespace

TEST_CASE("a ring called simple is valid for GEOS as well, whatever its corners", "[rings]")
{
    std::size_t simple = 0;
    std::size_t crossed = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        Ring ring = star(random, 5 + seed % 60);
        if (seed % 2 == 0) { // two corners change places: most such rings cross themselves
            std::swap(ring[1 + seed % (ring.size() - 3)], ring[2 + seed % (ring.size() - 3)]);
        }
        if (seed % 5 == 0) { // corners on whole metres touch edges and each other
            for (Point& corner : ring) {
                corner = {std::round(corner.x / 20.0), std::round(corner.y / 20.0)};
            }
        }
        if (is_surely_simple(ring)) {
            ++simple;
            REQUIRE(is_valid(ring));
        } else {
            crossed += is_valid(ring) ? 0U : 1U;
        }
    }
    CHECK(simple > 100);
    CHECK(crossed > 50);
}

TEST_CASE("a ring that touches, crosses or runs back over itself is never called simple", "[rings]")
{
    CHECK(is_surely_simple(shapes::rectangle_ring(0, 0, 10, 10)));
    CHECK_FALSE(is_surely_simple({{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}));                     // a bow tie
    CHECK_FALSE(is_surely_simple({{0, 0}, {10, 0}, {10, 10}, {5, 0}, {0, 10}, {0, 0}}));             // touches its own edge
    CHECK_FALSE(is_surely_simple({{0, 0}, {10, 0}, {10, 10}, {10, 15}, {10, 10}, {0, 10}, {0, 0}})); // a spike
    CHECK_FALSE(is_surely_simple({{0, 0}, {10, 0}, {10, 0}, {10, 10}, {0, 0}}));                     // a corner twice
    CHECK_FALSE(is_surely_simple({{0, 0}, {10, 0}, {0, 0}, {0, 0}}));
    CHECK_FALSE(is_surely_simple({}));
}

TEST_CASE("a large ring is proven simple, and one crossing in it is found", "[rings]")
{
    std::mt19937_64 random(7);
    Ring ring;
    const std::size_t corners = 100'000;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(corners);
        const double r = 1000.0 + 0.01 * static_cast<double>(random() % 3);
        ring.push_back({r * std::cos(angle), r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    CHECK(is_surely_simple(ring));
    std::swap(ring[500], ring[502]);
    CHECK_FALSE(is_surely_simple(ring));
    CHECK_FALSE(is_valid(ring));
}
