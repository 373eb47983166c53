// Random little networks: loops, parallel edges, dead ends, steps, signals, slopes, private ways, barred nodes, squares, several entries a
// site.

#include "gis/routes/walk_line.hpp"
#include "gis/walking/nearest_search.hpp"
#include "gis/walking/reached_edges.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/walk_oracle.hpp"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <cmath>
#include <random>
#include <set>

namespace {

struct RandomTown
{
    explicit RandomTown(unsigned seed) : random(seed)
    {
        const gis::CityPlane plane({117.2, 39.1});
        private_share = share() < 0.3 ? 0.0 : 0.6 * share();
        network = gis::build_walk_network(random_streets(plane), plane);
        pace.speed_m_per_min = share() < 0.5 ? 80.0 : 66.7;
        pace.crossing_s = share() < 0.5 ? 0.0 : 20.0;
        pace.steps_factor = share() < 0.5 ? 1.0 : 1.8;
        if (share() < 0.5) {
            for (std::size_t arc = 0; arc < network.edge_count() * 2; ++arc) {
                arc_factor.push_back(static_cast<float>(0.8 + share()));
            }
        }
        add_random_squares();
        sources = random_sites();
        targets = random_sites();
        settings.pace = pace;
        settings.limit_s = 900.0 * share();
    }

    double share() { return std::uniform_real_distribution<double>(0.0, 1.0)(random); }
    std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(random() % count); }

    gis::Streets random_streets(const gis::CityPlane& plane)
    {
        gis::Streets streets;
        const std::size_t nodes = 4 + below(20);
        for (std::size_t i = 0; i < nodes; ++i) {
            streets.node.push_back({1000.0 * share(), 1000.0 * share()});
            const int bar = below(12) == 0 ? gis::node_barred : below(6) == 0 ? gis::node_private : 0;
            streets.node_flags.push_back(static_cast<std::uint8_t>(bar | (below(6) == 0 ? gis::node_signal : 0)));
        }
        plane.to_degrees(streets.node);
        streets.first_ref.push_back(0);
        for (std::size_t line = 0; line < nodes; ++line) {
            for (std::size_t left = 2 + below(3); left > 0; --left) {
                streets.ref.push_back(below(nodes));
            }
            streets.first_ref.push_back(static_cast<std::uint32_t>(streets.ref.size()));
            const int steps = below(5) == 0 ? gis::line_steps : 0;
            streets.line_flags.push_back(static_cast<std::uint8_t>(steps | (share() < private_share ? gis::line_private : 0)));
            streets.line_kind.push_back(0);
        }
        return streets;
    }

    gis::Point point_along(gis::EdgeId edge, double at_share) const
    {
        const auto line = network.line(edge);
        double total_m = 0.0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            total_m += gis::distance_m(line[i - 1], line[i]);
        }
        double left_m = at_share * total_m;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double step_m = gis::distance_m(line[i - 1], line[i]);
            if (left_m <= step_m && step_m > 0.0) {
                const double t = left_m / step_m;
                return {line[i - 1].x + t * (line[i].x - line[i - 1].x), line[i - 1].y + t * (line[i].y - line[i - 1].y)};
            }
            left_m -= step_m;
        }
        return line.back();
    }

    gis::Access random_access()
    {
        const gis::EdgeId edge{below(network.edge_count())};
        const auto fraction = static_cast<float>(below(5) == 0 ? below(3) / 2.0 : share());
        const auto connector_m = static_cast<float>(below(4) == 0 ? 0.0 : 60.0 * share());
        const gis::Point at = point_along(edge, static_cast<double>(fraction));
        return {edge, fraction, connector_m, {at.x + static_cast<double>(connector_m), at.y}, at, random_square()};
    }

    /// The whole town, with a wall in it.
    void add_random_squares()
    {
        for (std::size_t left = below(3); left > 0; --left) {
            const double wall = 100.0 + 700.0 * share();
            gis::Polygon ground{{{-100, -100}, {1100, -100}, {1100, 1100}, {-100, 1100}, {-100, -100}},
                                {{{wall, 200}, {wall, 800}, {wall + 100.0, 800}, {wall + 100.0, 200}, {wall, 200}}}};
            network.squares.emplace_back(std::move(ground), std::vector<gis::SquareCorner>(), below(2) == 0);
            network.squares.back().is_steps = below(4) == 0;
        }
    }

    std::uint32_t random_square()
    {
        const bool is_on_square = !network.squares.empty() && below(4) == 0;
        return is_on_square ? below(network.squares.size()) : gis::no_square;
    }

    gis::Access random_access_on_ground(std::uint32_t square)
    {
        const gis::Point at{1000.0 * share(), 1000.0 * share()};
        return {gis::no_edge, 0.0F, 0.0F, at, at, square};
    }

    /// Straight to some nodes, as if they were corners that are seen.
    void add_random_sights(gis::SiteAccesses& sites)
    {
        sites.first_sight = {0};
        for (const gis::Access& access : sites.access) {
            for (std::size_t left = access.square == gis::no_square ? 0 : below(4); left > 0; --left) {
                const gis::NodeId node{below(network.node_count())};
                sites.sight.push_back({node, static_cast<float>(gis::distance_m(access.on_edge, network.at(node))), access.square});
            }
            sites.first_sight.push_back(static_cast<std::uint32_t>(sites.sight.size()));
        }
    }

    gis::SiteAccesses random_sites()
    {
        gis::SiteAccesses sites;
        for (std::size_t left = 1 + below(12); left > 0; --left) {
            std::vector<gis::Access> accesses;
            for (std::size_t count = network.edge_count() == 0 ? 0 : below(below(2) == 0 ? 3 : 30); count > 0; --count) {
                const std::uint32_t square = random_square();
                accesses.push_back(square != gis::no_square && below(2) == 0 ? random_access_on_ground(square) : random_access());
            }
            sites.add_site(accesses);
        }
        add_random_sights(sites);
        return sites;
    }

    gis::Walks walks(const gis::ReachSettings& by) const
    {
        return gis::walks_within(network, gis::arc_seconds(network, pace, arc_factor), sources, targets, by);
    }

    std::mt19937 random;
    double private_share = 0.0; ///< of the lines
    gis::WalkNetwork network;
    gis::Pace pace;
    std::vector<float> arc_factor;
    gis::SiteAccesses sources;
    gis::SiteAccesses targets;
    gis::ReachSettings settings;
};

double length_m(const gis::Line& line)
{
    double sum_m = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum_m += gis::distance_m(line[i - 1], line[i]);
    }
    return sum_m;
}

std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_of(const gis::Walks& walks)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const gis::Walk& walk : walks.walk) {
        pairs.emplace(walk.source, walk.target);
    }
    return pairs;
}

bool are_same(const gis::Walks& a, const gis::Walks& b)
{
    const auto is_same = [](const gis::Walk& x, const gis::Walk& y) {
        return x.source == y.source && x.target == y.target && x.seconds == y.seconds && x.metres == y.metres &&
               x.source_access == y.source_access && x.target_access == y.target_access && x.first_arc == y.first_arc &&
               x.arc_count == y.arc_count;
    };
    return a.arc == b.arc && std::equal(a.walk.begin(), a.walk.end(), b.walk.begin(), b.walk.end(), is_same);
}

} // namespace

TEST_CASE("the search finds the walks that brute force finds, with their times, lengths and routes", "[reach]")
{
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        const RandomTown town(seed);
        const WalkOracle oracle(town.network, town.pace, town.arc_factor, town.sources, town.targets);
        const auto walks = town.walks(town.settings);
        CAPTURE(seed, town.settings.limit_s);
        std::size_t next = 0;
        for (std::uint32_t source = 0; source < town.sources.site_count(); ++source) {
            const auto ways = oracle.ways_from(source);
            for (std::uint32_t target = 0; target < ways.size(); ++target) {
                CAPTURE(source, target, ways[target].seconds);
                const bool is_found = next < walks.walk.size() && walks.walk[next].source == source && walks.walk[next].target == target;
                const double slack_s = 0.001 / town.pace.speed_m_per_min * 60.0;
                if (std::fabs(ways[target].seconds - town.settings.limit_s - slack_s) > 1e-4) {
                    REQUIRE(is_found == (ways[target].seconds <= town.settings.limit_s + slack_s));
                }
                if (is_found) {
                    const gis::Walk& walk = walks.walk[next++];
                    REQUIRE(std::fabs(walk.seconds - ways[target].seconds) < 1e-4);
                    REQUIRE(std::fabs(walk.metres - ways[target].metres) < 1e-3);
                    const auto line = gis::walk_line(town.network, walks, walk, town.sources, town.targets);
                    REQUIRE(std::fabs(length_m(line) - walk.metres) < 5e-3);
                    REQUIRE(line.size() >= 2);
                    REQUIRE(line.front() == town.sources.access[walk.source_access].entry);
                    REQUIRE(line.back() == town.targets.access[walk.target_access].entry);
                    ++found;
                }
            }
        }
        REQUIRE(next == walks.walk.size());
    }
    CHECK(found > 2000);
}

TEST_CASE("a longer limit never loses a pair", "[reach]")
{
    std::size_t pairs = 0;
    for (unsigned seed = 1000; seed < 1050; ++seed) {
        CAPTURE(seed);
        const RandomTown town(seed);
        gis::ReachSettings longer = town.settings;
        longer.limit_s *= 1.3;
        const auto few = pairs_of(town.walks(town.settings));
        const auto more = pairs_of(town.walks(longer));
        CHECK(std::includes(more.begin(), more.end(), few.begin(), few.end()));
        pairs += few.size();
    }
    CHECK(pairs > 200);
}

TEST_CASE("the walks are the same for any number of threads, and without routes but for the arcs", "[reach]")
{
    const tbb::global_control four_threads(tbb::global_control::max_allowed_parallelism, 4);
    std::size_t compared = 0;
    for (unsigned seed = 2000; seed < 2030; ++seed) {
        CAPTURE(seed);
        const RandomTown town(seed);
        gis::Walks alone, together, bare;
        tbb::task_arena(1).execute([&] { alone = town.walks(town.settings); });
        tbb::task_arena(4).execute([&] { together = town.walks(town.settings); });
        CHECK(are_same(alone, together));
        gis::ReachSettings no_routes = town.settings;
        no_routes.routes = false;
        bare = town.walks(no_routes);
        CHECK(bare.arc.empty());
        REQUIRE(bare.walk.size() == alone.walk.size());
        for (std::size_t i = 0; i < bare.walk.size(); ++i) {
            CHECK(bare.walk[i].seconds == alone.walk[i].seconds);
            CHECK(bare.walk[i].metres == alone.walk[i].metres);
        }
        compared += bare.walk.size();
    }
    CHECK(compared > 100);
}

TEST_CASE("one search from all targets finds the nearest that a search from each source finds, ties included", "[reach]")
{
    std::size_t compared = 0;
    for (unsigned seed = 3000; seed < 3400; ++seed) {
        CAPTURE(seed);
        const RandomTown town(seed);
        gis::ReachSettings anywhere = town.settings;
        anywhere.limit_s = 1e9;
        std::vector<gis::Walk> expected;
        for (const gis::Walk& walk : town.walks(anywhere).walk) {
            if (expected.empty() || expected.back().source != walk.source) {
                expected.push_back(walk);
            } else if (walk.seconds < expected.back().seconds) {
                expected.back() = walk;
            }
        }
        const auto seconds = gis::arc_seconds(town.network, town.pace, town.arc_factor);
        const gis::WalkTimes times(town.network, seconds, town.pace);
        const auto nearest = gis::nearest_walks(times, town.sources, std::vector<bool>(town.sources.site_count(), true), town.targets,
                                                std::vector<bool>(town.targets.site_count(), true));
        REQUIRE(nearest.size() == expected.size());
        for (std::size_t i = 0; i < nearest.size(); ++i) {
            CHECK(nearest[i].source == expected[i].source);
            CHECK(nearest[i].target == expected[i].target);
            CHECK(nearest[i].seconds == expected[i].seconds);
            CHECK(nearest[i].metres == expected[i].metres);
            CHECK(nearest[i].source_access == expected[i].source_access);
            CHECK(nearest[i].target_access == expected[i].target_access);
        }
        compared += nearest.size();
    }
    CHECK(compared > 500);
}

TEST_CASE("a place on an edge lies in a reached part where brute force walks to it in time", "[reached]")
{
    std::size_t inside = 0;
    std::size_t outside = 0;
    for (unsigned seed = 4000; seed < 4200; ++seed) {
        RandomTown town(seed);
        if (town.network.edge_count() == 0) {
            continue;
        }
        gis::SiteAccesses places;
        for (int i = 0; i < 200; ++i) {
            const gis::EdgeId edge{town.below(town.network.edge_count())};
            const auto fraction = static_cast<float>(0.001 + 0.998 * town.share());
            const gis::Access place{edge, fraction, 0.0F, {}, {}};
            places.add_site({&place, 1});
        }
        const WalkOracle oracle(town.network, town.pace, town.arc_factor, town.sources, places);
        const auto seconds = gis::arc_seconds(town.network, town.pace, town.arc_factor);
        const gis::WalkTimes times(town.network, seconds, town.pace);
        const gis::WalkStates states = gis::walk_states(times);
        const gis::SiteAccesses nobody;
        const gis::Targets targets(times, states, nobody, nullptr, 0.0);
        const double limit_s = town.settings.limit_s;
        const gis::SearchContext context{times, states, town.sources, nobody, targets, limit_s, false, false, {}};
        gis::WalkSearch search(context);
        for (std::uint32_t source = 0; source < town.sources.site_count(); ++source) {
            const auto ways = oracle.ways_from(source);
            const auto parts = gis::reached_parts(times, states, search.reached_from(source), town.sources.of(source), limit_s);
            for (std::size_t i = 0; i < ways.size(); ++i) {
                const gis::Access& place = places.access[i];
                const auto share = static_cast<double>(place.fraction);
                const bool is_inside = std::any_of(parts.begin(), parts.end(), [&](const gis::ReachedPart& part) {
                    return part.edge == place.edge && part.from <= share && share <= part.to;
                });
                CAPTURE(seed, source, i, ways[i].seconds, limit_s);
                REQUIRE((std::fabs(ways[i].seconds - limit_s) < 1e-3 || is_inside == (ways[i].seconds <= limit_s)));
                ++(is_inside ? inside : outside);
            }
        }
    }
    CHECK(inside > 10'000);
    CHECK(outside > 10'000);
}
