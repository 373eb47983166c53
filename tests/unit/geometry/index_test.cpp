#include "gis/geometry/index.hpp"
#include "support/catch.hpp"

#include <random>

using namespace gis;

namespace {

std::vector<std::uint32_t> meeting_by_trying_all(const std::vector<Box>& boxes, const Box& window)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        const Box& box = boxes[i];
        const bool meets = box.min_x <= window.max_x && window.min_x <= box.max_x && box.min_y <= window.max_y && window.min_y <= box.max_y;
        if (meets && !box.is_empty() && !window.is_empty()) {
            found.push_back(i);
        }
    }
    return found;
}

Box random_box(std::mt19937_64& random)
{
    // Whole numbers, so that many only touch; some boxes are points or lines, some are empty.
    std::uniform_int_distribution<int> corner(0, 60);
    std::uniform_int_distribution<int> size(0, 6);
    const double x = corner(random);
    const double y = corner(random);
    const double width = size(random);
    return size(random) == 0 ? Box{} : Box{x, y, x + width, y + size(random)};
}

} // namespace

TEST_CASE("the index finds what trying every box finds, in ascending order", "[index]")
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random(seed);
        std::vector<Box> boxes;
        for (std::uint64_t i = 0; i < seed * 20; ++i) {
            boxes.push_back(random_box(random));
        }
        const BoxIndex index(boxes);
        for (int i = 0; i < 50; ++i) {
            const Box window = random_box(random);
            REQUIRE(index.meeting(window) == meeting_by_trying_all(boxes, window));
        }
    }
}

TEST_CASE("an index of nothing finds nothing, a window round everything finds all", "[index]")
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Box everywhere = {-infinity, -infinity, infinity, infinity};
    CHECK(BoxIndex({}).meeting(everywhere).empty());
    const std::vector<Box> boxes = {{0, 0, 1, 1}, {}, {5, 5, 5, 5}};
    CHECK(BoxIndex(boxes).meeting(everywhere) == std::vector<std::uint32_t>{0, 2});
    CHECK(BoxIndex(boxes).meeting({}).empty());
}

TEST_CASE("an index that was moved away lives on in its new place", "[index]")
{
    const std::vector<Box> boxes = {{0, 0, 1, 1}};
    BoxIndex index(boxes);
    const BoxIndex other = std::move(index);
    CHECK(other.meeting({1, 1, 2, 2}) == std::vector<std::uint32_t>{0});
    CHECK(other.meeting({1.001, 1, 2, 2}).empty());
}

TEST_CASE("grounds are found by what they hold and by their outlines", "[index]")
{
    const auto square = [](double x, double y, double side) {
        return MultiPolygon{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
    };
    const std::vector<MultiPolygon> grounds = {square(0, 0, 10), {}, square(5, 5, 10), square(20, 0, 2)};
    const PolygonIndex index(grounds);
    using Positions = std::vector<std::uint32_t>;
    CHECK(index.size() == 4);
    CHECK(index.holding({6, 6}) == Positions{0, 2});
    CHECK(index.first_holding({6, 6}) == 0U);
    CHECK_FALSE(index.first_holding({17, 2}).has_value());
    CHECK(index.near({17, 2}, 3.0) == Positions{2, 3});
    CHECK(index.with_outline_near({17, 2}, 3.0) == Positions{3});
    CHECK(index.with_outline_near({2.5, 2.5}, 2.5) == Positions{0});
    CHECK(index.holding_share(square(8, 2, 4), 0.5) == Positions{0}); // exactly half
    CHECK(index.holding_share(square(9, 2, 4), 0.5).empty());
    CHECK(index.holding_share(square(6, 6, 2), 1.0) == Positions{0, 2});
    CHECK(index.meeting({12, 12, 30, 30}) == Positions{2});
    CHECK(PolygonIndex(std::vector<const MultiPolygon*>()).holding({0, 0}).empty());
}
