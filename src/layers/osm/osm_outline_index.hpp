#pragma once
// Grounds among which one looks for those that hold another.

#include "gis/geometry/index.hpp"
#include "gis/geometry/shapes.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace fieldgap::osm {

/// Borrows valid grounds in the CityPlane; they must stay where they are.
class OutlineIndex
{
public:
    explicit OutlineIndex(std::vector<const gis::MultiPolygon*> grounds);

    /// Positions of those that hold at least half of `ground` (exactly half counts), ascending.
    std::vector<std::size_t> holding_half_of(const gis::MultiPolygon& ground) const;

    /// The first that holds the point.
    std::optional<std::size_t> around(const gis::Point& at) const;

private:
    std::vector<const gis::MultiPolygon*> grounds_;
    gis::BoxIndex index_;
};

} // namespace fieldgap::osm
