#include "domain/walk/touching.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
#include <utility>

namespace fieldgap {
namespace {

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

OpenOutlines::OpenOutlines(const std::vector<Entries>& sites, const std::vector<bool>& takes_part)
{
    for (std::uint32_t i = 0; i < sites.size(); ++i) {
        for (const gis::Polygon* outline : takes_part[i] ? sites[i].outlines : std::vector<const gis::Polygon*>()) {
            polygon.push_back(outline);
            box.push_back(gis::bounds(*outline));
            owner.push_back(i);
        }
    }
}

std::vector<TouchingPair> touching_pairs(const OpenOutlines& a, const OpenOutlines& b, bool same_list)
{
    const gis::BoxIndex index(b.box);
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (std::size_t one = 0; one < a.polygon.size(); ++one) {
        gis::throw_if_interrupted();
        for (const std::uint32_t other : index.meeting(a.box[one].widened(2.0 * touch_m))) {
            const std::pair pair(a.owner[one], b.owner[other]);
            if (!(same_list && pair.first == pair.second) && !found.contains(pair) &&
                gis::is_within(*a.polygon[one], *b.polygon[other], touch_m)) {
                found.insert(pair);
            }
        }
    }
    std::vector<TouchingPair> pairs;
    for (const auto& [of_a, of_b] : found) {
        pairs.push_back({of_a, of_b});
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
