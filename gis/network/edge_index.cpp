#include "gis/network/edge_index.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gis {
namespace {

constexpr double margin_m = 1e-4; // cells are filled this much beyond their rims, so that rounding hides no segment
constexpr double smallest_cell_m = 5.0;
constexpr double most_cells_a_segment = 2.0;

struct OnSegment
{
    Point at;
    double squared_m2 = 0.0;
};

/// The ends themselves are answered to the last bit, so that edges that meet in them are equally far.
OnSegment nearest_on_segment(const Point& p, const Point& a, const Point& b)
{
    const double along_x = b.x - a.x;
    const double along_y = b.y - a.y;
    const double length2 = along_x * along_x + along_y * along_y;
    const double dot = (p.x - a.x) * along_x + (p.y - a.y) * along_y;
    Point at = a;
    if (dot >= length2 && length2 > 0.0) {
        at = b;
    } else if (dot > 0.0 && length2 > 0.0) {
        at = {a.x + along_x * (dot / length2), a.y + along_y * (dot / length2)};
    }
    return {at, (p.x - at.x) * (p.x - at.x) + (p.y - at.y) * (p.y - at.y)};
}

bool is_finite(const Point& p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

/// Calls `visit` with the position of the first point of each segment that can be joined.
template <class Visit>
void for_each_segment(const WalkNetwork& network, const Visit& visit)
{
    for (std::size_t edge = 0; edge < network.edge_count(); ++edge) {
        for (std::uint32_t i = network.first_point[edge]; network.edge_in_main[edge] != 0 && i + 1 < network.first_point[edge + 1]; ++i) {
            if (is_finite(network.point[i]) && is_finite(network.point[i + 1])) {
                visit(i);
            }
        }
    }
}

struct Extent
{
    Box bounds;
    std::size_t segments = 0;
    double length_m = 0.0;
};

Extent extent_of(const WalkNetwork& network)
{
    Extent extent;
    for_each_segment(network, [&](std::uint32_t i) {
        extent.bounds.add(network.point[i]);
        extent.bounds.add(network.point[i + 1]);
        extent.length_m += distance_m(network.point[i], network.point[i + 1]);
        ++extent.segments;
    });
    return extent;
}

/// About one segment a cell, and none that lies in very many cells.
double cell_size_m(const Extent& extent)
{
    const auto segments = static_cast<double>(extent.segments);
    const double width_m = extent.bounds.max_x - extent.bounds.min_x;
    const double height_m = extent.bounds.max_y - extent.bounds.min_y;
    return std::max({smallest_cell_m, std::sqrt(width_m * height_m / segments), extent.length_m / segments,
                     (width_m + height_m) / (most_cells_a_segment * segments)});
}

struct Grid
{
    Box bounds;
    double cell_m = 1.0;
    std::uint32_t columns = 1;
    std::uint32_t rows = 1;

    static std::uint32_t clamped(double cell, std::uint32_t cells)
    {
        return cell > 0.0 ? static_cast<std::uint32_t>(std::min(cell, static_cast<double>(cells - 1))) : 0;
    }
    std::uint32_t column_of(double x) const { return clamped((x - bounds.min_x) / cell_m, columns); }
    std::uint32_t row_of(double y) const { return clamped((y - bounds.min_y) / cell_m, rows); }

    /// Calls `visit` with each cell that the segment from `a` to `b` crosses, row by row.
    template <class Visit>
    void for_each_cell(Point a, Point b, const Visit& visit) const
    {
        if (a.y > b.y) {
            std::swap(a, b);
        }
        const std::uint32_t first_row = row_of(a.y - margin_m);
        const std::uint32_t last_row = row_of(b.y + margin_m);
        for (std::uint32_t row = first_row; row <= last_row; ++row) {
            const double low = first_row == last_row ? a.x : x_at(a, b, bounds.min_y + row * cell_m - margin_m);
            const double high = first_row == last_row ? b.x : x_at(a, b, bounds.min_y + (row + 1.0) * cell_m + margin_m);
            const std::uint32_t last_column = column_of(std::max(low, high) + margin_m);
            for (std::uint32_t column = column_of(std::min(low, high) - margin_m); column <= last_column; ++column) {
                visit(static_cast<std::size_t>(row) * columns + column);
            }
        }
    }

    /// Where the segment, going up, is at the height `y`; its ends below and above itself.
    static double x_at(const Point& a, const Point& b, double y)
    {
        if (y <= a.y) {
            return a.x;
        }
        return y >= b.y ? b.x : a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
    }
};

Grid grid_of(const Extent& extent)
{
    Grid grid{extent.bounds, cell_size_m(extent), 1, 1};
    grid.columns = static_cast<std::uint32_t>((extent.bounds.max_x - extent.bounds.min_x) / grid.cell_m) + 1;
    grid.rows = static_cast<std::uint32_t>((extent.bounds.max_y - extent.bounds.min_y) / grid.cell_m) + 1;
    return grid;
}

/// How far along its line (0..1) a point on the segment that starts at `segment` is.
float share_along(std::span<const Point> line, std::size_t segment, const Point& at)
{
    double before_m = distance_m(line[segment], at);
    double total_m = 0.0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double length_m = distance_m(line[i], line[i + 1]);
        before_m += i < segment ? length_m : 0.0;
        total_m += length_m;
    }
    return total_m > 0.0 ? static_cast<float>(std::min(before_m / total_m, 1.0)) : 0.0F;
}

} // namespace

EdgeIndex::EdgeIndex(const WalkNetwork& network) : network_(&network)
{
    const Extent extent = extent_of(network);
    if (extent.segments == 0) {
        return;
    }
    const Grid grid = grid_of(extent);
    bounds_ = grid.bounds;
    cell_m_ = grid.cell_m;
    columns_ = grid.columns;
    rows_ = grid.rows;
    const auto for_each_entry = [&](const auto& visit) {
        for_each_segment(network, [&](std::uint32_t segment) {
            grid.for_each_cell(network.point[segment], network.point[segment + 1], [&](std::size_t cell) { visit(cell, segment); });
        });
    };
    first_segment_.assign(static_cast<std::size_t>(columns_) * rows_ + 1, 0);
    for_each_entry([this](std::size_t cell, std::uint32_t) { ++first_segment_[cell + 1]; });
    std::partial_sum(first_segment_.begin(), first_segment_.end(), first_segment_.begin());
    segment_.resize(first_segment_.back());
    std::vector<std::uint32_t> next(first_segment_.begin(), first_segment_.end() - 1);
    for_each_entry([&](std::size_t cell, std::uint32_t segment) { segment_[next[cell]++] = segment; });
}

namespace {

/// The best segment so far: the nearest, and of equally near ones the first.
struct Nearest
{
    double squared_m2 = std::numeric_limits<double>::infinity();
    std::uint32_t segment = 0xFFFFFFFFU;
    Point at;

    void offer(const OnSegment& on, std::uint32_t of_segment)
    {
        if (on.squared_m2 < squared_m2 || (on.squared_m2 == squared_m2 && of_segment < segment)) {
            *this = {on.squared_m2, of_segment, on.at};
        }
    }
};

/// The cells at one distance (in cells, along the longer axis) around a middle one, as far as they lie in the grid.
class CellRing
{
public:
    CellRing(std::uint32_t columns, std::uint32_t rows, std::uint32_t column, std::uint32_t row)
        : columns_(columns), rows_(rows), column_(column), row_(row)
    {
    }

    template <class Visit>
    void visit(std::int64_t radius, const Visit& cell) const
    {
        for (std::int64_t y = std::max<std::int64_t>(row_ - radius, 0); y <= std::min(row_ + radius, rows_ - 1); ++y) {
            const bool is_rim = y == row_ - radius || y == row_ + radius;
            const std::int64_t step = is_rim || radius == 0 ? 1 : 2 * radius;
            for (std::int64_t x = column_ - radius; x <= column_ + radius; x += step) {
                if (x >= 0 && x < columns_) {
                    cell(static_cast<std::size_t>(y * columns_ + x));
                }
            }
        }
    }

    bool is_all(std::int64_t radius) const
    {
        return column_ - radius <= 0 && row_ - radius <= 0 && column_ + radius >= columns_ - 1 && row_ + radius >= rows_ - 1;
    }

private:
    std::int64_t columns_, rows_, column_, row_;
};

/// Metres from a point in the grid to the nearest rim of its own cell.
double to_rim_m(const Grid& grid, const Point& foot)
{
    const double west_m = foot.x - (grid.bounds.min_x + grid.column_of(foot.x) * grid.cell_m);
    const double south_m = foot.y - (grid.bounds.min_y + grid.row_of(foot.y) * grid.cell_m);
    return std::min({west_m, grid.cell_m - west_m, south_m, grid.cell_m - south_m});
}

Access access_at(const WalkNetwork& network, const Point& entry, const Nearest& best)
{
    const auto after = std::upper_bound(network.first_point.begin(), network.first_point.end(), best.segment);
    const auto edge = static_cast<std::uint32_t>(after - network.first_point.begin() - 1);
    const float along = share_along(network.line(EdgeId{edge}), best.segment - network.first_point[edge], best.at);
    return {EdgeId{edge}, along, static_cast<float>(std::sqrt(best.squared_m2)), entry, best.at};
}

} // namespace

std::optional<Access> EdgeIndex::nearest(const Point& entry, double most_m) const
{
    if (segment_.empty() || !is_finite(entry)) {
        return std::nullopt;
    }
    // A point of the grid is at least as far from the entry as from the entry's foot on the grid.
    const Point foot{std::clamp(entry.x, bounds_.min_x, bounds_.max_x), std::clamp(entry.y, bounds_.min_y, bounds_.max_y)};
    if (!(distance_m(entry, foot) <= most_m)) {
        return std::nullopt;
    }
    const Grid grid{bounds_, cell_m_, columns_, rows_};
    const CellRing ring(columns_, rows_, grid.column_of(foot.x), grid.row_of(foot.y));
    const auto offer_cell = [&](Nearest& best, std::size_t cell) {
        for (std::uint32_t i = first_segment_[cell]; i < first_segment_[cell + 1]; ++i) {
            best.offer(nearest_on_segment(entry, network_->point[segment_[i]], network_->point[segment_[i] + 1]), segment_[i]);
        }
    };
    Nearest best;
    double seen_m = to_rim_m(grid, foot) - margin_m; // whatever is not yet seen is at least this far
    for (std::int64_t radius = 0;; ++radius, seen_m += cell_m_) {
        ring.visit(radius, [&](std::size_t cell) { offer_cell(best, cell); });
        if (ring.is_all(radius) || seen_m > most_m || (seen_m > 0.0 && seen_m * seen_m > best.squared_m2)) {
            break;
        }
    }
    return std::sqrt(best.squared_m2) <= most_m ? std::optional(access_at(*network_, entry, best)) : std::nullopt;
}

} // namespace gis
