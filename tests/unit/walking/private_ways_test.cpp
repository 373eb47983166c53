// Private ways are walked at the beginning and at the end of a walk, never in between (docs/rules.md rule 8).

#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/journey.hpp"

#include <optional>

namespace {

/// Metres from one place of the town to another, nothing where there is no walk within an hour.
std::optional<double> metres(const AsciiTown& town, const gis::Point& from, const gis::Point& to)
{
    gis::ReachSettings hour;
    hour.limit_s = 3600.0;
    const auto found = journey(town, {from}, {to}, hour);
    if (found.walks.walk.empty()) {
        return std::nullopt;
    }
    REQUIRE(is_close(length_m(found.line()), found.walks.walk[0].metres, 0.0, 0.001));
    return found.walks.walk[0].metres;
}

std::optional<double> metres(const AsciiTown& town, char from, char to)
{
    return metres(town, town.at(from), town.at(to));
}

bool is(const std::optional<double>& metres, double expected)
{
    return metres && is_close(*metres, expected, 0.0, 0.01);
}

} // namespace

TEST_CASE("an estate within private ways is left and reached by them", "[private]")
{
    const AsciiTown town(R"(
        a-----+---------------V
              ;
              ;
              E~~~~F
    )",
                         metres_per_cell(50));
    CHECK(is(metres(town, 'E', 'V'), 150.0 + 800.0));
    CHECK(is(metres(town, 'V', 'E'), 150.0 + 800.0));
    CHECK(is(metres(town, 'F', 'a'), 250.0 + 150.0 + 300.0));
    CHECK(is(metres(town, town.beside('E', 100.0, -20.0), town.at('a')), 20.0 + 100.0 + 150.0 + 300.0)); // an entry beside the way
}

TEST_CASE("nobody takes the short cut through an estate", "[private]")
{
    const AsciiTown town(R"(
        S---+--------+
            ;        |
            ;        |
            ;        |
        V---+--------+
    )",
                         metres_per_cell(50));
    CHECK(is(metres(town, 'S', 'V'), 200.0 + 450.0 + 200.0 + 450.0 + 200.0));
    CHECK(is(metres(town, 'V', 'S'), 200.0 + 450.0 + 200.0 + 450.0 + 200.0));
    // Who lives in it leaves on either side, and who goes there comes from either.
    CHECK(is(metres(town, town.beside('S', 200.0, -150.0), town.at('S')), 150.0 + 200.0));
    CHECK(is(metres(town, town.beside('S', 200.0, -150.0), town.at('V')), 50.0 + 200.0));
    CHECK(is(metres(town, town.at('S'), town.beside('S', 200.0, -150.0)), 150.0 + 200.0));
    CHECK(is(metres(town, town.at('V'), town.beside('S', 200.0, -150.0)), 50.0 + 200.0));
}

TEST_CASE("a walk from estate to estate has private ways at both ends", "[private]")
{
    const AsciiTown town(R"(
        E~~~~+--------+~~~~F
                      |
                      |
                      +--------b
    )",
                         metres_per_cell(50));
    CHECK(is(metres(town, 'E', 'F'), 250.0 + 450.0 + 250.0));
    CHECK(is(metres(town, 'F', 'E'), 250.0 + 450.0 + 250.0));
    CHECK(is(metres(town, 'E', 'b'), 250.0 + 450.0 + 150.0 + 450.0));
}

TEST_CASE("what lies behind a private way, seen from the public ones, is walked to no further than by it", "[private]")
{
    // The street beyond the estate is public, and nobody comes there from this side.
    const AsciiTown town(R"(
        S-----------+~~~+-----------V
    )",
                         metres_per_cell(100));
    CHECK_FALSE(metres(town, 'S', 'V'));
    CHECK(is(metres(town, town.at('S'), town.beside('S', 1300.0, 0.0)), 1300.0));
    CHECK(is(metres(town, town.at('S'), town.beside('S', 1600.0, 0.0)), 1600.0)); // its far end still belongs to it
    CHECK(is(metres(town, town.beside('S', 1300.0, 0.0), town.at('V')), 1500.0));
}

TEST_CASE("a walk over private ways alone is walked", "[private]")
{
    const AsciiTown town(R"(
        E~~~~~~~~~~+~~~~~~~F
                   ;
                   +-------a
    )",
                         metres_per_cell(100));
    CHECK(is(metres(town, 'E', 'F'), 1900.0));
    CHECK(is(metres(town, 'E', 'a'), 1100.0 + 200.0 + 800.0));
}

TEST_CASE("an entry right where a private way begins may begin or end with it", "[private]")
{
    const AsciiTown town(R"(
        a-----------S-----------b
                    ;
                    ;
              c-----+-----d
    )",
                         metres_per_cell(50));
    CHECK(is(metres(town, 'S', 'd'), 150.0 + 300.0));
    CHECK(is(metres(town, 'd', 'S'), 150.0 + 300.0));
    CHECK_FALSE(metres(town, 'a', 'd'));
    CHECK_FALSE(metres(town, town.beside('S', 0.01, 0.0), town.at('d')));
}

TEST_CASE("a barred node is passed between a private way and a public one", "[private]")
{
    const AsciiTown town(R"(
        E~~~~?---------------V
             |               |
             +---a-----------+
    )",
                         metres_per_cell(50));
    CHECK(is(metres(town, 'E', 'V'), 250.0 + 800.0));
    CHECK(is(metres(town, 'V', 'E'), 250.0 + 800.0));
    CHECK(is(metres(town, 'E', 'a'), 250.0 + 100.0 + 200.0));
}

TEST_CASE("a barred node is never passed between two public ways", "[private]")
{
    const AsciiTown town(R"(
        a----------------------?----------------------b
                               ;
                               E
    )",
                         metres_per_cell(50));
    CHECK_FALSE(metres(town, 'a', 'b'));
    CHECK(is(metres(town, 'a', 'E'), 1150.0 + 100.0));
    CHECK(is(metres(town, 'E', 'b'), 1150.0 + 100.0));
    CHECK(is(metres(town, 'E', 'a'), 1150.0 + 100.0));
}

TEST_CASE("a barred node is passed between private ways at either end of a walk", "[private]")
{
    const AsciiTown town(R"(
        E~~~~?~~~~+----------------V
    )",
                         metres_per_cell(50));
    CHECK(is(metres(town, 'E', 'V'), 250.0 + 250.0 + 850.0));
    CHECK(is(metres(town, 'V', 'E'), 250.0 + 250.0 + 850.0));
}

TEST_CASE("a node that lets nobody through is not passed from a private way either", "[private]")
{
    const AsciiTown town(R"(
        E~~~~~~~~~~~~~~~~~~~~~!----------------------V
    )",
                         metres_per_cell(50));
    CHECK_FALSE(metres(town, 'E', 'V'));
    CHECK(is(metres(town, town.at('E'), town.beside('E', 1100.0, 0.0)), 1100.0));
}

TEST_CASE("nobody waits twice at a barred node with signals", "[private]")
{
    auto streets = AsciiTown("E----?--------------------V", metres_per_cell(50)).streets();
    streets.node_flags[1] |= gis::node_signal;
    streets.line_flags[0] = gis::line_private;
    const gis::CityPlane plane({117.2, 39.1});
    const auto network = gis::build_walk_network(streets, plane);
    REQUIRE(network.edge_count() == 3);
    gis::ReachSettings settings;
    settings.limit_s = 3600.0;
    settings.pace.crossing_s = 30.0;
    const auto from = AsciiTown::joined(network, {plane.to_plane(streets.node[0])});
    const auto to = AsciiTown::joined(network, {plane.to_plane(streets.node[2])});
    const auto seconds = gis::arc_seconds(network, settings.pace);
    CHECK(is_close(gis::walks_within(network, seconds, from, to, settings).walk.at(0).seconds, 1300.0 * 0.75 + 30.0, 0.0, 0.01));
    CHECK(is_close(gis::walks_within(network, seconds, to, from, settings).walk.at(0).seconds, 1300.0 * 0.75 + 30.0, 0.0, 0.01));
}
