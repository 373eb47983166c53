#include "gis/geometry/geodesic.hpp"
#include "gis/network/edge_index.hpp"
#include "gis/network/node_order.hpp"
#include "gis/network/part_lengths.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <numeric>
#include <random>
#include <set>

namespace {

/// Lines over numbered nodes at (x, y) metres.
gis::Streets streets_of(const std::vector<gis::Point>& metres, const std::vector<std::vector<std::uint32_t>>& lines)
{
    gis::Streets streets;
    streets.node = metres;
    gis::CityPlane({117.2, 39.1}).to_degrees(streets.node);
    streets.node_flags.assign(metres.size(), 0);
    streets.first_ref.push_back(0);
    for (const auto& line : lines) {
        streets.ref.insert(streets.ref.end(), line.begin(), line.end());
        streets.first_ref.push_back(static_cast<std::uint32_t>(streets.ref.size()));
        streets.line_flags.push_back(0);
        streets.line_kind.push_back(0);
    }
    return streets;
}

gis::WalkNetwork network_of(const gis::Streets& streets)
{
    return gis::build_walk_network(streets, gis::CityPlane({117.2, 39.1}));
}

double total_m(const gis::WalkNetwork& network)
{
    return std::accumulate(network.edge_length_m.begin(), network.edge_length_m.end(), 0.0);
}

/// Everything that the searches rely on.
void check_is_sound(const gis::WalkNetwork& network)
{
    REQUIRE(network.first_arc.size() == network.node_count() + 1);
    REQUIRE(network.arc.size() == 2 * network.edge_count());
    REQUIRE(network.head.size() == network.arc.size());
    REQUIRE(network.first_point.size() == network.edge_count() + 1);
    REQUIRE(network.point.size() == network.first_point.back());
    REQUIRE(network.edge_in_main.size() == network.edge_count());
    for (std::uint32_t node = 0; node < network.node_count(); ++node) {
        for (std::uint32_t i = network.first_arc[node]; i < network.first_arc[node + 1]; ++i) {
            const auto edge = gis::index(gis::edge_of(network.arc[i]));
            const bool backward = gis::is_backward(network.arc[i]);
            CHECK(gis::index(backward ? network.edge_to[edge] : network.edge_from[edge]) == node);
            CHECK(network.head[i] == (backward ? network.edge_from[edge] : network.edge_to[edge]));
        }
    }
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        CHECK(network.line(gis::EdgeId{edge}).size() >= 2);
        CHECK(network.edge_from[edge] <= network.edge_to[edge]);
    }
}

bool are_same(const gis::WalkNetwork& a, const gis::WalkNetwork& b)
{
    return a.first_arc == b.first_arc && a.node_signal == b.node_signal && a.head == b.head && a.arc == b.arc &&
           a.edge_from == b.edge_from && a.edge_to == b.edge_to && a.edge_length_m == b.edge_length_m && a.edge_flags == b.edge_flags &&
           a.edge_in_main == b.edge_in_main && a.first_point == b.first_point && a.point == b.point;
}

} // namespace

TEST_CASE("bends and joints of two lines are no junctions", "[network]")
{
    const AsciiTown town(R"(
        a---+---+
                |
        b---+---+---c
    )",
                         metres_per_cell(100));
    const auto network = town.network();
    check_is_sound(network);
    CHECK(network.node_count() == 4);
    REQUIRE(network.edge_count() == 3);
    std::multiset<int> lengths;
    for (const float length_m : network.edge_length_m) {
        lengths.insert(static_cast<int>(std::lround(length_m)));
    }
    CHECK(lengths == std::multiset<int>{400, 800, 1000});
}

TEST_CASE("lengths are those of the ellipsoid", "[network]")
{
    const auto network = network_of(streets_of({{0, 0}, {300, 400}, {300, -200}}, {{0, 1, 2}}));
    REQUIRE(network.edge_count() == 1);
    CHECK(is_close(network.edge_length_m[0], 1100.0, 0.0, 0.0005));
    CHECK(is_close(network.line(gis::EdgeId{0})[1].y, 400.0, 0.0, 1e-6));
}

TEST_CASE("steps and signals end an edge", "[network]")
{
    const auto network = AsciiTown("a---+===+---*---b", metres_per_cell(100)).network();
    check_is_sound(network);
    REQUIRE(network.edge_count() == 4);
    CHECK(network.node_count() == 5);
    CHECK(std::count(network.edge_flags.begin(), network.edge_flags.end(), gis::line_steps) == 1);
    CHECK(std::accumulate(network.node_signal.begin(), network.node_signal.end(), 0) == 1);
}

TEST_CASE("a barred node is one dead end for each line end that touches it", "[network]")
{
    const auto crossroads = AsciiTown(R"(
            b
            |
        a---!---c
            |
            d
    )",
                                      metres_per_cell(100))
                                .network();
    check_is_sound(crossroads);
    CHECK(crossroads.edge_count() == 4);
    CHECK(crossroads.node_count() == 8);

    auto line = streets_of({{0, 0}, {1000, 0}, {2000, 0}}, {{0, 1, 2}});
    line.node_flags[1] = gis::node_barred;
    CHECK(network_of(line).edge_count() == 2);
    CHECK(network_of(line).node_count() == 4);
}

TEST_CASE("a barred node that lets private ways through is one node for them, with a passage to each public way", "[network]")
{
    const AsciiTown town(R"(
            b
            |
        a---?~~~c
            ;
            d
    )",
                         metres_per_cell(100));
    const auto network = town.network();
    check_is_sound(network);
    CHECK(network.edge_count() == 4 + 2);
    CHECK(network.node_count() == 4 + 1 + 2);
    CHECK(is_close(total_m(network), 400.0 + 400.0 + 200.0 + 200.0, 0.0, 0.001));
    std::set<gis::NodeId> at_gate;
    for (std::uint32_t i = 0; i < network.edge_count(); ++i) {
        const gis::EdgeId edge{i};
        REQUIRE(network.is_passage(edge) == network.is_sight(edge));
        if (network.is_passage(edge)) {
            CHECK(network.line(edge).front() == network.line(edge).back());
            at_gate.insert({network.edge_from[i], network.edge_to[i]});
        }
    }
    CHECK(at_gate.size() == 3);
    auto shuffled = town.streets();
    std::swap(shuffled.ref[2], shuffled.ref[4]);
    std::swap(shuffled.ref[3], shuffled.ref[5]);
    std::swap(shuffled.line_flags[1], shuffled.line_flags[2]);
    CHECK(are_same(gis::build_walk_network(shuffled, town.plane()), network));
}

TEST_CASE("a node that lets private ways through has no passages where only public ones or only private ones meet", "[network]")
{
    CHECK(AsciiTown("a---?---b", metres_per_cell(100)).network().node_count() == 4);
    CHECK(AsciiTown("a~~~?~~~b", metres_per_cell(100)).network().node_count() == 3);
}

TEST_CASE("private ways make a part longer, and public ones that meet at a barred node do not count each other there", "[network]")
{
    const AsciiTown town(R"(
        a-----?-----b
              ;
              c

        d-----?~~~~~e
    )",
                         metres_per_cell(100));
    const auto network = town.network();
    const auto part_m = gis::part_lengths_m(network);
    std::multiset<int> of_edges; // a, b: 600 + 200 each; c: 600 + 600 + 200; d and e: 600 + 600
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        if (!network.is_sight(gis::EdgeId{edge})) {
            of_edges.insert(static_cast<int>(std::lround(part_m[edge])));
        }
    }
    CHECK(of_edges == std::multiset<int>{800, 800, 1200, 1200, 1400});
    const gis::EdgeIndex edges(network);
    CHECK_FALSE(edges.nearest(town.at('a'), 10.0));
    CHECK(edges.nearest(town.at('c'), 10.0));
    CHECK(edges.nearest(town.at('e'), 10.0));
}

TEST_CASE("entries join private edges as public ones, connections never", "[network]")
{
    const AsciiTown town("a----------?~~~~~b", metres_per_cell(100));
    const auto network = town.network();
    const gis::EdgeIndex edges(network);
    const auto at_gate = edges.nearest(town.beside('b', -600.0, 5.0), 10.0);
    REQUIRE(at_gate);
    CHECK_FALSE(network.is_sight(at_gate->edge));
    CHECK(network.is_private(edges.nearest(town.at('b'), 10.0)->edge));
}

TEST_CASE("rings, spikes, doubled lines and repeated nodes keep their length", "[network]")
{
    const std::vector<gis::Point> square{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {200, 0}};
    struct Case
    {
        std::vector<std::vector<std::uint32_t>> lines;
        std::size_t nodes, edges;
        double length_m;
    };
    const std::vector<Case> cases = {
        {{{0, 1, 2, 3, 0}}, 1, 1, 400},                                     // a ring alone
        {{{0, 1}, {2, 1}, {2, 3}, {0, 3}}, 1, 1, 400},                      // the same of four lines
        {{{0, 1, 2, 3, 0}, {1, 4}}, 2, 2, 500},                             // a ring on a stalk: a loop
        {{{0, 1, 4}, {0, 1}, {4, 1}}, 1, 2, 400},                           // doubled: out on one, back on the other
        {{{0, 1, 2}, {0, 3, 2}, {0, 4}, {2, 4}, {0, 2}}, 2, 4, 882.842712}, // parallel edges
        {{{0, 1, 0}}, 1, 1, 200},                                           // there and back
        {{{0, 0, 1, 1, 1, 4}}, 2, 1, 200},                                  // repeated nodes
        {{{3, 3}, {2}, {}}, 0, 0, 0},                                       // nothing to walk on
        {{{0, 1, 2, 0, 3}}, 2, 2, 100 + 100 + 141.42136 + 100},             // a line that meets itself
    };
    for (const Case& one : cases) {
        const auto network = network_of(streets_of(square, one.lines));
        CAPTURE(one.nodes, one.edges, one.length_m);
        check_is_sound(network);
        CHECK(network.node_count() == one.nodes);
        CHECK(network.edge_count() == one.edges);
        CHECK(is_close(total_m(network), one.length_m, 0.0, 0.001));
    }
}

TEST_CASE("only parts of at least a kilometre are joined", "[network]")
{
    const AsciiTown town(R"(
        a----+----b    +
                       |
        c----+---d     +--------e
    )",
                         metres_per_cell(100));
    const auto network = town.network();
    REQUIRE(network.edge_count() == 3);
    const gis::EdgeIndex edges(network);
    CHECK(edges.nearest(town.at('a'), 1.0).has_value()); // exactly 1000 m
    CHECK_FALSE(edges.nearest(town.at('c'), 1.0).has_value());
    CHECK(edges.nearest(town.at('e'), 1.0).has_value()); // 200 + 900 m
}

TEST_CASE("streets that only cross are not joined", "[network]")
{
    const auto network = network_of(streets_of({{0, 0}, {100, 0}, {50, -50}, {50, 50}}, {{0, 1}, {2, 3}}));
    CHECK(network.node_count() == 4);
    CHECK(network.edge_count() == 2);
}

TEST_CASE("the order and direction of the lines do not change the network", "[network]")
{
    const auto seed = GENERATE(range(1U, 21U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-500.0, 500.0);
    std::vector<gis::Point> nodes;
    for (int i = 0; i < 60; ++i) {
        nodes.push_back({place(random), place(random)});
    }
    std::vector<std::vector<std::uint32_t>> lines;
    for (int i = 0; i < 40; ++i) {
        std::vector<std::uint32_t> line;
        for (std::size_t left = 1 + random() % 5; left > 0; --left) {
            line.push_back(static_cast<std::uint32_t>(random() % nodes.size()));
        }
        lines.push_back(line);
    }
    auto streets = streets_of(nodes, lines);
    for (auto& flags : streets.node_flags) {
        flags = static_cast<std::uint8_t>(random() % 8 == 0 ? random() % 4 : 0);
    }
    const auto flags = streets.node_flags;
    const auto network = network_of(streets);
    check_is_sound(network);
    std::shuffle(lines.begin(), lines.end(), random);
    for (auto& line : lines) {
        if (random() % 2 == 0) {
            std::reverse(line.begin(), line.end());
        }
    }
    auto shuffled = streets_of(nodes, lines);
    shuffled.node_flags = flags;
    CHECK(are_same(network_of(shuffled), network));
}

TEST_CASE("the Hilbert curve visits every cell once and never jumps", "[network]")
{
    gis::Box box;
    box.add(gis::Point{0.0, 0.0});
    box.add(gis::Point{16.0, 16.0});
    std::map<std::uint32_t, std::pair<int, int>> at;
    for (int x = 0; x < 16; ++x) {
        for (int y = 0; y < 16; ++y) {
            at.emplace(gis::hilbert_position({x + 0.5, y + 0.5}, box) / (4096 * 4096), std::pair(x, y));
        }
    }
    REQUIRE(at.size() == 256);
    for (std::uint32_t i = 1; i < 256; ++i) {
        CHECK(std::abs(at[i].first - at[i - 1].first) + std::abs(at[i].second - at[i - 1].second) == 1);
    }
}
