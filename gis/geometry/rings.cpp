#include "gis/geometry/rings.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace gis {
namespace {

double distance_to_segment_m(const Point& p, const Point& a, const Point& b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double along = length2 > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
    return distance_m(p, {a.x + along * dx, a.y + along * dy});
}

/// A cell of a sparse grid, and a segment that may pass through it.
struct CellOfSegment
{
    std::uint64_t cell = 0;
    std::uint32_t segment = 0;

    friend bool operator<(const CellOfSegment& a, const CellOfSegment& b)
    {
        return a.cell != b.cell ? a.cell < b.cell : a.segment < b.segment;
    }
};

/// The segments of a ring by the cells of a grid about as wide as they are long.
class SimpleRingProof
{
public:
    explicit SimpleRingProof(const Ring& ring) : ring_(ring), count_(ring.size() - 1)
    {
        double length_m = 0.0;
        for (std::size_t i = 0; i < count_; ++i) {
            box_.add(ring[i]);
            length_m += distance_m(ring[i], ring[i + 1]);
        }
        cell_m_ = length_m / static_cast<double>(count_);
    }

    bool succeeds() { return cell_m_ > 0.0 && neighbours_share_only_their_corner() && fill_cells() && no_pair_meets(); }

private:
    const Point& from(std::size_t segment) const { return ring_[segment]; }
    const Point& to(std::size_t segment) const { return ring_[segment + 1]; }

    /// Twice the signed area of a triangle, 0 where rounding may decide its sign.
    static double side(const Point& a, const Point& b, const Point& c)
    {
        constexpr double rounding = 1e-14; // some 30 times what the two products can lose
        const double left = (b.x - a.x) * (c.y - a.y);
        const double right = (b.y - a.y) * (c.x - a.x);
        const double margin = rounding * (std::abs(left) + std::abs(right));
        return std::abs(left - right) <= margin ? 0.0 : left - right;
    }

    /// Neighbours share their corner and nothing else, unless one runs back over the other or has no length.
    bool neighbours_share_only_their_corner() const
    {
        for (std::size_t i = 0; i < count_; ++i) {
            const Point& a = from(i);
            const Point& b = to(i);
            const Point& c = to((i + 1) % count_);
            const bool goes_on = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) > 0.0;
            if (a == b || (!goes_on && side(a, b, c) == 0.0)) {
                return false;
            }
        }
        return true;
    }

    std::uint64_t column_of(double x) const { return static_cast<std::uint64_t>((x - box_.min_x) / cell_m_); }
    std::uint64_t row_of(double y) const { return static_cast<std::uint64_t>((y - box_.min_y) / cell_m_); }

    /// False where there are too many: segments of very different lengths.
    bool fill_cells()
    {
        const std::size_t most = 16 * count_;
        const std::uint64_t columns = column_of(box_.max_x) + 1;
        if (columns > (std::uint64_t{1} << 31U) || row_of(box_.max_y) >= (std::uint64_t{1} << 31U)) {
            return false;
        }
        for (std::size_t i = 0; i < count_; ++i) {
            const auto [low_x, high_x] = std::minmax(from(i).x, to(i).x);
            const auto [low_y, high_y] = std::minmax(from(i).y, to(i).y);
            for (std::uint64_t row = row_of(low_y); row <= row_of(high_y); ++row) {
                for (std::uint64_t column = column_of(low_x); column <= column_of(high_x); ++column) {
                    cells_.push_back({row * columns + column, static_cast<std::uint32_t>(i)});
                }
                if (cells_.size() > most) {
                    return false;
                }
            }
        }
        std::sort(cells_.begin(), cells_.end());
        return true;
    }

    bool are_neighbours(std::size_t a, std::size_t b) const { return b - a == 1 || (a == 0 && b + 1 == count_); }

    /// Segments whose boxes are apart, or one of which lies wholly on one side of the other.
    bool are_apart(std::size_t a, std::size_t b) const
    {
        const bool boxes_apart =
            std::max(from(a).x, to(a).x) < std::min(from(b).x, to(b).x) || std::max(from(b).x, to(b).x) < std::min(from(a).x, to(a).x) ||
            std::max(from(a).y, to(a).y) < std::min(from(b).y, to(b).y) || std::max(from(b).y, to(b).y) < std::min(from(a).y, to(a).y);
        return boxes_apart || side(from(a), to(a), from(b)) * side(from(a), to(a), to(b)) > 0.0 ||
               side(from(b), to(b), from(a)) * side(from(b), to(b), to(a)) > 0.0;
    }

    bool no_pair_meets() const
    {
        std::size_t left = 600 * count_; // teeth of a comb, many to a cell, are still far faster than GEOS
        for (std::size_t begin = 0, end = 0; begin < cells_.size(); begin = end) {
            while (end < cells_.size() && cells_[end].cell == cells_[begin].cell) {
                ++end;
            }
            for (std::size_t i = begin; i < end; ++i) {
                for (std::size_t k = i + 1; k < end; ++k) {
                    const bool is_fine = left-- > 0 && (are_neighbours(cells_[i].segment, cells_[k].segment) ||
                                                        are_apart(cells_[i].segment, cells_[k].segment));
                    if (!is_fine) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    const Ring& ring_;
    std::size_t count_;
    Box box_;
    double cell_m_ = 0.0;
    std::vector<CellOfSegment> cells_;
};

} // namespace

bool is_surely_simple(const Ring& ring)
{
    return is_ring(ring) && ring.size() > 3 && SimpleRingProof(ring).succeeds();
}

bool is_ring(const Ring& ring)
{
    return ring.size() >= 4 && ring.front() == ring.back();
}

double signed_ring_area_m2(const Ring& ring)
{
    double twice = 0.0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        // Relative to the first point: city coordinates are large, fields are small.
        const double ax = ring[i - 1].x - ring[0].x;
        const double ay = ring[i - 1].y - ring[0].y;
        const double bx = ring[i].x - ring[0].x;
        const double by = ring[i].y - ring[0].y;
        twice += ax * by - bx * ay;
    }
    return twice / 2.0;
}

double distance_to_ring_m(const Ring& ring, const Point& p)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        least = std::min(least, distance_to_segment_m(p, ring[i - 1], ring[i]));
    }
    return least;
}

bool is_inside_ring(const Ring& ring, const Point& p)
{
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point& a = ring[i - 1];
        const Point& b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

namespace {

/// Rings in the wrong order: the largest of them is the outer one if it lies around the others.
bool put_outer_ring_first(Polygon& polygon)
{
    bool is_changed = false;
    for (Ring& hole : polygon.holes) {
        const bool lies_around = is_ring(polygon.outer) && is_ring(hole) &&
                                 std::fabs(signed_ring_area_m2(hole)) > std::fabs(signed_ring_area_m2(polygon.outer)) &&
                                 std::all_of(polygon.outer.begin(), polygon.outer.end(),
                                             [&](const Point& p) { return is_inside_ring(hole, p) || distance_to_ring_m(hole, p) == 0.0; });
        if (lies_around) {
            std::swap(hole, polygon.outer);
            is_changed = true;
        }
    }
    return is_changed;
}

Point middle_of(const Ring& ring)
{
    Point sum;
    for (const Point& p : ring) {
        sum = {sum.x + p.x, sum.y + p.y};
    }
    const auto count = static_cast<double>(ring.size());
    return {sum.x / count, sum.y / count};
}

bool has_point_of(const Ring& outer, const Ring& other)
{
    return std::any_of(other.begin(), other.end(), [&outer](const Point& p) { return is_inside_ring(outer, p); });
}

} // namespace

void drop_holes_outside(MultiPolygon& ground)
{
    for (Polygon& polygon : ground) {
        std::erase_if(polygon.holes, [&polygon](const Ring& hole) {
            return !has_point_of(polygon.outer, hole) && !has_point_of(hole, polygon.outer) &&
                   !is_inside_ring(polygon.outer, middle_of(hole));
        });
    }
}

bool put_outer_rings_first(MultiPolygon& ground)
{
    bool is_changed = false;
    for (Polygon& polygon : ground) {
        is_changed = put_outer_ring_first(polygon) || is_changed;
    }
    return is_changed;
}

} // namespace gis
