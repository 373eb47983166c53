#pragma once
// Ground that is counted one after another, so that what overlaps counts once.

#include "gis/geometry/coverage.hpp"
#include "gis/geometry/index.hpp"

#include <optional>
#include <vector>

namespace fieldgap {

/// What the counted ones of a list of grounds leave of another of them. Borrows the grounds; they are valid and stay where they are.
/// A ground that few others meet is cut by each in turn. One that many meet is measured against a coverage, so that its cost does not grow
/// with what lies on one spot; both ways agree to 1e-6 m2.
class CountedGround
{
public:
    explicit CountedGround(std::vector<const gis::MultiPolygon*> grounds);

    /// m2 that are left of the ground at `position`. Those before `cut_last` are cut off after the others.
    double left_m2(std::size_t position, std::size_t cut_last = 0) const;

    /// From now on it takes from others.
    void count(std::size_t position);

private:
    gis::PolygonIndex grounds_;
    std::vector<bool> is_counted_;
    std::optional<gis::Coverage> coverage_; ///< where many meet anywhere
};

} // namespace fieldgap
