// Entries on the ground of a square leave it and are reached in straight lines. The sights are drawn by hand here.

#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/journey.hpp"

#include <utility>

namespace {

/// A square of 200 m by 200 m below a street; its upper left corner is the node P.
struct Plaza
{
    explicit Plaza(bool is_private = false)
        : town(R"(
                       +             +
                       |             |
            a----------P-------------Q----------b
        )",
               metres_per_cell(100)),
          network(town.network())
    {
        const gis::Point p = town.at('P');
        gis::Polygon ground{{p, {p.x, p.y - 200.0}, {p.x + 200.0, p.y - 200.0}, {p.x + 200.0, p.y}, p}, {}};
        network.squares.emplace_back(std::move(ground), std::vector<gis::SquareCorner>(), is_private);
    }

    gis::Access inside(double east_m, double south_m) const
    {
        const gis::Point at{town.at('P').x + east_m, town.at('P').y - south_m};
        return {gis::no_edge, 0.0F, 0.0F, at, at, 0};
    }

    gis::NodeId node(char name) const
    {
        for (std::uint32_t node = 0; node < network.node_count(); ++node) {
            if (gis::distance_m(network.at(gis::NodeId{node}), town.at(name)) < 0.01) {
                return gis::NodeId{node};
            }
        }
        throw std::invalid_argument("no node there");
    }

    /// One site that sees the nodes that are named.
    gis::SiteAccesses site(const gis::Access& access, std::string_view seen) const
    {
        gis::SiteAccesses sites;
        sites.add_site({&access, 1});
        for (const char name : seen) {
            sites.sight.push_back({node(name), static_cast<float>(gis::distance_m(access.on_edge, town.at(name))), access.square});
        }
        sites.first_sight.back() = static_cast<std::uint32_t>(sites.sight.size());
        return sites;
    }

    AsciiTown town;
    gis::WalkNetwork network;
};

Journey walked(const Plaza& plaza, gis::SiteAccesses from, gis::SiteAccesses to, const gis::Pace& pace = {})
{
    gis::ReachSettings settings;
    settings.limit_s = 3600.0;
    settings.pace = pace;
    Journey journey{plaza.network, std::move(from), std::move(to), {}};
    journey.walks = gis::walks_within(journey.network, gis::arc_seconds(journey.network, pace), journey.sources, journey.targets, settings);
    return journey;
}

/// The one walk, whose line is as long as it says.
gis::Walk only_walk(const Journey& journey)
{
    REQUIRE(journey.walks.walk.size() == 1);
    CHECK(is_close(length_m(journey.line()), journey.walks.walk[0].metres, 0.0, 0.005));
    return journey.walks.walk[0];
}

} // namespace

TEST_CASE("an entry on a square goes straight to a corner that it sees and on from there", "[sight]")
{
    const Plaza plaza;
    const auto b = plaza.town.joined(plaza.network, "b");
    const auto there = walked(plaza, plaza.site(plaza.inside(30.0, 40.0), "P"), b);
    CHECK(is_close(only_walk(there).metres, 50.0 + 2500.0, 0.0, 0.01));
    CHECK(there.walks.walk[0].leaves == gis::RouteEnd::sight);
    const auto back = walked(plaza, b, plaza.site(plaza.inside(30.0, 40.0), "P"));
    CHECK(is_close(only_walk(back).metres, 50.0 + 2500.0, 0.0, 0.01));
    CHECK(back.walks.walk[0].arrives == gis::RouteEnd::sight);
    CHECK(walked(plaza, plaza.site(plaza.inside(30.0, 40.0), ""), b).walks.walk.empty());
}

TEST_CASE("two entries that see one corner meet there", "[sight]")
{
    Plaza plaza;
    const gis::Point p = plaza.town.at('P');
    plaza.network.squares[0].ground.holes.push_back(
        {{p.x + 60.0, p.y - 1.0}, {p.x + 60.0, p.y - 199.0}, {p.x + 61.0, p.y - 199.0}, {p.x + 61.0, p.y - 1.0}, {p.x + 60.0, p.y - 1.0}});
    plaza.network.squares[0] = {plaza.network.squares[0].ground, {}, false};
    const auto around_the_wall = walked(plaza, plaza.site(plaza.inside(30.0, 40.0), "P"), plaza.site(plaza.inside(90.0, 120.0), "P"));
    CHECK(is_close(only_walk(around_the_wall).metres, 50.0 + 150.0, 0.0, 0.01));
    CHECK(around_the_wall.line().size() == 3);
}

TEST_CASE("two entries on one square that see each other are joined straight", "[sight]")
{
    const Plaza plaza;
    const auto straight = walked(plaza, plaza.site(plaza.inside(30.0, 40.0), "P"), plaza.site(plaza.inside(90.0, 120.0), "P"));
    CHECK(is_close(only_walk(straight).metres, 100.0, 0.0, 0.01));
    CHECK(straight.walks.walk[0].leaves == gis::RouteEnd::across);
    CHECK(straight.line().size() == 2);
}

TEST_CASE("a square of steps is walked as steps are", "[sight]")
{
    Plaza plaza;
    plaza.network.squares[0].is_steps = true;
    gis::Pace pace;
    pace.steps_factor = 2.0;
    const auto b = plaza.town.joined(plaza.network, "b");
    CHECK(is_close(only_walk(walked(plaza, plaza.site(plaza.inside(30.0, 40.0), "P"), b, pace)).seconds, 2600.0 * 0.75, 0.0, 0.01));
    const auto across = walked(plaza, plaza.site(plaza.inside(0.0, 0.0), ""), plaza.site(plaza.inside(100.0, 0.0), ""), pace);
    CHECK(is_close(only_walk(across).seconds, 200.0 * 0.75, 0.0, 0.01));
}

TEST_CASE("signals at a corner are waited for by who comes to it over the square, not by who leaves it", "[sight]")
{
    Plaza plaza;
    plaza.network.node_signal[gis::index(plaza.node('P'))] = 1;
    gis::Pace pace;
    pace.crossing_s = 20.0;
    const auto a = plaza.town.joined(plaza.network, std::vector<gis::Point>{plaza.town.beside('P', -500.0, 0.0)});
    const auto seen = plaza.site(plaza.inside(30.0, 40.0), "P");
    CHECK(is_close(only_walk(walked(plaza, seen, a, pace)).seconds, 550.0 * 0.75 + 20.0, 0.0, 0.01));
    CHECK(is_close(only_walk(walked(plaza, a, seen, pace)).seconds, 550.0 * 0.75 + 20.0, 0.0, 0.01)); // waited for on the street
}

TEST_CASE("a private square begins and ends a walk as private ways do", "[sight]")
{
    const Plaza plaza(true);
    const auto b = plaza.town.joined(plaza.network, "b");
    const auto home = plaza.site(plaza.inside(30.0, 40.0), "P");
    CHECK(is_close(only_walk(walked(plaza, home, b)).metres, 2550.0, 0.0, 0.01));
    CHECK(is_close(only_walk(walked(plaza, b, home)).metres, 2550.0, 0.0, 0.01));
}
