#include "gis/joining/unjoined_streets.hpp"

#include "gis/interrupt.hpp"
#include "gis/joining/ends_at_one_place.hpp"

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
        for (std::size_t way = 0; way < all_.first_line_of_way.size(); ++way) {
            throw_if_interrupted();
            const std::size_t begin = all_.first_line_of_way[way];
            const std::size_t end = way + 1 < all_.first_line_of_way.size() ? all_.first_line_of_way[way + 1] : all_.lines.line_count();
            if (is_near(begin, end)) {
                kept_.first_line_of_way.push_back(static_cast<std::uint32_t>(kept_.lines.line_count()));
                for (std::size_t line = begin; line < end; ++line) {
                    take(line);
                }
            }
        }
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

Streets joined(UnjoinedStreets ways)
{
    Streets streets = std::move(ways.lines);
    streets.trunk_ways_barred = ways.barred_trunk.size();
    for (const CountedWay& way : ways.barred_trunk) {
        streets.trunk_barred_m += way.metres;
    }
    join_ends_at_one_place(streets, ways.level_of_line);
    return streets;
}

} // namespace gis
