#include "gis/walking/reached_edges.hpp"

#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

namespace {

/// All parts that are reached from one place within some seconds.
struct Reached
{
    Reached(const AsciiTown& town, char from, double limit_s, const gis::Pace& pace = {}, const std::vector<float>& arc_factor = {})
        : network(town.network()), sites(town.joined(network, std::string_view(&from, 1))),
          seconds(gis::arc_seconds(network, pace, arc_factor)), times(network, seconds, pace)
    {
        const gis::WalkStates states = gis::walk_states(times);
        const gis::SiteAccesses nobody;
        const gis::Targets targets(times, states, nobody, nullptr, 0.0);
        const gis::SearchContext context{times, states, sites, nobody, targets, limit_s, false, false, {}};
        parts = gis::reached_parts(times, states, gis::WalkSearch(context).reached_from(0), sites.of(0), limit_s);
    }

    double metres() const
    {
        double sum = 0.0;
        for (const gis::ReachedPart& part : parts) {
            sum += (part.to - part.from) * static_cast<double>(network.edge_length_m[gis::index(part.edge)]);
        }
        return sum;
    }

    /// Of all lines together, as they are drawn.
    double drawn_m() const
    {
        double sum = 0.0;
        for (const gis::ReachedPart& part : parts) {
            const gis::Line line = gis::line_of(network, part);
            for (std::size_t i = 1; i < line.size(); ++i) {
                sum += gis::distance_m(line[i - 1], line[i]);
            }
        }
        return sum;
    }

    gis::WalkNetwork network;
    gis::SiteAccesses sites;
    std::vector<float> seconds;
    gis::WalkTimes times;
    std::vector<gis::ReachedPart> parts;
};

constexpr double a_minute_s = 60.0; // 80 m

} // namespace

TEST_CASE("from the middle of a street one comes equally far both ways", "[reached]")
{
    const AsciiTown town("+-----S-----+", metres_per_cell(100));
    const Reached reached(town, 'S', a_minute_s);
    CHECK(is_close(reached.metres(), 160.0, 0.0, 0.05));
    CHECK(is_close(reached.drawn_m(), 160.0, 0.0, 0.05));
}

TEST_CASE("a street is reached from both ends, and its middle only as far as the time lasts", "[reached]")
{
    const AsciiTown town(R"(
        +---------+
        |         |
        +----S----+
    )",
                         metres_per_cell(100));
    // The ring is 2,400 m long, S lies opposite its middle.
    CHECK(is_close(Reached(town, 'S', 12.0 * a_minute_s).metres(), 1920.0, 0.0, 0.5));
    const Reached all(town, 'S', 15.01 * a_minute_s);
    CHECK(is_close(all.metres(), 2400.0, 0.0, 0.5));
}

TEST_CASE("steps and slopes shorten what is reached, a signal costs its wait only to who comes to it", "[reached]")
{
    const AsciiTown steps("+-------S=======+", metres_per_cell(100));
    gis::Pace slow_steps;
    slow_steps.steps_factor = 2.0;
    CHECK(is_close(Reached(steps, 'S', a_minute_s, slow_steps).metres(), 80.0 + 40.0, 0.0, 0.05));

    const AsciiTown street("+-------S-------+", metres_per_cell(100));
    const std::size_t arcs = street.network().edge_count() * 2;
    CHECK(is_close(Reached(street, 'S', a_minute_s, {}, std::vector<float>(arcs, 4.0F)).metres(), 40.0, 0.0, 0.05));

    const AsciiTown signal("+------S-*------+", metres_per_cell(100));
    gis::Pace waits;
    waits.crossing_s = 30.0;
    // West 300 m, east 200 m to the signal; of the 75 s that are left 30 s are waited: 60 m.
    CHECK(is_close(Reached(signal, 'S', 3.75 * a_minute_s, waits).metres(), 300.0 + 200.0 + 60.0, 0.0, 0.05));
    // Who stops before it does not wait.
    CHECK(is_close(Reached(signal, 'S', a_minute_s, waits).metres(), 160.0, 0.0, 0.05));
}

TEST_CASE("the connector takes its time", "[reached]")
{
    const AsciiTown town(R"(
                               S

        +------------------------------------------------------+
    )",
                         metres_per_cell(20));
    CHECK(is_close(Reached(town, 'S', a_minute_s).metres(), 2.0 * 40.0, 0.0, 0.05));
    CHECK(Reached(town, 'S', a_minute_s / 4.0).parts.empty());
}

TEST_CASE("a part of a bent street is cut where it ends along its line", "[reached]")
{
    const gis::Line bent = {{0, 0}, {30, 0}, {30, 70}};
    gis::WalkNetwork network;
    network.edge_length_m = {100.0F};
    network.first_point = {0, 3};
    network.point = bent;
    CHECK(gis::line_of(network, {gis::EdgeId{0}, 0.0, 1.0}) == bent);
    const gis::Line middle = gis::line_of(network, {gis::EdgeId{0}, 0.1, 0.5});
    REQUIRE(middle.size() == 3);
    CHECK(gis::distance_m(middle[0], {10, 0}) < 1e-9);
    CHECK(middle[1] == bent[1]);
    CHECK(gis::distance_m(middle[2], {30, 20}) < 1e-9);
    const gis::Line within_a_segment = gis::line_of(network, {gis::EdgeId{0}, 0.5, 0.6});
    REQUIRE(within_a_segment.size() == 2);
    CHECK(gis::distance_m(within_a_segment[0], {30, 20}) < 1e-9);
    CHECK(gis::distance_m(within_a_segment[1], {30, 30}) < 1e-9);
}
