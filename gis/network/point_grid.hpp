#pragma once

#include "gis/sight/segment_grid.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace gis {

/// Points of the plane that segments are held against: cells that a point's surroundings meet know the point.
class PointGrid
{
public:
    /// `mean_segment_m` keeps segments from crossing very many cells. Points that are not finite are near nothing.
    PointGrid(std::span<const Point> points, double radius_m, double mean_segment_m);

    /// Calls `visit` once with the position of each point that may lie within the radius of the segment, and of others. The order is that
    /// of the points only by chance.
    template <class Visit>
    void near(const Point& a, const Point& b, const Visit& visit)
    {
        Box box;
        box.add(a);
        box.add(b);
        if (cells_.empty() || !box.meets(grid_.bounds)) {
            return;
        }
        ++segment_;
        grid_.for_each_cell(a, b, [&](std::size_t cell) {
            const auto found = cells_.find(cell);
            if (found == cells_.end()) {
                return;
            }
            for (const std::uint32_t point : found->second) {
                if (seen_by_[point] != segment_) {
                    seen_by_[point] = segment_;
                    visit(point);
                }
            }
        });
    }

private:
    SegmentGrid grid_;
    std::unordered_map<std::size_t, std::vector<std::uint32_t>> cells_;
    std::vector<std::uint64_t> seen_by_; ///< per point: the last segment that met it
    std::uint64_t segment_ = 0;
};

} // namespace gis
