#include "gis/geometry/coverage.hpp"

#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <array>

namespace gis {
namespace {

constexpr std::size_t max_vertices = 64; ///< of what is covered, in a tile that is not cut
constexpr int max_depth = 16;            ///< where very many outlines meet in one point, tiles do not help
constexpr double nothing_m2 = 1e-10;     ///< what rounding leaves between outlines that are the same

bool lies_in(const Box& inner, const Box& outer)
{
    return outer.min_x <= inner.min_x && inner.max_x <= outer.max_x && outer.min_y <= inner.min_y && inner.max_y <= outer.max_y;
}

MultiPolygon rectangle(const Box& box)
{
    return {{{{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}, {box.min_x, box.min_y}}, {}}};
}

double m2_of(const MultiPolygon& ground)
{
    return area(ground).square_metres();
}

std::size_t vertices_of(const MultiPolygon& ground)
{
    std::size_t count = 0;
    for (const Polygon& polygon : ground) {
        count += polygon.outer.size();
        for (const Ring& hole : polygon.holes) {
            count += hole.size();
        }
    }
    return count;
}

/// Calls `visit` with what of `ground` lies in the box, if anything does. Avoids the overlay where all of it does.
template <class Visit>
void visit_part(const MultiPolygon& ground, const Box& box, const Visit& visit)
{
    const Box own = bounds(ground);
    if (lies_in(own, box)) {
        visit(ground);
    } else if (own.meets(box)) {
        visit(intersection(ground, rectangle(box)));
    }
}

std::array<Box, 4> quarters_of(const Box& box)
{
    const double x = (box.min_x + box.max_x) / 2.0;
    const double y = (box.min_y + box.max_y) / 2.0;
    return {Box{box.min_x, box.min_y, x, y}, Box{x, box.min_y, box.max_x, y}, Box{box.min_x, y, x, box.max_y},
            Box{x, y, box.max_x, box.max_y}};
}

} // namespace

Coverage::Coverage(const Box& extent) : tiles_(1)
{
    tiles_[0].box = extent;
}

SquareMetres Coverage::left_of(const MultiPolygon& ground) const
{
    return SquareMetres(left_m2(0, ground));
}

void Coverage::add(const MultiPolygon& ground)
{
    add(0, ground);
}

double Coverage::left_m2(std::uint32_t tile, const MultiPolygon& part) const
{
    const Tile& here = tiles_[tile];
    if (here.is_full || part.empty()) {
        return 0.0;
    }
    if (here.first_child == 0) {
        const double m2 = m2_of(difference(part, here.covered));
        return m2 > nothing_m2 ? m2 : 0.0;
    }
    throw_if_interrupted();
    double sum_m2 = 0.0;
    for (std::uint32_t child = here.first_child; child < here.first_child + 4; ++child) {
        if (!tiles_[child].is_full) {
            visit_part(part, tiles_[child].box, [&](const MultiPolygon& piece) { sum_m2 += left_m2(child, piece); });
        }
    }
    return sum_m2;
}

void Coverage::add(std::uint32_t tile, const MultiPolygon& part)
{
    if (tiles_[tile].is_full || part.empty()) {
        return;
    }
    const std::uint32_t first_child = tiles_[tile].first_child;
    if (first_child == 0) {
        cover(tile, part);
        return;
    }
    throw_if_interrupted();
    bool is_full = true;
    for (std::uint32_t child = first_child; child < first_child + 4; ++child) {
        if (!tiles_[child].is_full) {
            visit_part(part, tiles_[child].box, [&](const MultiPolygon& piece) { add(child, piece); });
        }
        is_full = is_full && tiles_[child].is_full;
    }
    tiles_[tile].is_full = is_full;
}

void Coverage::cover(std::uint32_t tile, const MultiPolygon& part)
{
    MultiPolygon& covered = tiles_[tile].covered;
    if (m2_of(difference(part, covered)) <= nothing_m2) {
        return;
    }
    covered = covered.empty() ? part : united(std::array{covered, part});
    note_full(tile);
    if (!tiles_[tile].is_full && vertices_of(covered) > max_vertices && tiles_[tile].depth < max_depth) {
        cut(tile);
    }
}

void Coverage::note_full(std::uint32_t tile)
{
    constexpr double rounding = 1e-12;
    const Box& box = tiles_[tile].box;
    const double box_m2 = (box.max_x - box.min_x) * (box.max_y - box.min_y);
    if (box_m2 - m2_of(tiles_[tile].covered) <= rounding * box_m2) {
        tiles_[tile].is_full = true;
        tiles_[tile].covered = {};
    }
}

void Coverage::cut(std::uint32_t tile)
{
    const auto first_child = static_cast<std::uint32_t>(tiles_.size());
    const MultiPolygon covered = std::move(tiles_[tile].covered);
    tiles_[tile].covered = {};
    tiles_[tile].first_child = first_child;
    for (const Box& quarter : quarters_of(tiles_[tile].box)) {
        Tile& child = tiles_.emplace_back();
        child.box = quarter;
        child.depth = tiles_[tile].depth + 1;
    }
    for (std::uint32_t child = first_child; child < first_child + 4; ++child) {
        visit_part(covered, tiles_[child].box, [&](const MultiPolygon& piece) { cover(child, piece); });
    }
}

} // namespace gis
