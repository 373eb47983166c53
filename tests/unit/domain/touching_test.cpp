#include "domain/walk/touching.hpp"
#include "support/catch.hpp"

#include <limits>
#include <random>

using namespace fieldgap;

namespace {

gis::Line by_trying_all(const std::vector<gis::Point>& a, const std::vector<gis::Point>& b)
{
    gis::Line best{{-1, -1}, {-1, -1}};
    double least_m = std::numeric_limits<double>::infinity();
    for (const gis::Point& one : a) {
        for (const gis::Point& other : b) {
            if (gis::distance_m(one, other) < least_m) {
                least_m = gis::distance_m(one, other);
                best = {one, other};
            }
        }
    }
    return best;
}

} // namespace

TEST_CASE("the closest two entries are those that trying all finds, equal ones too", "[touching]")
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto points = [&](std::size_t count) {
            std::vector<gis::Point> list;
            while (list.size() < count) { // whole metres: many are equally far
                list.push_back({static_cast<double>(random() % 12), static_cast<double>(random() % (seed % 3 == 0 ? 1 : 12))});
            }
            return list;
        };
        const auto a = points(random() % 20);
        const auto b = points(random() % 20);
        CHECK(touching_line(a, b, {-1, -1}) == by_trying_all(a, b));
    }
}
