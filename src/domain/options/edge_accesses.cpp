#include "domain/options/edge_accesses.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

template <class Who>
std::vector<std::vector<EdgeAccess>> of_each(const OptionGround& ground, std::span<const Who> list, gis::Heading heading)
{
    std::vector<std::vector<EdgeAccess>> all(list.size());
    tbb::parallel_for(std::size_t{0}, list.size(), [&](std::size_t i) {
        all[i] = edge_accesses(ground.times(), ground.site_of(list[i]), static_cast<std::uint32_t>(i), heading);
    });
    return all;
}

} // namespace

std::vector<EdgeAccess> edge_accesses(const gis::WalkTimes& times, const OptionGround::SiteOf& site, std::uint32_t who,
                                      gis::Heading heading)
{
    std::vector<EdgeAccess> accesses;
    for (const gis::AccessPoint& point : gis::pruned_access_points(times, *site.sites, site.site, heading)) {
        accesses.push_back({point.edge, who, &site.sites->access[point.access]});
    }
    return accesses;
}

EdgeAccesses EdgeAccesses::of_givers(const OptionGround& ground)
{
    return EdgeAccesses(of_each(ground, ground.givers(), gis::Heading::in));
}

EdgeAccesses EdgeAccesses::of_takers(const OptionGround& ground)
{
    return EdgeAccesses(of_each(ground, ground.takers(), gis::Heading::out));
}

EdgeAccesses::EdgeAccesses(std::vector<std::vector<EdgeAccess>> of_each)
{
    for (const std::vector<EdgeAccess>& accesses : of_each) {
        all_.insert(all_.end(), accesses.begin(), accesses.end());
    }
    std::stable_sort(all_.begin(), all_.end(),
                     [](const EdgeAccess& a, const EdgeAccess& b) { return std::tie(a.edge, a.who) < std::tie(b.edge, b.who); });
}

std::span<const EdgeAccess> EdgeAccesses::on(gis::EdgeId edge) const
{
    const auto begin =
        std::lower_bound(all_.begin(), all_.end(), edge, [](const EdgeAccess& one, gis::EdgeId wanted) { return one.edge < wanted; });
    const auto end = std::upper_bound(begin, all_.end(), edge, [](gis::EdgeId wanted, const EdgeAccess& one) { return wanted < one.edge; });
    return {begin, end};
}

} // namespace fieldgap
