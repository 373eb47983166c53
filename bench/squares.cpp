// What do squares cost, in milliseconds of CPU? One large plaza with an uneven outline and buildings on it, and very many small squares.
// usage: bench_squares [VERTICES [SQUARES [ROUNDS]]]

#include "gis/network/sight_lines.hpp"
#include "gis/squares/joined_streets.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <random>
#include <vector>

namespace {

constexpr gis::Point middle{10.0, 50.0};
constexpr double pi = 3.14159265358979323846;

/// Ways and squares with all nodes of their own, in metres around the middle.
class Drawing
{
public:
    explicit Drawing(const gis::CityPlane& plane) : plane_(plane) { ways_.lines.first_ref.push_back(0); }

    std::uint32_t node(const gis::Point& at)
    {
        ways_.lines.node.push_back(plane_.to_degrees(at));
        ways_.lines.node_flags.push_back(0);
        return static_cast<std::uint32_t>(ways_.lines.node.size() - 1);
    }

    std::uint32_t way(const std::vector<std::uint32_t>& refs)
    {
        ways_.first_line_of_way.push_back(static_cast<std::uint32_t>(ways_.lines.line_count()));
        ways_.lines.ref.insert(ways_.lines.ref.end(), refs.begin(), refs.end());
        ways_.lines.first_ref.push_back(static_cast<std::uint32_t>(ways_.lines.ref.size()));
        ways_.lines.line_flags.push_back(0);
        ways_.lines.line_kind.push_back(0);
        ways_.level_of_line.emplace_back();
        return static_cast<std::uint32_t>(ways_.first_line_of_way.size() - 1);
    }

    /// Corners up to `radius_m` from the middle, and `depth_m` less; nodes without the first again.
    std::vector<std::uint32_t> star(const gis::Point& at, double radius_m, double depth_m, std::size_t corners)
    {
        std::uniform_real_distribution<double> depth(0.0, depth_m);
        std::vector<std::uint32_t> ring;
        for (std::size_t i = 0; i < corners; ++i) {
            const double angle = 2.0 * pi * static_cast<double>(i) / static_cast<double>(corners);
            const double away_m = radius_m - depth(random_);
            ring.push_back(node({at.x + away_m * std::cos(angle), at.y + away_m * std::sin(angle)}));
        }
        return ring;
    }

    /// Twelve bays of 20 m between soft capes, around (0, 0).
    std::vector<std::uint32_t> waves(double radius_m, std::size_t corners)
    {
        std::vector<std::uint32_t> ring;
        for (std::size_t i = 0; i < corners; ++i) {
            const double angle = 2.0 * pi * static_cast<double>(i) / static_cast<double>(corners);
            const double away_m = radius_m + 10.0 * std::sin(12.0 * angle);
            ring.push_back(node({away_m * std::cos(angle), away_m * std::sin(angle)}));
        }
        return ring;
    }

    /// A path from a node straight away from a point.
    void path(std::uint32_t from, const gis::Point& away_from)
    {
        const gis::Point at = plane_.to_plane(ways_.lines.node[from]);
        way({from, node({at.x + (at.x - away_from.x) * 0.5, at.y + (at.y - away_from.y) * 0.5})});
    }

    void square(const std::vector<std::vector<std::uint32_t>>& rings)
    {
        gis::UnjoinedSquare square;
        for (std::vector<std::uint32_t> ring : rings) {
            ring.push_back(ring.front());
            square.ways.push_back(way(ring));
        }
        ways_.squares.push_back(square);
    }

    const gis::UnjoinedStreets& ways() const { return ways_; }

private:
    const gis::CityPlane& plane_;
    gis::UnjoinedStreets ways_;
    std::mt19937_64 random_{5};
};

/// 400 m across, nine buildings of ten corners, a path at every hundredth vertex. `jagged`: each vertex up to 5 m nearer, as no outline is.
gis::UnjoinedStreets plaza(const gis::CityPlane& plane, std::size_t vertices, bool jagged)
{
    Drawing drawing(plane);
    std::vector<std::vector<std::uint32_t>> rings{jagged ? drawing.star({0, 0}, 200.0, 5.0, vertices) : drawing.waves(200.0, vertices)};
    for (std::size_t i = 0; i < rings.front().size(); i += 100) {
        drawing.path(rings.front()[i], {0, 0});
    }
    for (int x = -1; x <= 1; ++x) {
        for (int y = -1; y <= 1; ++y) {
            rings.push_back(drawing.star({x * 40.0, y * 40.0}, 12.0, 6.0, 10));
        }
    }
    drawing.square(rings);
    return drawing.ways();
}

/// Of five to eight corners, 100 m apart, three paths at each.
gis::UnjoinedStreets small_squares(const gis::CityPlane& plane, std::size_t count)
{
    Drawing drawing(plane);
    const auto columns = static_cast<std::size_t>(std::sqrt(static_cast<double>(count)));
    for (std::size_t i = 0; i < count; ++i) {
        const gis::Point at{static_cast<double>(i % columns) * 100.0, static_cast<double>(i / columns) * 100.0};
        const auto ring = drawing.star(at, 20.0, 10.0, 5 + i % 4);
        for (std::size_t corner = 0; corner < 3; ++corner) {
            drawing.path(ring[corner], at);
        }
        drawing.square({ring});
    }
    return drawing.ways();
}

double median_ms(int rounds, const std::function<void()>& work)
{
    std::vector<double> ms;
    for (int i = 0; i < rounds; ++i) {
        const std::clock_t begin = std::clock();
        work();
        ms.push_back(1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::sort(ms.begin(), ms.end());
    return ms[ms.size() / 2];
}

void measure(const char* what, const gis::UnjoinedStreets& ways, const gis::CityPlane& plane, int rounds)
{
    const gis::Streets joined = gis::joined(ways, gis::Squares::across);
    const double joining_ms = median_ms(rounds, [&] { gis::joined(ways, gis::Squares::across); });
    const double outline_ms = median_ms(rounds, [&] { gis::joined(ways, gis::Squares::outline); });
    gis::Streets seen;
    const double copying_ms = median_ms(rounds, [&] { seen = joined; });
    const double sights_ms = median_ms(rounds, [&] {
        seen = joined;
        gis::add_sight_lines(seen, plane);
    });
    std::printf("%s: joined in %.1f ms (%.1f without squares), %zu lines of sight in %.1f ms\n", what, joining_ms, outline_ms,
                seen.line_count() - joined.line_count(), sights_ms - copying_ms);
}

} // namespace

int main(int count, char** arguments)
{
    const auto argument = [&](int which, int otherwise) { return count > which ? std::atoi(arguments[which]) : otherwise; };
    const auto vertices = static_cast<std::size_t>(argument(1, 2000));
    const auto squares = static_cast<std::size_t>(argument(2, 10000));
    const int rounds = argument(3, 7);
    const gis::CityPlane plane(middle);
    std::printf("a plaza of %zu vertices, %zu small squares; medians of %d rounds\n", vertices, squares, rounds);
    measure("the plaza", plaza(plane, vertices, false), plane, rounds);
    measure("the same, jagged", plaza(plane, vertices, true), plane, rounds);
    measure("small squares", small_squares(plane, squares), plane, rounds);
}
