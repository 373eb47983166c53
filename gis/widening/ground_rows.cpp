#include "gis/widening/ground_rows.hpp"

#include "gis/geometry/rings.hpp"

#include <cmath>
#include <numeric>

namespace gis {
namespace {

constexpr double most_rows = 4096.0;

void append_edges(const Ring& ring, bool counter_clockwise, std::vector<GroundRows::Edge>& edges)
{
    const bool is_turned = (signed_ring_area_m2(ring) > 0.0) != counter_clockwise;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (!(ring[i - 1] == ring[i])) {
            edges.push_back(is_turned ? GroundRows::Edge{ring[i], ring[i - 1]} : GroundRows::Edge{ring[i - 1], ring[i]});
        }
    }
}

} // namespace

GroundRows::GroundRows(const MultiPolygon& ground, double row_m) : bounds_(gis::bounds(ground)), row_m_(row_m)
{
    for (const Polygon& polygon : ground) {
        append_edges(polygon.outer, true, edges_);
        for (const Ring& hole : polygon.holes) {
            append_edges(hole, false, edges_);
        }
    }
    const double height_m = bounds_.is_empty() ? 0.0 : bounds_.max_y - bounds_.min_y;
    row_m_ = std::max(row_m_, height_m / most_rows);
    rows_ = static_cast<std::uint32_t>(height_m / row_m_) + 1;
    first_.assign(rows_ + 1, 0);
    const auto each_row = [this](const Edge& edge, const auto& visit) {
        for (std::uint32_t row = row_of(std::min(edge.from.y, edge.to.y)); row <= row_of(std::max(edge.from.y, edge.to.y)); ++row) {
            visit(row);
        }
    };
    for (const Edge& edge : edges_) {
        each_row(edge, [this](std::uint32_t row) { ++first_[row]; });
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    list_.resize(first_.back());
    for (std::size_t i = edges_.size(); i-- > 0;) {
        each_row(edges_[i], [&](std::uint32_t row) { list_[--first_[row]] = static_cast<std::uint32_t>(i); });
    }
}

std::uint32_t GroundRows::row_of(double y) const
{
    return static_cast<std::uint32_t>(std::clamp(std::floor((y - bounds_.min_y) / row_m_), 0.0, rows_ - 1.0));
}

bool GroundRows::is_inside(const Point& place) const
{
    if (edges_.empty() || !bounds_.meets({place.x, place.y, place.x, place.y})) {
        return false;
    }
    bool inside = false;
    const std::uint32_t row = row_of(place.y);
    for (std::uint32_t i = first_[row]; i < first_[row + 1]; ++i) {
        const Edge& edge = edges_[list_[i]];
        if ((edge.from.y > place.y) != (edge.to.y > place.y)) {
            const double share = (place.y - edge.from.y) / (edge.to.y - edge.from.y);
            inside = (place.x < edge.from.x + share * (edge.to.x - edge.from.x)) != inside;
        }
    }
    return inside;
}

} // namespace gis
