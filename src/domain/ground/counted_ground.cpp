#include "domain/ground/counted_ground.hpp"

#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::size_t many = 64; ///< others whose boxes meet that of a ground, itself too

bool is_crowded(const gis::PolygonIndex& grounds)
{
    for (std::size_t i = 0; grounds.size() > many && i < grounds.size(); ++i) {
        if (!grounds.meeting_at_most(grounds.box(i), many)) {
            return true;
        }
    }
    return false;
}

gis::Box extent_of(const gis::PolygonIndex& grounds)
{
    gis::Box extent;
    for (std::size_t i = 0; i < grounds.size(); ++i) {
        extent.add(grounds.box(i));
    }
    return extent;
}

} // namespace

CountedGround::CountedGround(std::vector<const gis::MultiPolygon*> grounds)
    : grounds_(std::move(grounds)), is_counted_(grounds_.size(), false)
{
    if (is_crowded(grounds_)) {
        coverage_.emplace(extent_of(grounds_));
    }
}

double CountedGround::left_m2(std::size_t position, std::size_t cut_last) const
{
    gis::throw_if_interrupted();
    auto others = grounds_.meeting_at_most(grounds_.box(position), many);
    if (!others) {
        return coverage_->left_of(grounds_[position]).square_metres();
    }
    std::erase_if(*others, [this](std::uint32_t other) { return !is_counted_[other]; });
    std::rotate(others->begin(), std::lower_bound(others->begin(), others->end(), cut_last), others->end());
    gis::MultiPolygon left = grounds_[position];
    for (const std::uint32_t other : *others) {
        if (grounds_.box(other).meets(gis::bounds(left))) {
            left = gis::difference(left, grounds_[other]);
        }
    }
    return gis::area(left).square_metres();
}

void CountedGround::count(std::size_t position)
{
    is_counted_[position] = true;
    if (coverage_) {
        coverage_->add(grounds_[position]);
    }
}

} // namespace fieldgap
