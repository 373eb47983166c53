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
