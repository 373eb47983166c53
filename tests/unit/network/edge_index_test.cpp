#include "gis/network/edge_index.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <limits>
#include <random>

namespace {

double distance_to_segment_m(const gis::Point& p, const gis::Point& a, const gis::Point& b)
{
    const double length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    const double t = length2 > 0.0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2, 0.0, 1.0) : 0.0;
    return gis::distance_m(p, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
}

double nearest_by_trying_all_m(const gis::WalkNetwork& network, const gis::Point& p)
{
    double least_m = std::numeric_limits<double>::infinity();
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        const auto line = network.line(gis::EdgeId{edge});
        for (std::size_t i = 1; network.edge_in_main[edge] != 0 && i < line.size(); ++i) {
            least_m = std::fmin(least_m, distance_to_segment_m(p, line[i - 1], line[i]));
        }
    }
    return least_m;
}

/// The point at a share of a line's length.
gis::Point point_along(std::span<const gis::Point> line, double share)
{
    double total_m = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        total_m += gis::distance_m(line[i - 1], line[i]);
    }
    double left_m = share * total_m;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double step_m = gis::distance_m(line[i - 1], line[i]);
        if (left_m <= step_m && step_m > 0.0) {
            return {line[i - 1].x + (line[i].x - line[i - 1].x) * left_m / step_m,
                    line[i - 1].y + (line[i].y - line[i - 1].y) * left_m / step_m};
        }
        left_m -= step_m;
    }
    return line.back();
}

/// Lines of random length, from a few metres to several kilometres.
gis::WalkNetwork random_network(std::mt19937& random)
{
    gis::Streets streets;
    streets.first_ref.push_back(0);
    std::uniform_real_distribution<double> place(-3000.0, 3000.0);
    std::uniform_real_distribution<double> size(0.0, 8.0);
    for (int line = 0; line < 300; ++line) {
        gis::Point at{place(random), place(random)};
        const double reach_m = std::exp(size(random));
        std::uniform_real_distribution<double> step(-reach_m, reach_m);
        for (int i = 0; i < 5; ++i) {
            streets.ref.push_back(static_cast<std::uint32_t>(streets.node.size()));
            streets.node.push_back(at);
            at = {at.x + (random() % 4 == 0 ? 0.0 : step(random)), at.y + (random() % 4 == 0 ? 0.0 : step(random))};
        }
        streets.first_ref.push_back(static_cast<std::uint32_t>(streets.ref.size()));
        streets.line_flags.push_back(0);
        streets.line_kind.push_back(0);
    }
    streets.node_flags.assign(streets.node.size(), 0);
    const gis::CityPlane plane({117.2, 39.1});
    plane.to_degrees(streets.node);
    return gis::build_walk_network(std::move(streets), plane);
}

} // namespace

TEST_CASE("an entry joins the middle of an edge, never only its nodes", "[access]")
{
    const AsciiTown town("a---------b---------c", metres_per_cell(100));
    const auto network = town.network();
    const auto access = gis::EdgeIndex(network).nearest(town.beside('a', 250.0, 30.0), 100.0);
    REQUIRE(access);
    CHECK(is_close(double{access->connector_m}, 30.0, 0.0, 1e-4));
    CHECK(is_close(access->on_edge.x, town.at('a').x + 250.0, 0.0, 1e-4));
    CHECK(is_close(double{std::min(access->fraction, 1.0F - access->fraction)}, 0.125, 0.0, 1e-6));
}

TEST_CASE("the longest connector counts, and nothing beyond it", "[access]")
{
    const AsciiTown town("a---------b", metres_per_cell(100));
    const auto network = town.network();
    const gis::EdgeIndex edges(network);
    const auto line = network.line(gis::EdgeId{0});
    const gis::Point end = line[0].x < line[1].x ? line[0] : line[1];
    CHECK(edges.nearest({end.x - 100.0, end.y}, 100.0).has_value());
    CHECK_FALSE(edges.nearest({end.x - 100.001, end.y}, 100.0).has_value());
    CHECK(is_close(edges.nearest({end.x - 50000.0, end.y}, 1e9)->connector_m, 50000.0, 1e-6));
}

TEST_CASE("equal distances go to the smaller edge, then the smaller share", "[access]")
{
    const AsciiTown town(R"(
        +---+---+
        |   |   |
        +---J---+
        |   |   |
        +---+---+
    )",
                         metres_per_cell(100));
    const auto network = town.network();
    const gis::EdgeIndex edges(network);
    const auto at_junction = edges.nearest(town.at('J'), 10.0);
    REQUIRE(at_junction);
    for (std::uint32_t edge = 0; edge < gis::index(at_junction->edge); ++edge) {
        const auto line = network.line(gis::EdgeId{edge});
        CHECK(distance_to_segment_m(at_junction->on_edge, line.front(), line.back()) > 0.0);
    }
    CHECK((at_junction->fraction == 0.0F || at_junction->fraction == 1.0F));
}

TEST_CASE("the index finds what trying all segments finds", "[access]")
{
    const auto seed = GENERATE(range(1U, 9U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto network = random_network(random);
    const gis::EdgeIndex edges(network);
    std::uniform_real_distribution<double> place(-6000.0, 6000.0);
    std::uniform_real_distribution<double> most(0.0, 2000.0);
    for (int i = 0; i < 500; ++i) {
        const gis::Point entry{place(random), place(random)};
        const double max_m = most(random);
        const double least_m = nearest_by_trying_all_m(network, entry);
        const auto access = edges.nearest(entry, max_m);
        CAPTURE(i, entry.x, entry.y, max_m, least_m);
        REQUIRE(access.has_value() == (least_m <= max_m));
        if (access) {
            CHECK(is_close(double{access->connector_m}, least_m, 1e-6));
            CHECK(is_close(gis::distance_m(entry, access->on_edge), least_m, 1e-6));
            const gis::Point along = point_along(network.line(access->edge), double{access->fraction});
            CHECK(gis::distance_m(along, access->on_edge) < 0.01);
        }
    }
}

TEST_CASE("nothing is near where there is no street or no place", "[access]")
{
    const gis::WalkNetwork empty;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK_FALSE(gis::EdgeIndex(empty).nearest({0.0, 0.0}, 1e9).has_value());
    const auto network = AsciiTown("a----------b", metres_per_cell(100)).network();
    const gis::EdgeIndex edges(network);
    CHECK_FALSE(edges.nearest({nan, 0.0}, 100.0).has_value());
    CHECK_FALSE(edges.nearest({infinity, 0.0}, infinity).has_value());
    CHECK_FALSE(edges.nearest({0.0, 0.0}, nan).has_value());
    CHECK_FALSE(edges.nearest({0.0, 0.0}, -1.0).has_value());
}

TEST_CASE("no box that has an entry near a street is said to be without one", "[access]")
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const gis::WalkNetwork network = random_network(random);
        const gis::EdgeIndex index(network);
        std::uniform_real_distribution<double> place(-4000.0, 4000.0);
        int without = 0;
        for (int i = 0; i < 2000; ++i) {
            const gis::Point at{place(random), place(random)};
            const double max_m = i % 2 == 0 ? 20.0 : 100.0;
            const gis::Box box = gis::Box{at.x, at.y, at.x, at.y}.widened(i % 3 == 0 ? 0.0 : 50.0);
            const bool may_have = index.may_have_within(box, max_m);
            CHECK((may_have || !index.nearest(at, max_m)));
            without += may_have ? 0 : 1;
        }
        CHECK(without > 50);
    }
    CHECK_FALSE(gis::EdgeIndex(gis::WalkNetwork()).may_have_within({-1e9, -1e9, 1e9, 1e9}, 100.0));
}
