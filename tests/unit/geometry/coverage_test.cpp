#include "gis/geometry/coverage.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <random>

using namespace gis;
using namespace shapes;

namespace {

/// The plain way: what the union of all before leaves.
double plainly_left_m2(const std::vector<MultiPolygon>& before, const MultiPolygon& ground)
{
    return area(difference(ground, united(before))).square_metres();
}

} // namespace

TEST_CASE("a coverage leaves what the union of its pieces leaves", "[coverage]")
{
    const auto seed = GENERATE(1U, 2U, 3U, 4U);
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    Coverage coverage(Box{-200, -200, 200, 200});
    std::vector<MultiPolygon> pieces;
    for (int i = 0; i < 150; ++i) {
        MultiPolygon ground = random_ground(random, 100.0, i % 3 == 0 ? 60.0 : 15.0);
        if (i % 10 == 9) {
            ground = pieces[static_cast<std::size_t>(i) / 2]; // the very same again
        }
        CHECK(coverage.left_of(ground).square_metres() == Approx(plainly_left_m2(pieces, ground)).margin(1e-6));
        coverage.add(ground);
        pieces.push_back(std::move(ground));
    }
}

TEST_CASE("pieces that only touch leave each other whole", "[coverage]")
{
    Coverage coverage(Box{0, 0, 400, 400});
    for (int i = 0; i < 400; ++i) {
        const double x = 20.0 * (i % 20);
        const double y = 20.0 * static_cast<double>(i / 20);
        CHECK(coverage.left_of(rectangle(x, y, x + 20, y + 20)).square_metres() == Approx(400.0).margin(1e-6));
        coverage.add(rectangle(x, y, x + 20, y + 20));
    }
    CHECK(coverage.left_of(rectangle(1, 1, 399, 399)).square_metres() == 0.0);
}

TEST_CASE("nothing is left of ground that is covered, and all of ground beside it", "[coverage]")
{
    Coverage coverage(Box{0, 0, 100, 100});
    CHECK(coverage.left_of({}).square_metres() == 0.0);
    coverage.add(rectangle(0, 0, 50, 100));
    CHECK(coverage.left_of(rectangle(10, 10, 40, 40)).square_metres() == 0.0);
    CHECK(coverage.left_of(rectangle(50, 0, 100, 100)).square_metres() == Approx(5000.0));
    CHECK(coverage.left_of(rectangle(40, 0, 60, 10)).square_metres() == Approx(100.0));
}
