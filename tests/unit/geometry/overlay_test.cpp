#include "gis/geometry/overlay.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/shapes.hpp"

#include <limits>
#include <random>

using namespace gis;
using shapes::rectangle;
using shapes::rectangle_ring;

namespace {

double m2(const MultiPolygon& ground)
{
    return area(ground).square_metres();
}

MultiPolygon both(const MultiPolygon& a, const MultiPolygon& b)
{
    const MultiPolygon grounds[] = {a, b};
    return united(grounds);
}

MultiPolygon with_hole(double hole_min_x, double hole_max_x)
{
    return {Polygon{rectangle_ring(0, 0, 10, 10), {rectangle_ring(hole_min_x, 4, hole_max_x, 8)}}};
}

} // namespace

TEST_CASE("area subtracts holes, whichever way a ring runs, and nothing has none", "[overlay]")
{
    CHECK(m2({}) == 0.0);
    CHECK(m2(rectangle(0, 0, 10, 10)) == 100.0);
    MultiPolygon ground = with_hole(1, 5);
    CHECK(m2(ground) == 84.0);
    std::reverse(ground[0].outer.begin(), ground[0].outer.end());
    CHECK(m2(ground) == 84.0);
    // Half a million metres from the centre a field of 20 m2 keeps its area.
    CHECK(is_close(m2(rectangle(500'000, 500'000, 500'005, 500'004)), 20.0, 1e-9));
}

TEST_CASE("union and intersection share out the area of two grounds", "[overlay]")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        const MultiPolygon a = shapes::random_ground(random, 120.0, 100.0);
        const MultiPolygon b = shapes::random_ground(random, 120.0, 100.0);
        const MultiPolygon shared = intersection(a, b);
        REQUIRE(is_close(m2(a) + m2(b), m2(both(a, b)) + m2(shared), 1e-9));
        REQUIRE(is_close(m2(difference(a, b)), m2(a) - m2(shared), 1e-9, 1e-6));
        REQUIRE(is_close(m2(intersection(b, a)), m2(shared), 1e-9, 1e-6));
        REQUIRE(is_close(m2(intersection(difference(a, b), b)), 0.0, 0.0, 1e-6));
        REQUIRE(repaired(both(a, b)).was_invalid == false);
        REQUIRE(is_within(a.front(), b.front(), 0.0) == (m2(shared) > 0.0));
    }
}

TEST_CASE("grounds that only touch share no ground", "[overlay]")
{
    CHECK(intersection(rectangle(0, 0, 10, 10), rectangle(10, 0, 20, 10)).empty());
    CHECK(intersection(rectangle(0, 0, 10, 10), rectangle(10, 10, 20, 20)).empty());
    CHECK(m2(both(rectangle(0, 0, 10, 10), rectangle(10, 0, 20, 10))) == 200.0);
}

TEST_CASE("overlay with nothing leaves what there was", "[overlay]")
{
    const MultiPolygon ground = rectangle(0, 0, 10, 10);
    CHECK(intersection(ground, {}).empty());
    CHECK(intersection({}, ground).empty());
    CHECK(difference(ground, {}) == ground);
    CHECK(difference({}, ground).empty());
    CHECK(difference(ground, ground).empty());
    CHECK(united({}).empty());
    CHECK(m2(both(ground, {})) == 100.0);
    CHECK(m2(both(ground, ground)) == 100.0);
}

TEST_CASE("a valid ground is kept, its rings oriented", "[repair]")
{
    MultiPolygon ground = with_hole(1, 5);
    std::reverse(ground[0].outer.begin(), ground[0].outer.end());
    const Repair repair = repaired(ground);
    CHECK_FALSE(repair.was_invalid);
    CHECK(repair.reason.empty());
    CHECK(repair.ground[0].outer == rectangle_ring(0, 0, 10, 10));
    CHECK(m2(repair.ground) == 84.0);
    CHECK_FALSE(repaired({}).was_invalid);
}

TEST_CASE("a bow tie becomes its two parts", "[repair]")
{
    const Repair repair = repaired({Polygon{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}});
    CHECK(repair.was_invalid);
    CHECK(repair.reason.find("Self-intersection") != std::string::npos);
    CHECK(repair.ground.size() == 2);
    CHECK(is_close(m2(repair.ground), 50.0, 1e-12));
}

TEST_CASE("a hole that sticks out takes away what it covers and adds nothing", "[repair]")
{
    const Repair repair = repaired(with_hole(6, 12));
    CHECK(repair.was_invalid);
    CHECK(is_close(m2(repair.ground), 84.0, 1e-12)); // LINEWORK would say 92: the part of the hole outside would become ground
}

TEST_CASE("parts that overlap count once", "[repair]")
{
    MultiPolygon ground = rectangle(0, 0, 10, 10);
    ground.push_back(rectangle(5, 0, 15, 10)[0]);
    const Repair repair = repaired(ground);
    CHECK(repair.was_invalid);
    CHECK(is_close(m2(repair.ground), 150.0, 1e-12));
}

TEST_CASE("what has no ground leaves none, and never stops the run", "[repair]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    MultiPolygon not_finite = rectangle(0, 0, 10, 10);
    not_finite[0].outer[2].x = nan;
    CHECK(repaired(not_finite).was_invalid);
    CHECK(repaired(not_finite).ground.empty());
    not_finite[0].outer[2].x = infinity;
    CHECK(repaired(not_finite).ground.empty());
    MultiPolygon hole_not_finite = with_hole(1, nan);
    CHECK(repaired(hole_not_finite).ground.empty());

    CHECK(repaired({Polygon{{{0, 0}, {5, 5}, {10, 10}, {0, 0}}, {}}}).ground.empty()); // a line there and back
    CHECK(repaired({Polygon{{{3, 3}, {3, 3}, {3, 3}, {3, 3}}, {}}}).ground.empty());   // a point
    CHECK(repaired({Polygon{{{0, 0}, {10, 0}}, {}}}).ground.empty());                  // too short
    CHECK(repaired({Polygon{{}, {}}}).ground.empty());
}

TEST_CASE("whatever ring is drawn, its repair is valid and no larger than its hull", "[repair]")
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        std::uniform_int_distribution<int> corner(0, 8);
        Ring ring;
        for (int i = 0; i < 8; ++i) {
            const double x = corner(random);
            ring.push_back({x, static_cast<double>(corner(random))});
        }
        ring.push_back(ring.front());
        const Repair repair = repaired({Polygon{ring, {rectangle_ring(3, 3, 5, 5)}}});
        REQUIRE_FALSE(repaired(repair.ground).was_invalid);
        REQUIRE(m2(repair.ground) <= 64.0);
    }
}

TEST_CASE("the inner point lies inside the largest polygon", "[overlay]")
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        const MultiPolygon large = shapes::random_ground(random, 100.0, 100.0);
        MultiPolygon ground = rectangle(1000, 1000, 1001, 1001);
        ground.push_back(large[0]);
        REQUIRE(contains(large, inner_point(ground)));
    }
}

TEST_CASE("a point in a hole or outside is not contained", "[overlay]")
{
    const MultiPolygon ground = with_hole(1, 5);
    CHECK(contains(ground, {8, 8}));
    CHECK_FALSE(contains(ground, {3, 6}));
    CHECK_FALSE(contains(ground, {11, 6}));
    CHECK_FALSE(contains(MultiPolygon(), {0, 0}));
}

TEST_CASE("the distance to the outline is that to the nearest ring, inside and outside", "[overlay]")
{
    const MultiPolygon ground = with_hole(1, 5);
    CHECK(distance_to_outline_m(ground, {13, 14}) == 5.0);
    CHECK(distance_to_outline_m(ground, {9, 5}) == 1.0);
    CHECK(distance_to_outline_m(ground, {4, 6}) == 1.0); // the hole
    CHECK(distance_to_outline_m(ground, {10, 3}) == 0.0);
    CHECK(distance_to_outline_m(MultiPolygon(), {0, 0}) == std::numeric_limits<double>::infinity());
}

TEST_CASE("grounds a centimetre apart are within a centimetre, one inside the other too", "[overlay]")
{
    const Polygon ground = rectangle(0, 0, 10, 10).front();
    CHECK(is_within(ground, rectangle(10.0099, 0, 20, 10).front(), 0.01));
    CHECK_FALSE(is_within(ground, rectangle(10.0101, 0, 20, 10).front(), 0.01));
    CHECK(is_within(ground, rectangle(10, 10, 20, 20).front(), 0.0));
    CHECK(is_within(ground, rectangle(4, 4, 6, 6).front(), 0.0));
}
