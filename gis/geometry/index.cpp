#include "gis/geometry/index.hpp"

#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#define BOOST_ALLOW_DEPRECATED_HEADERS
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <iterator>
#include <limits>

namespace gis {
namespace {

namespace bg = boost::geometry;
using Corner = bg::model::d2::point_xy<double>;
using Rectangle = bg::model::box<Corner>;
using Entry = std::pair<Rectangle, std::uint32_t>;

Rectangle rectangle_of(const Box& box)
{
    return {Corner(box.min_x, box.min_y), Corner(box.max_x, box.max_y)};
}

std::vector<Entry> entries_of(std::span<const Box> boxes)
{
    std::vector<Entry> entries;
    entries.reserve(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].is_empty()) {
            entries.emplace_back(rectangle_of(boxes[i]), static_cast<std::uint32_t>(i));
        }
    }
    return entries;
}

std::vector<Box> boxes_of(const std::vector<const MultiPolygon*>& grounds)
{
    std::vector<Box> boxes;
    boxes.reserve(grounds.size());
    for (const MultiPolygon* ground : grounds) {
        boxes.push_back(bounds(*ground));
    }
    return boxes;
}

} // namespace

struct BoxIndex::Tree
{
    bg::index::rtree<Entry, bg::index::quadratic<16>> boxes;
};

BoxIndex::BoxIndex(std::span<const Box> boxes) : tree_(std::make_unique<Tree>())
{
    tree_->boxes = decltype(tree_->boxes)(entries_of(boxes));
}

BoxIndex::~BoxIndex() = default;
BoxIndex::BoxIndex(BoxIndex&&) noexcept = default;
BoxIndex& BoxIndex::operator=(BoxIndex&&) noexcept = default;

void BoxIndex::add(const Box& box, std::uint32_t position)
{
    if (!box.is_empty()) {
        tree_->boxes.insert({rectangle_of(box), position});
    }
}

/// Up to `most`, ascending.
std::vector<std::uint32_t> BoxIndex::found(const Box& window, std::size_t most) const
{
    std::vector<std::uint32_t> found;
    if (!window.is_empty()) {
        for (auto it = tree_->boxes.qbegin(bg::index::intersects(rectangle_of(window))); it != tree_->boxes.qend() && found.size() < most;
             ++it) {
            found.push_back(it->second);
        }
        std::sort(found.begin(), found.end());
    }
    return found;
}

std::vector<std::uint32_t> BoxIndex::meeting(const Box& window) const
{
    return found(window, std::numeric_limits<std::size_t>::max());
}

std::optional<std::vector<std::uint32_t>> BoxIndex::meeting_at_most(const Box& window, std::size_t most) const
{
    std::vector<std::uint32_t> some = found(window, most + 1);
    return some.size() > most ? std::nullopt : std::optional(std::move(some));
}

PolygonIndex::PolygonIndex(std::vector<const MultiPolygon*> grounds)
    : grounds_(std::move(grounds)), boxes_(boxes_of(grounds_)), index_(boxes_)
{
}

std::vector<std::uint32_t> PolygonIndex::near(const Point& point, double within_m) const
{
    Box window;
    window.add(point);
    return meeting(window.widened(within_m));
}

std::vector<std::uint32_t> PolygonIndex::with_outline_near(const Point& point, double within_m) const
{
    std::vector<std::uint32_t> found = near(point, within_m);
    std::erase_if(found, [&](std::uint32_t i) { return distance_to_outline_m(*grounds_[i], point) > within_m; });
    return found;
}

std::vector<std::uint32_t> PolygonIndex::holding(const Point& point) const
{
    std::vector<std::uint32_t> found = near(point, 0.0);
    std::erase_if(found, [&](std::uint32_t i) { return !contains(*grounds_[i], point); });
    return found;
}

std::optional<std::uint32_t> PolygonIndex::first_holding(const Point& point) const
{
    for (const std::uint32_t i : near(point, 0.0)) {
        throw_if_interrupted();
        if (contains(*grounds_[i], point)) {
            return i;
        }
    }
    return std::nullopt;
}

std::vector<std::uint32_t> PolygonIndex::holding_share(const MultiPolygon& ground, double share) const
{
    constexpr double rounding = 1e-9;
    const double needed_m2 = (share - rounding) * area(ground).square_metres();
    std::vector<std::uint32_t> found = meeting(bounds(ground));
    std::erase_if(found, [&](std::uint32_t i) { return area(intersection(*grounds_[i], ground)).square_metres() < needed_m2; });
    return found;
}

} // namespace gis
