#include "domain/touching.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <limits>

namespace fieldgap {
namespace {

constexpr double touch_m = 0.01;

bool touch(const Site& a, const Site& b)
{
    return std::any_of(a.outlines.begin(), a.outlines.end(), [&](const gis::MultiPolygon* one) {
        return std::any_of(b.outlines.begin(), b.outlines.end(),
                           [&](const gis::MultiPolygon* other) { return gis::is_within(*one, *other, touch_m); });
    });
}

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
    gis::Line best{fallback, fallback};
    double least_m = std::numeric_limits<double>::infinity();
    for (const gis::Point& one : a) {
        for (const gis::Point& other : b) {
            if (gis::distance_m(one, other) < least_m) {
                least_m = gis::distance_m(one, other);
                best = {one, other};
            }
        }
    }
    return best;
}

} // namespace fieldgap
