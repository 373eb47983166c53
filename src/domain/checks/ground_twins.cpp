#include "domain/checks/ground_twins.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/geometry/rings.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace fieldgap {
namespace {

constexpr double min_in_common = 0.95;

/// Where a ground lies, as far as twins must agree in it.
struct Lie
{
    gis::Box box;
    double m2 = 0.0;
    gis::Box middle; ///< the centroid, widened so that those of twins meet
};

void add_moments(const gis::Ring& ring, double sign, const gis::Point& origin, gis::Point& sum)
{
    double m2 = 0.0;
    gis::Point moment;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const gis::Point a{ring[i - 1].x - origin.x, ring[i - 1].y - origin.y};
        const gis::Point b{ring[i].x - origin.x, ring[i].y - origin.y};
        const double cross = a.x * b.y - b.x * a.y;
        m2 += cross / 2.0;
        moment = {moment.x + (a.x + b.x) * cross / 6.0, moment.y + (a.y + b.y) * cross / 6.0};
    }
    const double turned = m2 < 0.0 ? -sign : sign; // the rings may run either way
    sum = {sum.x + turned * moment.x, sum.y + turned * moment.y};
}

gis::Point centroid(const gis::MultiPolygon& ground, const gis::Point& origin, double m2)
{
    gis::Point sum;
    for (const gis::Polygon& polygon : ground) {
        add_moments(polygon.outer, 1.0, origin, sum);
        for (const gis::Ring& hole : polygon.holes) {
            add_moments(hole, -1.0, origin, sum);
        }
    }
    return {origin.x + sum.x / m2, origin.y + sum.y / m2};
}

/// Twins A and B share S, and what only one of them holds is at most 0.05 of A + B - S. The centroid of A lies from that of S by at most
/// the share of A outside S times A's width; so the two centroids are at most 0.05 / 0.95 times the greater width apart, and likewise in
/// height.
Lie lie_of(const gis::MultiPolygon& ground)
{
    constexpr double apart = 0.06;
    constexpr double rounding_m = 1e-3;
    Lie lie;
    lie.box = gis::bounds(ground);
    lie.m2 = gis::area(ground).square_metres();
    if (lie.m2 > 0.0) {
        const gis::Point middle = centroid(ground, {lie.box.min_x, lie.box.min_y}, lie.m2);
        const double east_m = apart * (lie.box.max_x - lie.box.min_x) + rounding_m;
        const double north_m = apart * (lie.box.max_y - lie.box.min_y) + rounding_m;
        lie.middle = {middle.x - east_m, middle.y - north_m, middle.x + east_m, middle.y + north_m};
    }
    return lie;
}

/// The most that two grounds can have in common: as if both filled the ground that their boxes share.
double max_in_common(const Lie& a, const Lie& b)
{
    const double width_m = std::min(a.box.max_x, b.box.max_x) - std::max(a.box.min_x, b.box.min_x);
    const double height_m = std::min(a.box.max_y, b.box.max_y) - std::max(a.box.min_y, b.box.min_y);
    const double shared_m2 = std::min({std::max(width_m, 0.0) * std::max(height_m, 0.0), a.m2, b.m2});
    return shared_m2 / (a.m2 + b.m2 - shared_m2);
}

class TwinSearch
{
public:
    explicit TwinSearch(std::span<const gis::MultiPolygon* const> grounds) : grounds_(grounds), twin_(grounds.size()), index_({})
    {
        for (const gis::MultiPolygon* ground : grounds) {
            lies_.push_back(lie_of(*ground));
        }
    }

    std::optional<Twins> twin_of(std::size_t later)
    {
        if (lies_[later].m2 <= 0.0) {
            return std::nullopt;
        }
        gis::throw_if_interrupted();
        if (const auto same = same_outline(later)) {
            return twin_[*same] ? like(*twin_[*same], later) : compared(*same, later);
        }
        twin_[later] = earlier_twin(later);
        if (!twin_[later] || !twin_[later]->is_copy()) {
            index_.add(lies_[later].middle, static_cast<std::uint32_t>(later));
        }
        return twin_[later];
    }

private:
    /// The first ground with the very same points: what is true of that one is true of this.
    std::optional<std::size_t> same_outline(std::size_t later)
    {
        const Lie& lie = lies_[later];
        std::vector<std::size_t>& some = of_place_[std::hash<double>()(lie.m2) ^ std::hash<double>()(lie.box.min_x + 3.0 * lie.box.min_y)];
        const auto same = std::find_if(some.begin(), some.end(), [&](std::size_t one) { return *grounds_[one] == *grounds_[later]; });
        if (same != some.end()) {
            return *same;
        }
        some.push_back(later);
        return std::nullopt;
    }

    static Twins like(Twins twins, std::size_t later)
    {
        twins.second = later;
        return twins;
    }

    std::optional<Twins> earlier_twin(std::size_t later) const
    {
        for (const std::uint32_t earlier : index_.meeting(lies_[later].middle)) {
            if (const auto twins = compared(earlier, later)) {
                return twins;
            }
        }
        return std::nullopt;
    }

    std::optional<Twins> compared(std::size_t first, std::size_t second) const
    {
        constexpr double rounding = 1e-6;
        const double smaller_m2 = std::min(lies_[first].m2, lies_[second].m2);
        const double larger_m2 = std::max(lies_[first].m2, lies_[second].m2);
        if (smaller_m2 < min_in_common * larger_m2 || max_in_common(lies_[first], lies_[second]) < min_in_common - rounding) {
            return std::nullopt;
        }
        const double shared_m2 = gis::area(gis::intersection(*grounds_[first], *grounds_[second])).square_metres();
        const double in_common = shared_m2 / (smaller_m2 + larger_m2 - shared_m2);
        return in_common >= min_in_common ? std::optional(Twins{first, second, in_common, shared_m2}) : std::nullopt;
    }

    std::span<const gis::MultiPolygon* const> grounds_;
    std::vector<Lie> lies_;
    std::vector<std::optional<Twins>> twin_;
    gis::BoxIndex index_;                                                ///< without copies: whoever is like them is like the first of them
    std::unordered_map<std::size_t, std::vector<std::size_t>> of_place_; ///< by a hash
};

} // namespace

std::vector<Twins> twins_among(std::span<const gis::MultiPolygon* const> grounds)
{
    TwinSearch search(grounds);
    std::vector<Twins> all;
    for (std::size_t later = 0; later < grounds.size(); ++later) {
        if (const auto twins = search.twin_of(later)) {
            all.push_back(*twins);
        }
    }
    return all;
}

} // namespace fieldgap
