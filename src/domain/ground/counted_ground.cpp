#include "domain/ground/counted_ground.hpp"

#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::size_t many = 64; ///< others whose boxes meet that of a ground, itself too

std::vector<gis::Box> boxes_of(const std::vector<const gis::MultiPolygon*>& grounds)
{
    std::vector<gis::Box> boxes;
    boxes.reserve(grounds.size());
    for (const gis::MultiPolygon* ground : grounds) {
        boxes.push_back(gis::bounds(*ground));
    }
    return boxes;
}

bool meet(const gis::Box& a, const gis::Box& b)
{
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

bool is_crowded(const std::vector<gis::Box>& boxes, const gis::BoxIndex& index)
{
    return boxes.size() > many &&
           std::any_of(boxes.begin(), boxes.end(), [&](const gis::Box& box) { return !index.meeting_at_most(box, many); });
}

gis::Box extent_of(const std::vector<gis::Box>& boxes)
{
    gis::Box extent;
    for (const gis::Box& box : boxes) {
        extent.add(box);
    }
    return extent;
}

} // namespace

CountedGround::CountedGround(std::vector<const gis::MultiPolygon*> grounds)
    : grounds_(std::move(grounds)), boxes_(boxes_of(grounds_)), index_(boxes_), is_counted_(grounds_.size(), false)
{
    if (is_crowded(boxes_, index_)) {
        coverage_.emplace(extent_of(boxes_));
    }
}

double CountedGround::left_m2(std::size_t position, std::size_t cut_last) const
{
    gis::throw_if_interrupted();
    auto others = index_.meeting_at_most(boxes_[position], many);
    if (!others) {
        return coverage_->left_of(*grounds_[position]).square_metres();
    }
    std::erase_if(*others, [this](std::uint32_t other) { return !is_counted_[other]; });
    std::rotate(others->begin(), std::lower_bound(others->begin(), others->end(), cut_last), others->end());
    gis::MultiPolygon left = *grounds_[position];
    for (const std::uint32_t other : *others) {
        if (meet(boxes_[other], gis::bounds(left))) {
            left = gis::difference(left, *grounds_[other]);
        }
    }
    return gis::area(left).square_metres();
}

void CountedGround::count(std::size_t position)
{
    is_counted_[position] = true;
    if (coverage_) {
        coverage_->add(*grounds_[position]);
    }
}

} // namespace fieldgap
