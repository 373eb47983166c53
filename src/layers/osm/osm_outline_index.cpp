#include "layers/osm/osm_outline_index.hpp"

#include "gis/geometry/overlay.hpp"

namespace fieldgap::osm {
namespace {

std::vector<gis::Box> boxes_of(const std::vector<const gis::MultiPolygon*>& grounds)
{
    std::vector<gis::Box> boxes;
    boxes.reserve(grounds.size());
    for (const gis::MultiPolygon* ground : grounds) {
        boxes.push_back(gis::bounds(*ground));
    }
    return boxes;
}

} // namespace

OutlineIndex::OutlineIndex(std::vector<const gis::MultiPolygon*> grounds) : grounds_(std::move(grounds)), index_(boxes_of(grounds_)) {}

std::vector<std::size_t> OutlineIndex::holding_half_of(const gis::MultiPolygon& ground) const
{
    constexpr double half = 0.5 - 1e-9; // the overlay rounds
    const double needed_m2 = half * gis::area(ground).square_metres();
    std::vector<std::size_t> holders;
    for (const std::uint32_t i : index_.meeting(gis::bounds(ground))) {
        if (gis::area(gis::intersection(*grounds_[i], ground)).square_metres() >= needed_m2) {
            holders.push_back(i);
        }
    }
    return holders;
}

std::optional<std::size_t> OutlineIndex::around(const gis::Point& at) const
{
    for (const std::uint32_t i : index_.meeting({at.x, at.y, at.x, at.y})) {
        if (gis::contains(*grounds_[i], at)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace fieldgap::osm
