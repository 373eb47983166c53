#include "gis/routes/route_roads.hpp"

#include "gis/routes/walk_line.hpp"
#include "support/catch.hpp"

#include <initializer_list>
#include <string>
#include <utility>

namespace {

struct Street
{
    gis::StreetKind kind;
    std::vector<gis::Point> course; ///< CityPlane
};

/// A town of a few streets that meet where they have a point in common, and the walk between two places of it.
class Town
{
public:
    explicit Town(std::initializer_list<Street> all) : plane_({117.2, 39.1})
    {
        streets_.first_ref.push_back(0);
        for (const Street& street : all) {
            for (const gis::Point& at : street.course) {
                streets_.ref.push_back(number_of(at));
            }
            streets_.first_ref.push_back(static_cast<std::uint32_t>(streets_.ref.size()));
            streets_.line_flags.push_back(0);
            streets_.line_kind.push_back(static_cast<std::uint32_t>(streets_.kinds.size()));
            streets_.kinds.push_back(street.kind);
        }
    }

    Town& with_lights(const gis::Point& at)
    {
        streets_.node_flags[number_of(at)] |= gis::node_lights;
        return *this;
    }

    struct Met
    {
        std::size_t roads = 0;
        std::size_t lights = 0;
    };

    Met met(const gis::Point& from, const gis::Point& to) const
    {
        gis::Streets streets = streets_;
        plane_.to_degrees(streets.node);
        const gis::WalkNetwork network = gis::build_walk_network(std::move(streets), plane_);
        const gis::EdgeIndex edges(network);
        const auto site = [&](const gis::Point& at) {
            const auto access = edges.nearest(at, 50.0);
            REQUIRE(access.has_value());
            gis::SiteAccesses one;
            one.add_site({&*access, 1});
            return one;
        };
        const gis::SiteAccesses sources = site(from);
        const gis::SiteAccesses targets = site(to);
        const auto seconds = gis::arc_seconds(network, {});
        gis::ReachSettings anywhere;
        anywhere.limit_s = 1e6;
        const gis::Walks walks = gis::walks_within(network, seconds, sources, targets, anywhere);
        REQUIRE(walks.walk.size() == 1);
        const gis::Line route = gis::walk_line(network, walks, walks.walk[0], sources, targets);
        return {gis::major_roads_on(network, walks, walks.walk[0], sources, targets), gis::lights_on(network, route)};
    }

private:
    std::uint32_t number_of(const gis::Point& at)
    {
        for (std::uint32_t i = 0; i < streets_.node.size(); ++i) {
            if (streets_.node[i] == at) {
                return i;
            }
        }
        streets_.node.push_back(at);
        streets_.node_flags.push_back(0);
        return static_cast<std::uint32_t>(streets_.node.size() - 1);
    }

    gis::CityPlane plane_;
    gis::Streets streets_;
};

const gis::Point west = {50, 5};
const gis::Point east = {850, 5};

/// A footway from west to east, and a road across it.
Street footway()
{
    return {{"footway", ""}, {{0, 0}, {150, 0}, {300, 0}, {320, 0}, {600, 0}, {900, 0}}};
}

Street across(double x, const std::string& highway, const std::string& name = "")
{
    return {{highway, name}, {{x, -400}, {x, 0}, {x, 400}}};
}

} // namespace

TEST_CASE("a major road counts where the walk crosses it, a small one does not", "[roads]")
{
    CHECK(Town({footway(), across(300, "primary", "Ring Road")}).met(west, east).roads == 1);
    CHECK(Town({footway(), across(300, "trunk_link")}).met(west, east).roads == 1);
    CHECK(Town({footway(), across(300, "secondary", "High Street")}).met(west, east).roads == 0);
    CHECK(Town({footway(), across(300, "primary", "Ring Road"), across(600, "trunk", "Motor Road")}).met(west, east).roads == 2);
    CHECK(Town({footway(), across(300, "primary", "Ring Road")}).met({550, 5}, east).roads == 0);
}

TEST_CASE("the carriageways of one name count once, those without a name each", "[roads]")
{
    CHECK(Town({footway(), across(300, "primary", "Ring Road"), across(320, "primary", "Ring Road")}).met(west, east).roads == 1);
    CHECK(Town({footway(), across(300, "primary", "Ring Road"), across(600, "primary_link", "Ring Road")}).met(west, east).roads == 1);
    CHECK(Town({footway(), across(300, "primary"), across(320, "primary")}).met(west, east).roads == 2);
}

TEST_CASE("a major road that is followed is one, however many streets meet it", "[roads]")
{
    CHECK(Town({footway(), across(300, "primary", "Ring Road")}).met({305, -300}, {305, 300}).roads == 1);
    CHECK(Town({footway(), across(300, "primary")}).met({305, -300}, {305, 300}).roads == 1);
    CHECK(Town({footway(), across(300, "primary")}).met({305, 100}, {305, 300}).roads == 1);
    // From the footway up an unnamed road: crossing begins the run that following goes on with.
    CHECK(Town({footway(), across(300, "primary")}).met(west, {305, 300}).roads == 1);
}

TEST_CASE("lights on the way count once each, at a junction or along a street, and split none", "[roads]")
{
    Town town({footway(), across(300, "primary", "Ring Road")});
    CHECK(town.met(west, east).lights == 0);
    town.with_lights({300, 0}).with_lights({150, 0}).with_lights({300, 400});
    CHECK(town.met(west, east).lights == 2);
    CHECK(town.met({200, 5}, east).lights == 1);
    CHECK(town.met({400, 5}, east).lights == 0);
}
