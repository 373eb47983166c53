#include "domain/checks/ground_twins.hpp"
#include "domain/ground/counted_ground.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <random>

using namespace fieldgap;

namespace {

std::vector<const gis::MultiPolygon*> pointers_to(const std::vector<gis::MultiPolygon>& grounds)
{
    std::vector<const gis::MultiPolygon*> pointers;
    for (const gis::MultiPolygon& ground : grounds) {
        pointers.push_back(&ground);
    }
    return pointers;
}

/// The plain way of counting: each ground less every one before it.
double plainly_left_m2(const std::vector<gis::MultiPolygon>& grounds, std::size_t position)
{
    gis::MultiPolygon left = grounds[position];
    for (std::size_t before = 0; before < position; ++before) {
        left = gis::difference(left, grounds[before]);
    }
    return gis::area(left).square_metres();
}

/// The plain way of finding twins: each ground against every one before it, of copies against the first.
std::vector<Twins> plain_twins(const std::vector<gis::MultiPolygon>& grounds)
{
    std::vector<Twins> all;
    std::vector<bool> is_copy(grounds.size(), false);
    for (std::size_t later = 0; later < grounds.size(); ++later) {
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const double shared_m2 = gis::area(gis::intersection(grounds[earlier], grounds[later])).square_metres();
            const double all_m2 = gis::area(grounds[earlier]).square_metres() + gis::area(grounds[later]).square_metres() - shared_m2;
            if (!is_copy[earlier] && shared_m2 / all_m2 >= 0.95) {
                all.push_back({earlier, later, shared_m2 / all_m2, shared_m2});
                is_copy[later] = all.back().is_copy();
                break;
            }
        }
    }
    return all;
}

} // namespace

TEST_CASE("counting on a crowded spot gives what cutting one by one gives", "[counted]")
{
    const auto [seed, spread] = GENERATE(std::pair(1U, 20.0), std::pair(2U, 60.0), std::pair(3U, 400.0));
    CAPTURE(seed, spread);
    std::mt19937_64 random(seed);
    std::vector<gis::MultiPolygon> grounds;
    for (int i = 0; i < 160; ++i) {
        grounds.push_back(i % 8 == 7 ? grounds[static_cast<std::size_t>(i) / 2] : shapes::random_ground(random, spread, 30.0));
    }
    CountedGround counted(pointers_to(grounds));
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        CHECK(counted.left_m2(i) == Approx(plainly_left_m2(grounds, i)).margin(1e-6));
        counted.count(i);
    }
}

TEST_CASE("what is not counted takes nothing", "[counted]")
{
    const std::vector<gis::MultiPolygon> grounds = {shapes::rectangle(0, 0, 10, 10), shapes::rectangle(5, 0, 15, 10), {}};
    CountedGround counted(pointers_to(grounds));
    CHECK(counted.left_m2(1) == 100.0);
    counted.count(0);
    CHECK(counted.left_m2(1) == 50.0);
    CHECK(counted.left_m2(2) == 0.0);
}

TEST_CASE("twins are those that a comparison of each with each finds, to the last bit", "[grounds]")
{
    const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U);
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> jitter(-0.6, 0.6);
    std::vector<gis::MultiPolygon> grounds;
    for (int i = 0; i < 60; ++i) {
        if (i % 3 == 0) {
            grounds.push_back(shapes::random_ground(random, 30.0, 20.0));
            continue;
        }
        gis::MultiPolygon again = grounds[random() % grounds.size()];
        const gis::Point moved = i % 3 == 1 ? gis::Point() : gis::Point{jitter(random), jitter(random)};
        for (gis::Polygon& polygon : again) {
            for (gis::Point& point : polygon.outer) {
                point = {point.x + moved.x, point.y + moved.y};
            }
        }
        grounds.push_back(gis::repaired(again).ground);
    }
    const std::vector<Twins> twins = twins_among(pointers_to(grounds));
    const std::vector<Twins> plain = plain_twins(grounds);
    REQUIRE(twins.size() == plain.size());
    CHECK(plain.size() > 10);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        CHECK(twins[i].first == plain[i].first);
        CHECK(twins[i].second == plain[i].second);
        CHECK(twins[i].in_common == plain[i].in_common);
        CHECK(twins[i].shared_m2 == plain[i].shared_m2);
    }
}
