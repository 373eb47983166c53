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

} // namespace

std::vector<std::vector<NearSegment>> segments_near_squares(const Streets& streets)
{
    std::vector<std::vector<NearSegment>> near(streets.squares.size());
    const BoxGrid squares(boxes_of(streets));
    for (std::uint32_t line = 0; line < streets.line_count(); ++line) {
        throw_if_interrupted();
        for (std::uint32_t i = streets.first_ref[line]; i + 1 < streets.first_ref[line + 1]; ++i) {
            Box window;
            window.add(streets.node[streets.ref[i]]);
            window.add(streets.node[streets.ref[i + 1]]);
            squares.meeting(window, [&](std::uint32_t square) { near[square].push_back({line, i}); });
        }
    }
    return near;
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
