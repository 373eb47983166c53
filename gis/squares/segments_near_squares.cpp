#include "gis/squares/segments_near_squares.hpp"

#include "gis/interrupt.hpp"
#include "gis/sight/box_grid.hpp"

#include <algorithm>

namespace gis {
namespace {

std::vector<Box> boxes_of(const Streets& streets)
{
    constexpr double margin_degrees = 1e-6; // ends within 1 cm of an outline are looked at too
    std::vector<Box> boxes;
    for (const StreetSquare& square : streets.squares) {
        Box box;
        for (const std::uint32_t node : square.outer) {
            box.add(streets.node[node]);
        }
        boxes.push_back(box.widened(margin_degrees));
    }
    return boxes;
}

Box box_of(const Streets& streets, std::uint32_t line)
{
    Box box;
    for (std::uint32_t i = streets.first_ref[line]; i < streets.first_ref[line + 1]; ++i) {
        const Point& at = streets.node[streets.ref[i]];
        box = {std::min(box.min_x, at.x), std::min(box.min_y, at.y), std::max(box.max_x, at.x), std::max(box.max_y, at.y)};
    }
    return box;
}

} // namespace

std::vector<std::vector<NearSegment>> segments_near_squares(const Streets& streets, std::span<const std::uint32_t> lines)
{
    std::vector<std::vector<NearSegment>> near(streets.squares.size());
    const BoxGrid squares(boxes_of(streets));
    for (const std::uint32_t line : lines) {
        throw_if_interrupted();
        bool is_near = false;
        squares.meeting(box_of(streets, line), [&is_near](std::uint32_t) { is_near = true; });
        if (!is_near) {
            continue;
        }
        for (std::uint32_t i = streets.first_ref[line]; i + 1 < streets.first_ref[line + 1]; ++i) {
            squares.meeting(box_between(streets.node[streets.ref[i]], streets.node[streets.ref[i + 1]]), [&](std::uint32_t square) {
                near[square].push_back({line, i});
            });
        }
    }
    return near;
}

std::vector<std::uint32_t> lines_of(const std::vector<std::vector<NearSegment>>& near)
{
    std::vector<std::uint32_t> lines;
    for (const auto& segments : near) {
        std::for_each(segments.begin(), segments.end(), [&lines](const NearSegment& segment) { lines.push_back(segment.line); });
    }
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

std::vector<std::uint64_t> ring_keys(const StreetSquare& square)
{
    std::vector<std::uint64_t> keys;
    const auto add = [&keys](const std::vector<std::uint32_t>& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            keys.push_back(segment_key(ring[i - 1], ring[i]));
        }
    };
    add(square.outer);
    std::for_each(square.holes.begin(), square.holes.end(), add);
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace gis
