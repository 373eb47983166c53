#include "domain/walk/touching.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>

namespace fieldgap {
namespace {

constexpr double touch_m = 0.01;

bool meet(const gis::Box& a, const gis::Box& b)
{
    return a.min_x <= b.max_x && b.min_x <= a.max_x && a.min_y <= b.max_y && b.min_y <= a.max_y;
}

bool touch(const Site& a, const Site& b)
{
    return std::any_of(a.outlines.begin(), a.outlines.end(), [&](const gis::MultiPolygon* one) {
        const gis::Box near = gis::bounds(*one).widened(2.0 * touch_m);
        return std::any_of(b.outlines.begin(), b.outlines.end(), [&](const gis::MultiPolygon* other) {
            return meet(near, gis::bounds(*other)) && gis::is_within(*one, *other, touch_m);
        });
    });
}

/// Points sorted by their coordinate on the axis on which they spread most.
class SortedPoints
{
public:
    explicit SortedPoints(const std::vector<gis::Point>& points) : points_(points)
    {
        gis::Box box;
        for (std::size_t i = 0; i < points.size(); ++i) {
            box.add(points[i]);
            order_.push_back(i);
        }
        is_east_ = box.max_x - box.min_x >= box.max_y - box.min_y;
        std::sort(order_.begin(), order_.end(),
                  [this](std::size_t i, std::size_t j) { return coordinate(points_[i]) < coordinate(points_[j]); });
    }

    /// The nearest of those nearer than `within_m`; of equally near ones the first.
    std::optional<std::size_t> nearer_than(const gis::Point& point, double within_m) const
    {
        const auto middle = std::lower_bound(order_.begin(), order_.end(), coordinate(point),
                                             [this](std::size_t i, double at) { return coordinate(points_[i]) < at; });
        std::optional<std::size_t> nearest;
        const auto offer = [&](std::size_t i) {
            const double away_m = gis::distance_m(point, points_[i]);
            if (away_m < within_m || (nearest && away_m == within_m && i < *nearest)) {
                within_m = away_m;
                nearest = i;
            }
        };
        for (auto it = middle; it != order_.end() && coordinate(points_[*it]) - coordinate(point) <= within_m; ++it) {
            offer(*it);
        }
        for (auto it = middle; it != order_.begin() && coordinate(point) - coordinate(points_[*std::prev(it)]) <= within_m; --it) {
            offer(*std::prev(it));
        }
        return nearest;
    }

private:
    double coordinate(const gis::Point& point) const { return is_east_ ? point.x : point.y; }

    const std::vector<gis::Point>& points_;
    std::vector<std::size_t> order_;
    bool is_east_ = true;
};

} // namespace

void OpenOutlines::add(const Site& of_site, bool takes_part)
{
    site.push_back(takes_part ? of_site : Site());
    for (const gis::MultiPolygon* outline : site.back().outlines) {
        box.push_back(gis::bounds(*outline));
        owner.push_back(static_cast<std::uint32_t>(site.size() - 1));
    }
}

std::vector<TouchingPair> touching_pairs(const OpenOutlines& a, const OpenOutlines& b, bool same_list)
{
    const gis::BoxIndex index(b.box);
    std::vector<TouchingPair> pairs;
    for (std::uint32_t i = 0; i < a.site.size(); ++i) {
        gis::throw_if_interrupted();
        std::vector<std::uint32_t> near;
        for (const gis::MultiPolygon* outline : a.site[i].outlines) {
            for (const std::uint32_t box : index.meeting(gis::bounds(*outline).widened(touch_m))) {
                near.push_back(b.owner[box]);
            }
        }
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const std::uint32_t other : near) {
            if (!(same_list && other == i) && touch(a.site[i], b.site[other])) {
                pairs.push_back({i, other});
            }
        }
    }
    return pairs;
}

gis::Line touching_line(const std::vector<gis::Point>& a, const std::vector<gis::Point>& b, gis::Point fallback)
{
    const SortedPoints others(b);
    gis::Line best{fallback, fallback};
    double min_m = std::numeric_limits<double>::infinity();
    for (const gis::Point& one : a) {
        gis::throw_if_interrupted();
        if (const auto nearest = others.nearer_than(one, min_m)) {
            min_m = gis::distance_m(one, b[*nearest]);
            best = {one, b[*nearest]};
        }
    }
    return best;
}

} // namespace fieldgap
