#include "gis/routes/walk_waits.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"

namespace {

const char* const crossings = R"(
    A--*--B--*--C
    |     |     |
    *     +     *
    |     |     |
    D--+--*--*--E
    |     |     |
    F--*--G--+--*
)";

} // namespace

TEST_CASE("a walk takes the time of its metres and of the signals at which it waits", "[walk_waits]")
{
    const AsciiTown town(crossings, metres_per_cell(50));
    const gis::WalkNetwork network = town.network();
    std::vector<gis::Point> entries;
    for (const char name : std::string("ABCDEFG")) {
        for (const gis::Point& off : {gis::Point{0, 0}, gis::Point{20, 10}, gis::Point{150, 0}, gis::Point{-15, -100}}) {
            entries.push_back(town.beside(name, off.x, off.y));
        }
    }
    const gis::SiteAccesses sites = town.joined(network, entries);
    gis::ReachSettings settings;
    settings.pace.crossing_s = 15.0;
    const auto seconds = gis::arc_seconds(network, settings.pace);
    const gis::Walks walks = gis::walks_within(network, seconds, sites, sites, settings);
    REQUIRE(walks.walk.size() > 400);
    std::uint32_t most = 0;
    for (const gis::Walk& walk : walks.walk) {
        CAPTURE(walk.source, walk.target);
        const std::uint32_t waits = gis::waits_on(network, walks, walk, sites, sites);
        CHECK(walk.seconds == Approx(walk.metres / 80.0 * 60.0 + 15.0 * waits).margin(0.01));
        most = std::max(most, waits);
    }
    CHECK(most >= 3);
}
