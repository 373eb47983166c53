#include "gis/joining/unjoined_streets.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>
#include <utility>

namespace gis {
namespace {

/// The part of a segment, from 0 to 1, that is left when one side after another is cut off (Liang and Barsky).
struct Stretch
{
    double begin = 0.0;
    double end = 1.0;

    /// Keeps where `start` + t x `step` >= 0.
    void keep_from(double start, double step)
    {
        if (step > 0.0) {
            begin = std::max(begin, -start / step);
        } else if (step < 0.0) {
            end = std::min(end, -start / step);
        } else if (start < 0.0) {
            end = -1.0;
        }
    }
};

bool segment_meets(const Point& a, const Point& b, const Box& box)
{
    Stretch inside;
    inside.keep_from(a.x - box.min_x, b.x - a.x);
    inside.keep_from(box.max_x - a.x, a.x - b.x);
    inside.keep_from(a.y - box.min_y, b.y - a.y);
    inside.keep_from(box.max_y - a.y, a.y - b.y);
    return inside.begin <= inside.end;
}

Box bounds_of(std::span<const Point> points)
{
    Box box;
    for (const Point& point : points) {
        box.add(point);
    }
    return box;
}

/// The ways that are kept, taken over line by line.
class Cutting
{
public:
    Cutting(const UnjoinedStreets& ways, const Box& within) : all_(ways), within_(within), new_number_(all_.lines.node.size(), 0)
    {
        kept_.lines.first_ref.push_back(0);
        kept_.lines.kinds = all_.lines.kinds;
    }

    UnjoinedStreets cut()
    {
        make_room();
        const std::vector<bool> near = near_ways();
        const std::vector<bool> kept = with_ways_of_squares(near);
        std::vector<std::uint32_t> new_way(kept.size());
        for (std::size_t way = 0; way < kept.size(); ++way) {
            throw_if_interrupted();
            new_way[way] = static_cast<std::uint32_t>(kept_.first_line_of_way.size());
            if (kept[way]) {
                kept_.first_line_of_way.push_back(static_cast<std::uint32_t>(kept_.lines.line_count()));
                for (std::size_t line = all_.first_line_of_way[way]; line < end_of_way(way); ++line) {
                    take(line);
                }
            }
        }
        take_squares(near, new_way);
        for (const CountedWay& way : all_.barred_trunk) {
            if (std::any_of(way.course.begin(), way.course.end(), [this](const Line& line) { return touches(line, within_); })) {
                kept_.barred_trunk.push_back(way);
            }
        }
        return std::move(kept_);
    }

private:
    std::span<const std::uint32_t> refs(std::size_t line) const
    {
        const std::uint32_t begin = all_.lines.first_ref[line];
        return std::span(all_.lines.ref).subspan(begin, all_.lines.first_ref[line + 1] - begin);
    }

    std::size_t end_of_way(std::size_t way) const
    {
        return way + 1 < all_.first_line_of_way.size() ? all_.first_line_of_way[way + 1] : all_.lines.line_count();
    }

    std::vector<bool> near_ways()
    {
        std::vector<bool> near(all_.first_line_of_way.size());
        for (std::size_t way = 0; way < near.size(); ++way) {
            throw_if_interrupted();
            near[way] = is_near(all_.first_line_of_way[way], end_of_way(way));
        }
        return near;
    }

    static bool is_near(const UnjoinedSquare& square, const std::vector<bool>& near)
    {
        return std::any_of(square.ways.begin(), square.ways.end(), [&near](std::uint32_t way) { return near[way]; });
    }

    std::vector<bool> with_ways_of_squares(const std::vector<bool>& near) const
    {
        std::vector<bool> kept = near;
        for (const UnjoinedSquare& square : all_.squares) {
            if (is_near(square, near)) {
                std::for_each(square.ways.begin(), square.ways.end(), [&kept](std::uint32_t way) { kept[way] = true; });
            }
        }
        return kept;
    }

    void take_squares(const std::vector<bool>& near, const std::vector<std::uint32_t>& new_way)
    {
        for (const UnjoinedSquare& square : all_.squares) {
            if (is_near(square, near)) {
                kept_.squares.push_back(square);
                for (std::uint32_t& way : kept_.squares.back().ways) {
                    way = new_way[way];
                }
            }
        }
    }

    bool is_near(std::size_t begin, std::size_t end)
    {
        for (std::size_t line = begin; line < end; ++line) {
            points_.clear();
            for (const std::uint32_t node : refs(line)) {
                points_.push_back(all_.lines.node[node]);
            }
            if (touches(points_, within_)) {
                return true;
            }
        }
        return false;
    }

    /// Memory is only taken as it is used; growing step by step would touch all of it twice.
    void make_room()
    {
        kept_.lines.node.reserve(all_.lines.node.size());
        kept_.lines.node_flags.reserve(all_.lines.node_flags.size());
        kept_.lines.ref.reserve(all_.lines.ref.size());
        kept_.lines.first_ref.reserve(all_.lines.first_ref.size());
    }

    void take(std::size_t line)
    {
        for (const std::uint32_t node : refs(line)) {
            kept_.lines.ref.push_back(number_of(node));
        }
        kept_.lines.first_ref.push_back(static_cast<std::uint32_t>(kept_.lines.ref.size()));
        kept_.lines.line_flags.push_back(all_.lines.line_flags[line]);
        kept_.lines.line_kind.push_back(all_.lines.line_kind[line]);
        if (line < all_.level_of_line.size()) {
            kept_.level_of_line.push_back(all_.level_of_line[line]);
        }
    }

    std::uint32_t number_of(std::uint32_t node)
    {
        if (new_number_[node] == 0) {
            kept_.lines.node.push_back(all_.lines.node[node]);
            kept_.lines.node_flags.push_back(all_.lines.node_flags[node]);
            new_number_[node] = static_cast<std::uint32_t>(kept_.lines.node.size());
        }
        return new_number_[node] - 1;
    }

    const UnjoinedStreets& all_;
    const Box& within_;
    std::vector<std::uint32_t> new_number_; ///< by old number: 0, or 1 + the new one
    UnjoinedStreets kept_;
    Line points_; ///< of the line at hand
};

} // namespace

bool touches(std::span<const Point> line, const Box& box)
{
    if (!box.meets(bounds_of(line))) {
        return false;
    }
    const auto is_inside = [&box](const Point& point) { return box.meets({point.x, point.y, point.x, point.y}); };
    if (std::any_of(line.begin(), line.end(), is_inside)) {
        return true;
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (segment_meets(line[i - 1], line[i], box)) {
            return true;
        }
    }
    return false;
}

UnjoinedStreets cut_to(const UnjoinedStreets& ways, const Box& within)
{
    return Cutting(ways, within).cut();
}

} // namespace gis
