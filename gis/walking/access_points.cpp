#include "gis/walking/access_points.hpp"

#include "gis/interrupt.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace gis {
namespace {

/// The access points of one site that stand on one edge, by `fraction`.
class EdgeAccessPoints
{
public:
    EdgeAccessPoints(const WalkTimes& times, const SiteAccesses& sites, std::span<const AccessPoint> access_points)
        : times_(times), sites_(sites), access_points_(access_points), is_needed_(access_points.size(), true)
    {
    }

    void append_needed(Heading heading, std::vector<AccessPoint>& needed)
    {
        const EdgeId edge = access_points_.front().edge;
        const bool out = heading == Heading::out;
        double min_s = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < access_points_.size(); ++i) {
            min_s = step(i, i == 0 ? 0 : i - 1, min_s, times_.moving_s(edge, out));
        }
        min_s = std::numeric_limits<double>::infinity();
        for (std::size_t i = access_points_.size(); i-- > 0;) {
            min_s = step(i, std::min(i + 1, access_points_.size() - 1), min_s, times_.moving_s(edge, !out));
        }
        for (std::size_t i = 0; i < access_points_.size(); ++i) {
            if (is_needed_[i]) {
                needed.push_back(access_points_[i]);
            }
        }
    }

private:
    /// Seconds between the entry that is best so far and access point `i`, coming from access point `before`. An access point right at a
    /// node stays, and passes nothing on: at a signal it matters from which side the node is reached.
    double step(std::size_t i, std::size_t before, double min_s, double edge_s)
    {
        const auto fraction = static_cast<double>(access_points_[i].fraction);
        const bool is_at_node = fraction <= 0.0 || fraction >= 1.0;
        const double gap = std::abs(fraction - static_cast<double>(access_points_[before].fraction));
        const double arriving_s = min_s + gap * edge_s;
        const double own_s = times_.connector(sites_.access[access_points_[i].access]).seconds;
        if (is_at_node) {
            return arriving_s;
        }
        is_needed_[i] = is_needed_[i] && own_s <= arriving_s;
        return std::min(own_s, arriving_s);
    }

    const WalkTimes& times_;
    const SiteAccesses& sites_;
    std::span<const AccessPoint> access_points_;
    std::vector<bool> is_needed_;
};

/// All access points of a site by place; of several at one place only the one with the shortest connector.
std::vector<AccessPoint> access_points_by_place(const SiteAccesses& sites, std::size_t site)
{
    std::vector<AccessPoint> access_points;
    for (std::uint32_t access = sites.first[site]; access < sites.first[site + 1]; ++access) {
        access_points.push_back({access, sites.access[access].edge, sites.access[access].fraction});
    }
    std::sort(access_points.begin(), access_points.end(), [&sites](const AccessPoint& a, const AccessPoint& b) {
        return std::tie(a.edge, a.fraction, sites.access[a.access].connector_m, a.access) <
               std::tie(b.edge, b.fraction, sites.access[b.access].connector_m, b.access);
    });
    const auto is_same_place = [](const AccessPoint& a, const AccessPoint& b) { return a.edge == b.edge && a.fraction == b.fraction; };
    access_points.erase(std::unique(access_points.begin(), access_points.end(), is_same_place), access_points.end());
    return access_points;
}

bool comes_before(const TargetBucketEntry& a, const TargetBucketEntry& b)
{
    return std::tie(a.place, a.site, a.rest.seconds, a.access) < std::tie(b.place, b.site, b.rest.seconds, b.access);
}

bool is_same_place_and_site(const TargetBucketEntry& a, const TargetBucketEntry& b)
{
    return a.place == b.place && a.site == b.site;
}

struct Offers
{
    std::vector<TargetBucketEntry> at_node;
    std::vector<TargetBucketEntry> on_edge;

    void add(const WalkTimes& times, const SiteAccesses& sites, std::uint32_t site, double limit_s)
    {
        const WalkNetwork& network = times.network();
        for (const AccessPoint& access_point : pruned_access_points(times, sites, site, Heading::in)) {
            const Access& access = sites.access[access_point.access];
            const Stretch connector = times.connector(access);
            on_edge.push_back({index(access_point.edge), site, access_point.access, connector});
            for (const bool forward : {true, false}) {
                const NodeId node = forward ? network.edge_from[index(access_point.edge)] : network.edge_to[index(access_point.edge)];
                const Stretch rest = times.from_end(access, forward) + connector;
                if (rest.seconds <= limit_s) {
                    at_node.push_back({index(node), site, access_point.access, rest});
                }
            }
        }
    }
};

void append(std::vector<TargetBucketEntry>& all, const std::vector<TargetBucketEntry>& some)
{
    all.insert(all.end(), some.begin(), some.end());
}

} // namespace

std::vector<AccessPoint> pruned_access_points(const WalkTimes& times, const SiteAccesses& sites, std::size_t site, Heading heading)
{
    const std::vector<AccessPoint> access_points = access_points_by_place(sites, site);
    std::vector<AccessPoint> needed;
    for (std::size_t begin = 0; begin < access_points.size();) {
        std::size_t end = begin + 1;
        while (end < access_points.size() && access_points[end].edge == access_points[begin].edge) {
            ++end;
        }
        EdgeAccessPoints(times, sites, std::span(access_points).subspan(begin, end - begin)).append_needed(heading, needed);
        begin = end;
    }
    return needed;
}

std::vector<Access> needed_accesses(const WalkTimes& times, std::span<const Access> of_site, Heading heading)
{
    SiteAccesses alone;
    alone.add_site(of_site);
    std::vector<std::uint32_t> positions;
    for (const AccessPoint& needed : pruned_access_points(times, alone, 0, heading)) {
        positions.push_back(needed.access);
    }
    std::sort(positions.begin(), positions.end());
    std::vector<Access> accesses;
    accesses.reserve(positions.size());
    for (const std::uint32_t position : positions) {
        accesses.push_back(of_site[position]);
    }
    return accesses;
}

Targets::Targets(const WalkTimes& times, const SiteAccesses& sites, const std::vector<bool>* taking_part, double limit_s)
    : site_count_(sites.site_count())
{
    constexpr std::size_t sites_a_task = 64;
    tbb::enumerable_thread_specific<Offers> of_thread;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, site_count_, sites_a_task), [&](const tbb::blocked_range<std::size_t>& range) {
        Offers& offers = of_thread.local();
        for (std::size_t site = range.begin(); site < range.end(); ++site) {
            throw_if_interrupted();
            if (taking_part == nullptr || (*taking_part)[site]) {
                offers.add(times, sites, static_cast<std::uint32_t>(site), limit_s);
            }
        }
    });
    for (Offers& offers : of_thread) {
        append(at_node_, offers.at_node);
        append(on_edge_, offers.on_edge);
        offers = {};
    }
    // The order is total, so it does not matter which thread found what.
    tbb::parallel_sort(at_node_.begin(), at_node_.end(), comes_before);
    tbb::parallel_sort(on_edge_.begin(), on_edge_.end(), comes_before);
    at_node_.erase(std::unique(at_node_.begin(), at_node_.end(), is_same_place_and_site), at_node_.end());
    first_at_node_.assign(times.network().node_count() + 1, 0);
    for (const TargetBucketEntry& offer : at_node_) {
        ++first_at_node_[offer.place + 1];
    }
    std::partial_sum(first_at_node_.begin(), first_at_node_.end(), first_at_node_.begin());
}

std::span<const TargetBucketEntry> Targets::on(EdgeId edge) const
{
    const auto lies_before = [](const TargetBucketEntry& offer, std::uint32_t place) { return offer.place < place; };
    const auto begin = std::lower_bound(on_edge_.begin(), on_edge_.end(), index(edge), lies_before);
    const auto end = std::lower_bound(begin, on_edge_.end(), index(edge) + 1, lies_before);
    return {begin, end};
}

} // namespace gis
