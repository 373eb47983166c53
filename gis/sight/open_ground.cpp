#include "gis/sight/open_ground.hpp"

#include "gis/sight/nearest_on_segment.hpp"

#include <algorithm>
#include <numeric>

namespace gis {
namespace {

constexpr double margin_m = 2.0 * sight_slack_m;
constexpr std::size_t segments_of_one_cell = 16; // so few are looked at sooner than a grid

Point minus(const Point& a, const Point& b)
{
    return {a.x - b.x, a.y - b.y};
}

double cross(const Point& a, const Point& b)
{
    return a.x * b.y - a.y * b.x;
}

double dot(const Point& a, const Point& b)
{
    return a.x * b.x + a.y * b.y;
}

/// A square's outline is a few metres to a few hundred metres long: cells hold about one segment.
SegmentGrid grid_over(const Polygon& ground)
{
    Box box;
    std::size_t segments = 0;
    double length_m = 0.0;
    const auto add = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            box.add(ring[i]);
            length_m += i > 0 ? distance_m(ring[i - 1], ring[i]) : 0.0;
            segments += i > 0 ? 1U : 0U;
        }
    };
    add(ground.outer);
    std::for_each(ground.holes.begin(), ground.holes.end(), add);
    const double width_m = box.max_x - box.min_x;
    const double height_m = box.max_y - box.min_y;
    const double longer_m = std::max(width_m, height_m);
    if (segments <= segments_of_one_cell || !(longer_m > 0.0)) {
        return {box, std::isfinite(longer_m) && longer_m > 0.0 ? 2.0 * longer_m : 1.0, 1, 1, margin_m};
    }
    const auto count = static_cast<double>(segments);
    const double cell_m = std::max({std::sqrt(width_m * height_m / count), length_m / count, (width_m + height_m) / count});
    return {box, cell_m, static_cast<std::uint32_t>(width_m / cell_m) + 1, static_cast<std::uint32_t>(height_m / cell_m) + 1, margin_m};
}

/// A line of sight, held against the segments of rings one by one.
class Look
{
public:
    Look(const Point& a, const Point& b, double length_m)
        : from_(a), along_{(b.x - a.x) / length_m, (b.y - a.y) / length_m}, length_m_(length_m), breaks_{0.0, length_m}
    {
    }

    bool is_blocked() const { return is_blocked_; }

    void meet(const Point& p, const Point& q)
    {
        const double side_p = cross(along_, minus(p, from_));
        const double side_q = cross(along_, minus(q, from_));
        const double at_p = dot(along_, minus(p, from_));
        const double at_q = dot(along_, minus(q, from_));
        const bool touches_p = std::fabs(side_p) <= sight_slack_m;
        const bool touches_q = std::fabs(side_q) <= sight_slack_m;
        if (touches_p) {
            add_break(at_p);
        }
        if (touches_q) {
            add_break(at_q);
        }
        if ((side_p > 0.0 && side_q < 0.0) || (side_p < 0.0 && side_q > 0.0)) {
            const double at = at_p + (at_q - at_p) * (side_p / (side_p - side_q));
            const double sine = std::fabs(side_q - side_p) / distance_m(p, q);
            const bool is_between = at * sine > sight_slack_m && (length_m_ - at) * sine > sight_slack_m;
            is_blocked_ = is_blocked_ || (is_between && !touches_p && !touches_q);
            add_break(at);
        }
    }

    /// The middles of the pieces between the places where rings touch or cross: each piece is on the ground or off it as a whole.
    template <class Holds>
    bool is_held(const Holds& holds)
    {
        std::sort(breaks_.begin(), breaks_.end());
        for (std::size_t i = 1; i < breaks_.size(); ++i) {
            const double middle_m = (breaks_[i - 1] + breaks_[i]) / 2.0;
            if (breaks_[i] - breaks_[i - 1] > 2.0 * sight_slack_m &&
                !holds(Point{from_.x + along_.x * middle_m, from_.y + along_.y * middle_m})) {
                return false;
            }
        }
        return true;
    }

private:
    void add_break(double at)
    {
        if (at > 0.0 && at < length_m_) {
            breaks_.push_back(at);
        }
    }

    Point from_;
    Point along_;
    double length_m_;
    std::vector<double> breaks_; ///< metres from the beginning
    bool is_blocked_ = false;
};

} // namespace

bool are_on_both_sides(const Point& from, const Point& at, const Point& a, const Point& b)
{
    const Point along = minus(at, from);
    const double side_a = cross(along, minus(a, at));
    const double side_b = cross(along, minus(b, at));
    const double slack = sight_slack_m * sight_slack_m * dot(along, along);
    return (side_a > 0.0) != (side_b > 0.0) && side_a * side_a > slack && side_b * side_b > slack;
}

bool looks_inward(const Point& to, const Point& at, const Point& before, const Point& after)
{
    const Point line = minus(to, at);
    const Point on = minus(after, at);
    const Point back = minus(before, at);
    // To the right of one of the ring's two edges by more than the slack, as far as both reach.
    const auto is_right_of = [&line](const Point& edge, double side) {
        return side < 0.0 && side * side > sight_slack_m * sight_slack_m * std::max(dot(edge, edge), dot(line, line));
    };
    const bool leaves_on = is_right_of(on, cross(on, line));
    const bool leaves_back = is_right_of(back, cross(line, back));
    return cross(on, back) > 0.0 ? !leaves_on && !leaves_back : !leaves_on || !leaves_back;
}

OpenGround::OpenGround(const Polygon& ground) : grid_(grid_over(ground))
{
    add(ground.outer);
    for (const Ring& hole : ground.holes) {
        add(hole);
    }
    fill_cells();
}

void OpenGround::add(const Ring& ring)
{
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (ring[i - 1] != ring[i]) {
            segments_.push_back({ring[i - 1], ring[i]});
        }
    }
}

void OpenGround::fill_cells()
{
    const auto for_each_entry = [this](const auto& visit) {
        for (std::uint32_t i = 0; i < segments_.size(); ++i) {
            grid_.for_each_cell(segments_[i].from, segments_[i].to, [&](std::size_t cell) { visit(cell, i); });
        }
    };
    first_in_cell_.assign(static_cast<std::size_t>(grid_.columns) * grid_.rows + 1, 0);
    for_each_entry([this](std::size_t cell, std::uint32_t) { ++first_in_cell_[cell + 1]; });
    std::partial_sum(first_in_cell_.begin(), first_in_cell_.end(), first_in_cell_.begin());
    in_cell_.resize(first_in_cell_.back());
    std::vector<std::uint32_t> next(first_in_cell_.begin(), first_in_cell_.end() - 1);
    for_each_entry([&](std::size_t cell, std::uint32_t segment) { in_cell_[next[cell]++] = segment; });
}

std::size_t OpenGround::cell_of(const Point& at) const
{
    return static_cast<std::size_t>(grid_.row_of(at.y)) * grid_.columns + grid_.column_of(at.x);
}

bool OpenGround::is_on_outline(const Point& at) const
{
    const std::size_t cell = cell_of(at);
    return std::any_of(in_cell_.begin() + first_in_cell_[cell], in_cell_.begin() + first_in_cell_[cell + 1], [&](std::uint32_t i) {
        return nearest_on_segment(at, segments_[i].from, segments_[i].to).squared_m2 <= sight_slack_m * sight_slack_m;
    });
}

bool OpenGround::holds(const Point& at) const
{
    if (segments_.empty() || !bounds().widened(sight_slack_m).meets({at.x, at.y, at.x, at.y})) {
        return false;
    }
    // Crossings of the ray to the east. A segment stands in several cells, its crossing is counted in its own.
    bool is_inside = false;
    const std::size_t row = static_cast<std::size_t>(grid_.row_of(at.y)) * grid_.columns;
    for (std::uint32_t column = grid_.column_of(at.x); column < grid_.columns; ++column) {
        for (std::uint32_t i = first_in_cell_[row + column]; i < first_in_cell_[row + column + 1]; ++i) {
            const auto& [from, to] = segments_[in_cell_[i]];
            if ((from.y > at.y) == (to.y > at.y)) {
                continue;
            }
            const double x = from.x + (to.x - from.x) * ((at.y - from.y) / (to.y - from.y));
            is_inside = is_inside != (x > at.x && grid_.column_of(x) == column);
        }
    }
    return is_inside || is_on_outline(at);
}

bool OpenGround::sees(const Point& a, const Point& b) const
{
    const double length_m = distance_m(a, b);
    if (!(length_m > 2.0 * sight_slack_m)) {
        return holds(a) || holds(b);
    }
    if (segments_.empty()) {
        return false;
    }
    Look look(a, b, length_m);
    const bool is_blocked = grid_.any_cell(a, b, [&](std::size_t cell) {
        return std::any_of(in_cell_.begin() + first_in_cell_[cell], in_cell_.begin() + first_in_cell_[cell + 1], [&](std::uint32_t i) {
            look.meet(segments_[i].from, segments_[i].to);
            return look.is_blocked();
        });
    });
    return !is_blocked && look.is_held([this](const Point& at) { return holds(at); });
}

} // namespace gis
