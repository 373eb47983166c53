#include "gis/joining/crowded_points.hpp"

#include "gis/geometry/geodesic.hpp"
#include "gis/joining/vertex_joiner.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <limits>
#include <random>

namespace {

bool has_neighbour(const std::vector<gis::Point>& points, std::size_t which)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i != which && gis::geodesic_length_m(points[i], points[which]) <= gis::max_vertex_join_m) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("whoever has a neighbour within a centimetre is crowded, at any latitude", "[joining]")
{
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    for (const double latitude : {0.0, -31.0, 48.0, 69.9, 84.0, 89.0, 90.0}) {
        CAPTURE(latitude);
        std::uniform_real_distribution<double> somewhere(-1e-6, 1e-6);
        std::vector<gis::Point> points;
        for (int i = 0; i < 300; ++i) {
            points.push_back(
                {104.0 + somewhere(random) / std::max(0.1, 1.0 - latitude / 90.0), std::min(latitude + somewhere(random), 90.0)});
        }
        const std::vector<bool> is_crowded = gis::crowded(points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            REQUIRE((is_crowded[i] || !has_neighbour(points, i)));
        }
    }
}

TEST_CASE("few of many points that lie apart seem crowded", "[joining]")
{
    std::vector<gis::Point> points;
    for (int i = 0; i < 10'000; ++i) {
        points.push_back({i % 100 * 1.01e-4, i / 100 * 1.03e-4});
    }
    const std::vector<bool> is_crowded = gis::crowded(points);
    CHECK(std::count(is_crowded.begin(), is_crowded.end(), true) < 2'000);
    CHECK(gis::crowded({}).empty());
}

TEST_CASE("what is no number seems crowded", "[joining]")
{
    CHECK(gis::crowded({{std::numeric_limits<double>::quiet_NaN(), 0.0}, {1.0, 1.0}}) == std::vector<bool>{true, true});
}
