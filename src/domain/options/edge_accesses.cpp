#include "domain/options/edge_accesses.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <tuple>

namespace fieldgap {
namespace {

void append(std::vector<SiteAccessPoint>& all, const std::vector<SiteAccessPoint>& some)
{
    all.insert(all.end(), some.begin(), some.end());
}

void sort_by_place(std::vector<SiteAccessPoint>& all)
{
    std::stable_sort(all.begin(), all.end(), [](const SiteAccessPoint& a, const SiteAccessPoint& b) {
        return std::tie(a.place, a.who) < std::tie(b.place, b.who);
    });
}

std::span<const SiteAccessPoint> at(const std::vector<SiteAccessPoint>& all, std::uint32_t place)
{
    const auto lies_before = [](const SiteAccessPoint& one, std::uint32_t wanted) { return one.place < wanted; };
    const auto lies_behind = [](std::uint32_t wanted, const SiteAccessPoint& one) { return wanted < one.place; };
    const auto begin = std::lower_bound(all.begin(), all.end(), place, lies_before);
    return {begin, std::upper_bound(begin, all.end(), place, lies_behind)};
}

} // namespace

EdgeAccesses::OfSite EdgeAccesses::of_site(const gis::WalkTimes& times, const OptionGround::SiteOf& site, std::uint32_t who,
                                           gis::Heading heading)
{
    OfSite found;
    for (const gis::AccessPoint& point : gis::pruned_access_points(times, *site.sites, site.site, heading)) {
        const gis::Access& access = site.sites->access[point.access];
        if (access.edge != gis::no_edge) {
            found.on_edge.push_back({index(access.edge), who, &access});
        }
        for (const std::uint32_t square : gis::squares_of(*site.sites, point.access)) {
            found.in_square.push_back({square, who, &access});
        }
    }
    return found;
}

template <class Who>
EdgeAccesses::EdgeAccesses(const OptionGround& ground, std::span<const Who> list, gis::Heading heading)
{
    std::vector<OfSite> of_each(list.size());
    tbb::parallel_for(std::size_t{0}, list.size(), [&](std::size_t i) {
        of_each[i] = of_site(ground.times(), ground.site_of(list[i]), static_cast<std::uint32_t>(i), heading);
    });
    for (const OfSite& found : of_each) {
        append(on_edge_, found.on_edge);
        append(in_square_, found.in_square);
    }
    sort_by_place(on_edge_);
    sort_by_place(in_square_);
}

EdgeAccesses EdgeAccesses::of_givers(const OptionGround& ground)
{
    return {ground, ground.givers(), gis::Heading::in};
}

EdgeAccesses EdgeAccesses::of_takers(const OptionGround& ground)
{
    return {ground, ground.takers(), gis::Heading::out};
}

std::span<const SiteAccessPoint> EdgeAccesses::on(gis::EdgeId edge) const
{
    return at(on_edge_, index(edge));
}

std::span<const SiteAccessPoint> EdgeAccesses::in(std::uint32_t square) const
{
    return at(in_square_, square);
}

} // namespace fieldgap
