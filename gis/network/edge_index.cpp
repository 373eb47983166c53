#include "gis/network/edge_index.hpp"

#include "gis/network/edge_extent.hpp"
#include "gis/network/nearest_on_line.hpp"
#include "gis/sight/segment_grid.hpp"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

namespace gis {
namespace {

bool is_finite(const Point& p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

using EdgeRange = tbb::blocked_range<std::size_t>;

EdgeRange all_edges(const WalkNetwork& network)
{
    constexpr std::size_t edges_a_task = 4096;
    return {0, network.edge_count(), edges_a_task};
}

/// Calls `visit` with the position of the first point of each segment of the chosen edges.
template <class Visit>
void for_each_segment(const WalkNetwork& network, EdgeChoice choice, const EdgeRange& edges, const Visit& visit)
{
    for (std::size_t edge = edges.begin(); edge < edges.end(); ++edge) {
        const bool is_chosen = (network.edge_in_main[edge] != 0) == (choice == EdgeChoice::main) &&
                               !network.is_sight(EdgeId{static_cast<std::uint32_t>(edge)});
        for (std::uint32_t i = network.first_point[edge]; is_chosen && i + 1 < network.first_point[edge + 1]; ++i) {
            if (is_finite(network.point[i]) && is_finite(network.point[i + 1])) {
                visit(i);
            }
        }
    }
}

Extent extent_of(const WalkNetwork& network, EdgeChoice choice)
{
    const auto with_edges = [&network, choice](const EdgeRange& edges, Extent extent) {
        for_each_segment(network, choice, edges, [&](std::uint32_t i) { extent.add(network.point[i], network.point[i + 1]); });
        return extent;
    };
    return tbb::parallel_deterministic_reduce(all_edges(network), Extent(), with_edges, [](Extent a, const Extent& b) {
        a.add(b);
        return a;
    });
}

} // namespace

EdgeIndex::EdgeIndex(const WalkNetwork& network, EdgeChoice choice) : network_(&network), squares_(network, choice == EdgeChoice::main)
{
    has_private_edges_ =
        std::any_of(network.edge_flags.begin(), network.edge_flags.end(), [](std::uint8_t flags) { return (flags & line_private) != 0; });
    const Extent extent = extent_of(network, choice);
    if (extent.segments == 0) {
        return;
    }
    const SegmentGrid grid = grid_of(extent);
    bounds_ = grid.bounds;
    cell_m_ = grid.cell_m;
    columns_ = grid.columns;
    rows_ = grid.rows;
    // Tasks fill the cells together. The order within a cell is open, and matters to no answer.
    const auto for_each_entry = [&](const auto& visit) {
        tbb::parallel_for(all_edges(network), [&](const EdgeRange& edges) {
            for_each_segment(network, choice, edges, [&](std::uint32_t segment) {
                grid.for_each_cell(network.point[segment], network.point[segment + 1], [&](std::size_t cell) { visit(cell, segment); });
            });
        });
    };
    const auto taken = [](std::uint32_t& counter) { return std::atomic_ref(counter).fetch_add(1, std::memory_order_relaxed); };
    first_segment_.assign(static_cast<std::size_t>(columns_) * rows_ + 2, 0);
    for_each_entry([&](std::size_t cell, std::uint32_t) { taken(first_segment_[cell + 2]); });
    std::partial_sum(first_segment_.begin(), first_segment_.end(), first_segment_.begin());
    segment_.resize(first_segment_.back());
    // Counting up from where each cell begins leaves where it ends, which is where the next begins.
    for_each_entry([&](std::size_t cell, std::uint32_t segment) { segment_[taken(first_segment_[cell + 1])] = segment; });
    first_segment_.pop_back();
}

namespace {

constexpr double as_near_m = 1e-6;

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

EdgeId edge_of_segment(const WalkNetwork& network, std::uint32_t segment)
{
    const auto after = std::upper_bound(network.first_point.begin(), network.first_point.end(), segment);
    return EdgeId{static_cast<std::uint32_t>(after - network.first_point.begin() - 1)};
}

Access access_at(const WalkNetwork& network, const Point& entry, const Nearest& best)
{
    const EdgeId edge = edge_of_segment(network, best.segment);
    const float fraction = fraction_of_line(network.line(edge), best.segment - network.first_point[index(edge)], best.at);
    return {edge, fraction, static_cast<float>(std::sqrt(best.squared_m2)), entry, best.at, no_square};
}

} // namespace

std::optional<Access> EdgeIndex::nearest(const Point& entry, double max_m) const
{
    std::optional<Access> access = nearest_edge(entry, max_m);
    const std::uint32_t square = max_m >= 0.0 ? squares_.first_holding(entry) : no_square;
    if (square != no_square && (!access || static_cast<double>(access->connector_m) > sight_slack_m)) {
        return Access{no_edge, 0.0F, 0.0F, entry, entry, square};
    }
    if (access) {
        access->square = squares_.first_holding(access->on_edge);
    }
    return access;
}

std::vector<Access> EdgeIndex::accesses(const Point& entry, double max_m) const
{
    std::vector<Access> all;
    if (const std::optional<Access> first = nearest(entry, max_m)) {
        all.push_back(*first);
        if (const std::optional<Access> other = as_near(*first)) {
            all.push_back(*other);
        }
    }
    return all;
}

std::optional<Access> EdgeIndex::as_near(const Access& access) const
{
    if (!has_private_edges_ || access.edge == no_edge) {
        return std::nullopt;
    }
    const double max_m = distance_m(access.entry, access.on_edge) + as_near_m;
    std::optional<Access> other = nearest_edge(access.entry, max_m, !network_->is_private(access.edge));
    if (other) {
        other->square = squares_.first_holding(other->on_edge);
    }
    return other;
}

std::vector<std::uint32_t> EdgeIndex::other_squares(const Access& access) const
{
    std::vector<std::uint32_t> squares;
    if (access.square != no_square) {
        squares = squares_.holding(access.on_edge);
        std::erase(squares, access.square);
    }
    return squares;
}

std::optional<Access> EdgeIndex::nearest_edge(const Point& entry, double max_m, std::optional<bool> is_private) const
{
    if (segment_.empty() || !is_finite(entry)) {
        return std::nullopt;
    }
    // A point of the grid is at least as far from the entry as from the entry's foot on the grid.
    const Point foot{std::clamp(entry.x, bounds_.min_x, bounds_.max_x), std::clamp(entry.y, bounds_.min_y, bounds_.max_y)};
    if (!(distance_m(entry, foot) <= max_m)) {
        return std::nullopt;
    }
    const SegmentGrid grid{bounds_, cell_m_, columns_, rows_};
    const CellRing ring(columns_, rows_, grid.column_of(foot.x), grid.row_of(foot.y));
    const auto offer_cell = [&](Nearest& best, std::uint32_t column, std::uint32_t row) {
        if (squared_to_cell_m2(grid, foot, column, row) > best.squared_m2) {
            return;
        }
        const std::size_t cell = static_cast<std::size_t>(row) * columns_ + column;
        for (std::uint32_t i = first_segment_[cell]; i < first_segment_[cell + 1]; ++i) {
            const OnSegment on = nearest_on_segment(entry, network_->point[segment_[i]], network_->point[segment_[i] + 1]);
            const bool is_wanted = !is_private || (on.squared_m2 <= max_m * max_m &&
                                                   network_->is_private(edge_of_segment(*network_, segment_[i])) == *is_private);
            if (is_wanted) {
                best.offer(on, segment_[i]);
            }
        }
    };
    Nearest best;
    double seen_m = to_rim_m(grid, foot) - grid_margin_m; // whatever is not yet seen is at least this far
    for (std::int64_t radius = 0;; ++radius, seen_m += cell_m_) {
        ring.visit(radius, [&](std::uint32_t column, std::uint32_t row) { offer_cell(best, column, row); });
        if (ring.is_all(radius) || seen_m > max_m || (seen_m > 0.0 && seen_m * seen_m > best.squared_m2)) {
            break;
        }
    }
    return std::sqrt(best.squared_m2) <= max_m ? std::optional(access_at(*network_, entry, best)) : std::nullopt;
}

bool EdgeIndex::may_have_within(const Box& box, double max_m) const
{
    if (squares_.may_meet(box)) {
        return true;
    }
    const Box wide = box.widened(max_m + grid_margin_m);
    const bool meets =
        wide.min_x <= bounds_.max_x && bounds_.min_x <= wide.max_x && wide.min_y <= bounds_.max_y && bounds_.min_y <= wide.max_y;
    if (segment_.empty() || !meets) {
        return false;
    }
    const SegmentGrid grid{bounds_, cell_m_, columns_, rows_};
    const std::uint32_t first_column = grid.column_of(wide.min_x);
    const std::uint32_t last_column = grid.column_of(wide.max_x);
    const std::uint32_t last_row = grid.row_of(wide.max_y);
    // The cells of a row stand in a row: whether any of them holds a segment shows at the two ends.
    for (std::uint32_t row = grid.row_of(wide.min_y); row <= last_row; ++row) {
        const std::size_t begin = static_cast<std::size_t>(row) * columns_;
        if (first_segment_[begin + first_column] < first_segment_[begin + last_column + 1]) {
            return true;
        }
    }
    return false;
}

} // namespace gis
