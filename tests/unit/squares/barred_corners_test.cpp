// Barred nodes on the rings of squares: who comes onto the ground there, who does not, and what an entry beside them sees.

#include "gis/walking/access_sights.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/drawn_streets.hpp"
#include "support/journey.hpp"

#include <cmath>
#include <optional>

namespace {

/// 80 m x 60 m around the nodes a (0, 0), b (80, 0), c (80, 60) and d (0, 60).
struct Plaza
{
    explicit Plaza(std::uint8_t flags_a = 0, std::uint8_t flags_b = 0)
        : a(drawn.node(0, 0, flags_a)), b(drawn.node(80, 0, flags_b)), c(drawn.node(80, 60)), d(drawn.node(0, 60))
    {
    }

    /// A street of more than 1 km.
    void street(std::uint32_t from, double to_x, double to_y) { drawn.way({from, drawn.node(to_x, to_y)}); }
    void private_way(std::uint32_t from, double to_x, double to_y) { drawn.way({from, drawn.node(to_x, to_y)}, {}, gis::line_private); }

    DrawnStreets drawn;
    std::uint32_t a, b, c, d;
};

gis::SiteAccesses joined(const gis::WalkNetwork& network, const gis::Point& entry)
{
    gis::SiteAccesses sites = AsciiTown::joined(network, std::vector<gis::Point>{entry});
    gis::add_sights(sites, gis::EdgeIndex(network));
    return sites;
}

/// Nothing where there is no walk within an hour.
std::optional<double> metres(const DrawnStreets& drawn, const gis::Point& from, const gis::Point& to)
{
    Journey journey{drawn.network(), {}, {}, {}};
    journey.sources = joined(journey.network, from);
    journey.targets = joined(journey.network, to);
    gis::ReachSettings hour;
    hour.limit_s = 3600.0;
    journey.walks =
        gis::walks_within(journey.network, gis::arc_seconds(journey.network, hour.pace), journey.sources, journey.targets, hour);
    if (journey.walks.walk.empty()) {
        return std::nullopt;
    }
    CHECK(is_close(length_m(journey.line()), journey.walks.walk[0].metres, 0.0, 0.01));
    return journey.walks.walk[0].metres;
}

bool is_walked(const DrawnStreets& drawn, const gis::Point& from, const gis::Point& to, double expected_m)
{
    const auto there = metres(drawn, from, to);
    const auto back = metres(drawn, to, from);
    CAPTURE(there.value_or(-1.0), back.value_or(-1.0));
    CHECK(there.has_value());
    return there && back && is_close(*there, expected_m, 0.0, 0.01) && is_close(*back, expected_m, 0.0, 0.01);
}

} // namespace

TEST_CASE("a public way leads through a private gate straight onto a private square")
{
    Plaza plaza(gis::node_private);
    plaza.drawn.square({plaza.a, plaza.b, plaza.c, plaza.d}, {}, {}, gis::line_private);
    plaza.street(plaza.a, -1200, 0);
    CHECK(is_walked(plaza.drawn, {-300, 0}, {48, 36}, 300.0 + 60.0));
    CHECK(is_walked(plaza.drawn, {-300, 0}, {84, 60}, 300.0 + 100.0 + 4.0)); // beside the far corner
}

TEST_CASE("a private way leads through its gate straight onto a public square, and a public way beside it does not")
{
    Plaza plaza(gis::node_private);
    plaza.drawn.square({plaza.a, plaza.b, plaza.c, plaza.d});
    plaza.street(plaza.c, 80, 1500);
    plaza.street(plaza.a, -1200, 0);
    plaza.private_way(plaza.a, 0, -200);
    CHECK(is_walked(plaza.drawn, {0, -100}, {80, 160}, 100.0 + 100.0 + 100.0));
    CHECK(is_walked(plaza.drawn, {0, -100}, {48, 36}, 100.0 + 60.0));
    CHECK(is_walked(plaza.drawn, {0, -100}, {-300, 0}, 100.0 + 300.0));
    CHECK_FALSE(metres(plaza.drawn, {-300, 0}, {80, 160}));
    CHECK_FALSE(metres(plaza.drawn, {48, 36}, {-300, 0}));
}

TEST_CASE("one sees the gate of a private way from within a square that has no other corner")
{
    Plaza plaza(gis::node_private);
    plaza.drawn.square({plaza.a, plaza.b, plaza.c, plaza.d});
    plaza.private_way(plaza.a, 0, -1200);
    CHECK(is_walked(plaza.drawn, {0, -100}, {48, 36}, 100.0 + 60.0));
}

TEST_CASE("nobody passes a gate from one public square to another")
{
    Plaza plaza(gis::node_private);
    plaza.drawn.square({plaza.a, plaza.b, plaza.c, plaza.d});
    const auto beyond = plaza.drawn.nodes({{-80, 0}, {-80, -60}, {0, -60}});
    plaza.drawn.square({plaza.a, beyond[0], beyond[1], beyond[2]});
    plaza.street(plaza.c, 80, 1500);
    plaza.street(beyond[1], -80, -1500);
    plaza.private_way(plaza.a, 100, -100);
    CHECK_FALSE(metres(plaza.drawn, {40, 30}, {-40, -30}));
    CHECK(is_walked(plaza.drawn, {100, -100}, {-80, -160}, std::hypot(100, 100) + 100.0 + 100.0));
}

TEST_CASE("an entry beside a square sees across it where its outline runs between two barred nodes")
{
    for (const std::uint8_t barred : {gis::node_private, gis::node_barred}) {
        for (const bool is_inward : {true, false}) {
            Plaza plaza(barred, barred);
            const auto bend = plaza.drawn.node(40, is_inward ? 10 : 0);
            plaza.drawn.square({plaza.a, bend, plaza.b, plaza.c, plaza.d});
            plaza.street(plaza.c, 80, 1500);
            CAPTURE(barred, is_inward);
            CHECK(is_walked(plaza.drawn, {-3, -4}, {80, 160}, 5.0 + 100.0 + 100.0));
            const double across_m = is_inward ? std::hypot(40, 50) : 2.0 + std::hypot(40, 60);
            CHECK(is_walked(plaza.drawn, {40, is_inward ? 10.0 : -2.0}, {80, 160}, across_m + 100.0));
        }
    }
}

TEST_CASE("at the inward corner of a square one turns also where it is barred")
{
    for (const std::uint8_t barred : {gis::node_private, gis::node_barred}) {
        DrawnStreets drawn;
        const auto ring = drawn.nodes({{0, 0}, {100, 0}, {100, 40}});
        const auto corner = drawn.node(40, 40, barred);
        const auto rest = drawn.nodes({{40, 100}, {0, 100}});
        drawn.square({ring[0], ring[1], ring[2], corner, rest[0], rest[1]});
        drawn.way({drawn.node(1300, 0), ring[1]});
        drawn.way({drawn.node(0, 1300), rest[1]});
        CHECK(is_walked(drawn, {200, 0}, {0, 200}, 100.0 + 2.0 * std::hypot(60, 40) + 100.0));
        CHECK(is_walked(drawn, {100, 40}, {40, 100}, 120.0)); // along the outline
    }
}

TEST_CASE("an entry beside a private way along the ring of a public square joins both")
{
    Plaza plaza;
    plaza.drawn.square({plaza.a, plaza.b, plaza.c, plaza.d});
    plaza.street(plaza.a, 0, -1200);
    const auto west = plaza.drawn.node(-100, 60);
    plaza.drawn.way({west, plaza.drawn.node(-1300, 60)});
    plaza.drawn.way({west, plaza.d, plaza.c}, {}, gis::line_private);
    CHECK(is_walked(plaza.drawn, {45, 65}, {-200, 60}, 5.0 + 45.0 + 100.0 + 100.0)); // along the private way
    CHECK(is_walked(plaza.drawn, {45, 65}, {0, -100}, 5.0 + 75.0 + 100.0));          // over the square
    CHECK_FALSE(metres(plaza.drawn, {-200, 60}, {0, -100}));
}
