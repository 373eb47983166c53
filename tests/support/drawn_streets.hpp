#pragma once
// Ways and squares drawn by hand, in metres of the plane around 117.2 E 39.1 N, and the walks between their nodes.

#include "gis/network/walk_network.hpp"
#include "gis/squares/joined_streets.hpp"

#include <cstdint>
#include <limits>
#include <queue>
#include <string>
#include <utility>
#include <vector>

class DrawnStreets
{
public:
    DrawnStreets() : plane_(gis::Point{117.2, 39.1})
    {
        ways_.lines.first_ref.push_back(0);
        ways_.lines.kinds.resize(1);
    }

    std::uint32_t node(double x, double y, std::uint8_t flags = 0)
    {
        ways_.lines.node.push_back(plane_.to_degrees(gis::Point{x, y}));
        ways_.lines.node_flags.push_back(flags);
        return static_cast<std::uint32_t>(ways_.lines.node.size() - 1);
    }

    std::vector<std::uint32_t> nodes(const std::vector<gis::Point>& points)
    {
        std::vector<std::uint32_t> all;
        for (const gis::Point& at : points) {
            all.push_back(node(at.x, at.y));
        }
        return all;
    }

    /// Outlines of squares that are no ways themselves must come last.
    std::uint32_t way(const std::vector<std::uint32_t>& refs, const gis::StreetLevel& level = {}, std::uint8_t flags = 0)
    {
        ways_.first_line_of_way.push_back(static_cast<std::uint32_t>(ways_.lines.line_count()));
        ways_.lines.ref.insert(ways_.lines.ref.end(), refs.begin(), refs.end());
        ways_.lines.first_ref.push_back(static_cast<std::uint32_t>(ways_.lines.ref.size()));
        ways_.lines.line_flags.push_back(flags);
        ways_.lines.line_kind.push_back(0);
        ways_.level_of_line.push_back(level);
        return static_cast<std::uint32_t>(ways_.first_line_of_way.size() - 1);
    }

    /// A closed way with area=yes; the nodes without the first again.
    void square(std::vector<std::uint32_t> ring, const std::vector<std::vector<std::uint32_t>>& holes = {},
                const gis::StreetLevel& level = {}, std::uint8_t flags = 0)
    {
        gis::UnjoinedSquare square{"way/" + std::to_string(ways_.squares.size()), {}, level, flags, 0, true};
        ring.push_back(ring.front());
        square.ways.push_back(way(ring, level, flags));
        for (std::vector<std::uint32_t> hole : holes) {
            hole.push_back(hole.front());
            square.ways.push_back(way(hole, level, flags));
        }
        ways_.squares.push_back(square);
    }

    gis::UnjoinedStreets& ways() { return ways_; }
    const gis::CityPlane& plane() const { return plane_; }
    gis::Streets streets(gis::Squares squares = gis::Squares::across) const { return gis::joined(ways_, squares); }
    gis::WalkNetwork network(gis::Squares squares = gis::Squares::across) const { return build_walk_network(streets(squares), plane_); }

    /// Metres on foot between the network's nodes nearest to two points; infinite where there is no way.
    static double walk_m(const gis::WalkNetwork& network, const gis::Point& from, const gis::Point& to)
    {
        return ways_m(network, nearest_node(network, from))[nearest_node(network, to)];
    }

    static std::vector<double> ways_m(const gis::WalkNetwork& network, std::uint32_t from)
    {
        using Reached = std::pair<double, std::uint32_t>;
        std::vector<double> metres(network.node_count(), std::numeric_limits<double>::infinity());
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
        queue.emplace(0.0, from);
        while (!queue.empty()) {
            const auto [reached_m, node] = queue.top();
            queue.pop();
            if (reached_m >= metres[node]) {
                continue;
            }
            metres[node] = reached_m;
            for (std::uint32_t arc = network.first_arc[node]; arc < network.first_arc[node + 1]; ++arc) {
                queue.emplace(reached_m + static_cast<double>(network.edge_length_m[index(edge_of(network.arc[arc]))]),
                              index(network.head[arc]));
            }
        }
        return metres;
    }

    static std::uint32_t nearest_node(const gis::WalkNetwork& network, const gis::Point& at)
    {
        std::uint32_t best = 0;
        double best_m = std::numeric_limits<double>::infinity();
        for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
            const auto line = network.line(gis::EdgeId{edge});
            for (const auto& [point, node] :
                 {std::pair(line.front(), network.edge_from[edge]), std::pair(line.back(), network.edge_to[edge])}) {
                if (gis::distance_m(point, at) < best_m) {
                    best_m = gis::distance_m(point, at);
                    best = index(node);
                }
            }
        }
        return best;
    }

private:
    gis::CityPlane plane_;
    gis::UnjoinedStreets ways_;
};
