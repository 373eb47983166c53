#include "gis/geometry/track.hpp"

#include "gis/geometry/overlay.hpp"

#include <algorithm>

namespace gis {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double degree = pi / 180.0;
constexpr double min_step_m = 0.01; ///< less has no direction

Point minus(const Point& a, const Point& b)
{
    return {a.x - b.x, a.y - b.y};
}

double dot(const Point& a, const Point& b)
{
    return a.x * b.x + a.y * b.y;
}

double cross(const Point& a, const Point& b)
{
    return a.x * b.y - a.y * b.x;
}

/// Turning from one direction to another, counter-clockwise, -pi..pi.
double turn(const Point& from, const Point& to)
{
    return std::atan2(cross(from, to), dot(from, to));
}

Point direction(const Point& from, const Point& to)
{
    const double length = distance_m(from, to);
    return {(to.x - from.x) / length, (to.y - from.y) / length};
}

double length_m(const Line& line)
{
    double sum_m = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum_m += distance_m(line[i - 1], line[i]);
    }
    return sum_m;
}

Line without_repeated_points(const Line& line)
{
    Line plain;
    for (const Point& point : line) {
        if (plain.empty() || distance_m(plain.back(), point) > min_step_m) {
            plain.push_back(point);
        }
    }
    return plain;
}

/// Where both ends run the same way, the one behind is led on until it is level with the other.
void bring_level(Line& line)
{
    constexpr double max_turn = 20.0 * degree;
    const Point ahead = direction(line[line.size() - 2], line.back());
    const Point back = direction(line[1], line.front());
    if (std::fabs(turn(ahead, back)) > max_turn) {
        return;
    }
    const double behind_m = dot(minus(line.front(), line.back()), ahead);
    const double before_m = dot(minus(line.back(), line.front()), back);
    if (behind_m > min_step_m) {
        line.push_back({line.back().x + behind_m * ahead.x, line.back().y + behind_m * ahead.y});
    } else if (before_m > min_step_m) {
        line.insert(line.begin(), Point{line.front().x + before_m * back.x, line.front().y + before_m * back.y});
    }
}

/// Half of the turning between the ends: 0 for a straight, a right angle for a semicircle; positive to the left. Nothing where no arc fits.
std::optional<double> half_turn_of_gap(const Line& line)
{
    constexpr double straight_within = 15.0 * degree;
    constexpr double max_difference = 40.0 * degree;
    constexpr double most = 105.0 * degree;
    const Point gap = minus(line.front(), line.back());
    const double leaving = turn(minus(line.back(), line[line.size() - 2]), gap);
    const double arriving = turn(gap, minus(line[1], line.front()));
    const double mean = (leaving + arriving) / 2.0;
    if (std::fabs(leaving - arriving) > max_difference || std::fabs(mean) > most) {
        return std::nullopt;
    }
    if (std::fabs(mean) < straight_within) {
        return 0.0;
    }
    const bool is_semicircle = std::fabs(std::fabs(mean) - pi / 2.0) < straight_within;
    return is_semicircle ? std::copysign(pi / 2.0, mean) : mean;
}

/// Points of the arc from `from` to `to` without both; it leaves the chord by `half_turn`.
Line arc_between(const Point& from, const Point& to, double half_turn)
{
    constexpr double step = 1.0 * degree;
    const auto steps = static_cast<int>(std::ceil(2.0 * std::fabs(half_turn) / step));
    const double radius = distance_m(from, to) / (2.0 * std::sin(std::fabs(half_turn)));
    const double side = half_turn > 0.0 ? 1.0 : -1.0;
    const Point along = direction(from, to);
    const Point ahead = {along.x * std::cos(half_turn) + along.y * std::sin(half_turn),
                         along.y * std::cos(half_turn) - along.x * std::sin(half_turn)};
    const Point centre = {from.x - side * radius * ahead.y, from.y + side * radius * ahead.x};
    const Point spoke = minus(from, centre);
    Line arc;
    for (int i = 1; i < steps; ++i) {
        const double angle = 2.0 * half_turn * i / steps;
        arc.push_back({centre.x + spoke.x * std::cos(angle) - spoke.y * std::sin(angle),
                       centre.y + spoke.x * std::sin(angle) + spoke.y * std::cos(angle)});
    }
    return arc;
}

/// Counter-clockwise, without the repeated last point.
Line convex_hull(Line points)
{
    std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    Line hull;
    const auto add = [&hull](const Point& point, std::size_t kept) {
        while (hull.size() >= kept + 2 && cross(minus(hull.back(), hull[hull.size() - 2]), minus(point, hull.back())) <= 0.0) {
            hull.pop_back();
        }
        hull.push_back(point);
    };
    for (const Point& point : points) {
        add(point, 0);
    }
    const std::size_t lower = hull.size() - 1;
    for (auto point = points.rbegin() + 1; point != points.rend(); ++point) {
        add(*point, lower);
    }
    hull.pop_back();
    return hull;
}

/// The least distance between two parallels that hold the hull.
double width_of_hull_m(const Line& hull)
{
    double min_m = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < hull.size(); ++i) {
        const Point along = direction(hull[i], hull[(i + 1) % hull.size()]);
        double wide_m = 0.0;
        for (const Point& point : hull) {
            wide_m = std::max(wide_m, cross(along, minus(point, hull[i])));
        }
        min_m = std::min(min_m, wide_m);
    }
    return min_m;
}

bool is_between(double value, double low, double high)
{
    return value >= low && value <= high;
}

bool is_track(const Ring& lap)
{
    const double lap_m = length_m(lap);
    if (!is_between(lap_m, 60.0, 500.0)) {
        return false;
    }
    const MultiPolygon ground = {{lap, {}}};
    Line hull = convex_hull(lap);
    if (hull.size() < 3 || repaired(ground).was_invalid) {
        return false;
    }
    const double width_m = width_of_hull_m(hull);
    hull.push_back(Point(hull.front()));
    const double m2 = area(ground).square_metres();
    const double stadium_m2 = (lap_m - pi * width_m) / 2.0 * width_m + pi * width_m * width_m / 4.0;
    return is_between(width_m, 15.0, 110.0) && is_between(m2 / stadium_m2, 0.8, 1.1) && m2 >= 0.9 * area({{hull, {}}}).square_metres();
}

} // namespace

bool is_closed(const Line& line)
{
    return line.size() >= 4 && distance_m(line.front(), line.back()) <= closing_gap_m;
}

MultiPolygon inside_of(const MultiLine& lines)
{
    MultiPolygon grounds;
    for (const Line& line : lines) {
        Ring ring = line;
        ring.back() = ring.front();
        grounds.push_back({std::move(ring), {}});
    }
    return grounds;
}

std::optional<CompletedTrack> completed_track(const Line& drawn)
{
    Line lap = without_repeated_points(drawn);
    if (lap.size() < 4) {
        return std::nullopt;
    }
    const double drawn_m = length_m(lap);
    bring_level(lap);
    const auto half_turn = half_turn_of_gap(lap);
    if (!half_turn) {
        return std::nullopt;
    }
    if (*half_turn != 0.0) {
        const Line arc = arc_between(lap.back(), lap.front(), *half_turn);
        lap.insert(lap.end(), arc.begin(), arc.end());
    }
    lap.push_back(Point(lap.front()));
    const double lap_m = length_m(lap);
    if (drawn_m < 0.5 * lap_m || !is_track(lap)) {
        return std::nullopt;
    }
    return CompletedTrack{{std::move(lap), {}}, lap_m - drawn_m, *half_turn == 0.0 ? TrackGap::straight : TrackGap::bend};
}

} // namespace gis
