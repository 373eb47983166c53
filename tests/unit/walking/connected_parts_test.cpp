#include "gis/walking/connected_parts.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"

namespace {

/// Whether a walk may lead from one named place to another, with the streets of the page's lines that are listed private.
bool may_walk(const AsciiTown& town, char from, char to, const std::vector<std::size_t>& private_lines = {},
              const std::optional<gis::Box>& whole_within = std::nullopt)
{
    gis::Streets streets = town.streets();
    for (const std::size_t line : private_lines) {
        streets.line_flags[line] |= gis::line_private;
    }
    gis::WalkNetwork network = gis::build_walk_network(streets, town.plane());
    network.whole_within = whole_within;
    const gis::SiteAccesses sites = town.joined(network, std::string{from, to});
    const gis::ConnectedParts parts(network);
    const bool there = gis::may_be_connected(parts.parts_of(sites, 0), parts.parts_of(sites, 1));
    const bool back = gis::may_be_connected(parts.parts_of(sites, 1), parts.parts_of(sites, 0));
    REQUIRE(there == back);
    return there;
}

// Streets of 1 km and more, so that entries join them.
const char* const two_islands = R"(
    A----------B

    C----------D
)";

/// Its lines: 0 and 1 on both sides of A, 2 and 3 of B, 4 and 5 of C.
const char* const three_in_a_row = R"(
    +----A-----+----B-----+----C-----+
)";

} // namespace

TEST_CASE("a way leads along streets that hang together and to no other island", "[connected_parts]")
{
    const AsciiTown town(two_islands, metres_per_cell(100));
    CHECK(may_walk(town, 'A', 'B'));
    CHECK_FALSE(may_walk(town, 'A', 'C'));
}

TEST_CASE("a walk begins and ends on private ways but does not pass through them", "[connected_parts]")
{
    const AsciiTown town(three_in_a_row, metres_per_cell(100));
    CHECK_FALSE(may_walk(town, 'A', 'C', {2, 3})); // through the estate
    CHECK(may_walk(town, 'A', 'B', {2, 3}));       // into it
    CHECK(may_walk(town, 'B', 'C', {2, 3}));       // out of it
    CHECK(may_walk(town, 'A', 'C', {0, 1, 4, 5})); // out of one and into another
    CHECK(may_walk(town, 'A', 'C', {0, 1, 2, 3, 4, 5}));
}

TEST_CASE("two parts that both lead out of what is known may hang together out there", "[connected_parts]")
{
    const AsciiTown town(two_islands, metres_per_cell(100));
    const gis::Point a = town.at('A');
    const gis::Point d = town.at('D');
    const gis::Box west{a.x - 10.0, d.y - 10.0, a.x + 500.0, a.y + 10.0}; // both islands go on in the east
    const gis::Box north{a.x - 10.0, a.y - 10.0, d.x + 10.0, a.y + 10.0}; // the northern one is known whole
    CHECK(may_walk(town, 'A', 'C', {}, west));
    CHECK_FALSE(may_walk(town, 'A', 'C', {}, north));
}
