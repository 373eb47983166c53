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

constexpr float as_good_as_there_m = 0.001F; // a point in degrees and back is not the same to the last bit

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
    return std::tie(a.place, a.site, a.seconds, a.access, a.arrives) < std::tie(b.place, b.site, b.seconds, b.access, b.arrives);
}

bool is_same_place_and_site(const TargetBucketEntry& a, const TargetBucketEntry& b)
{
    return a.place == b.place && a.site == b.site;
}

/// What one thread has found.
class Offers
{
public:
    Offers(const WalkTimes& times, const WalkStates& states, const SiteAccesses& sites, double limit_s)
        : times_(times), states_(states), sites_(sites), limit_s_(limit_s)
    {
    }

    void add(std::uint32_t site)
    {
        for (const AccessPoint& access_point : pruned_access_points(times_, sites_, site, Heading::in)) {
            const Access& access = sites_.access[access_point.access];
            const Stretch connector = times_.connector(access);
            on_edge.push_back({index(access_point.edge), site, access_point.access, RouteEnd::along_edge, connector.seconds});
            for (const bool forward : {true, false}) {
                const TargetBucketEntry offer{0, site, access_point.access, forward ? RouteEnd::forward : RouteEnd::backward,
                                              (times_.from_end(access, forward) + connector).seconds};
                add_at(end_of(times_.network(), access.edge, !forward), state_at_end(times_.network(), access, !forward), offer);
            }
        }
    }

    std::vector<TargetBucketEntry> at_stop;
    std::vector<TargetBucketEntry> on_edge;

private:
    /// At all stops of the node from which a walk may end as `ending`, the state seen from its end, says.
    void add_at(NodeId node, WalkState ending, TargetBucketEntry offer)
    {
        if (!(offer.seconds <= limit_s_)) {
            return;
        }
        const WalkState last = ending == WalkState::only_private ? WalkState::private_again : WalkState::on_public;
        for (std::uint32_t stop = index(states_.stop(node, WalkState::only_private)); stop <= index(states_.stop(node, last)); ++stop) {
            offer.place = stop;
            at_stop.push_back(offer);
        }
    }

    const WalkTimes& times_;
    const WalkStates& states_;
    const SiteAccesses& sites_;
    double limit_s_;
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

NodeId end_of(const WalkNetwork& network, EdgeId edge, bool at_to)
{
    return at_to ? network.edge_to[index(edge)] : network.edge_from[index(edge)];
}

WalkState state_at_end(const WalkNetwork& network, const Access& access, bool at_to)
{
    const float share = at_to ? 1.0F - access.fraction : access.fraction;
    const bool is_there = share * network.edge_length_m[index(access.edge)] <= as_good_as_there_m;
    return is_there || network.is_private(access.edge) ? WalkState::only_private : WalkState::on_public;
}

Targets::Targets(const WalkTimes& times, const WalkStates& states, const SiteAccesses& sites, const std::vector<bool>* taking_part,
                 double limit_s)
    : site_count_(sites.site_count())
{
    constexpr std::size_t sites_a_task = 64;
    tbb::enumerable_thread_specific<Offers> of_thread([&] { return Offers(times, states, sites, limit_s); });
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, site_count_, sites_a_task), [&](const tbb::blocked_range<std::size_t>& range) {
        Offers& offers = of_thread.local();
        for (std::size_t site = range.begin(); site < range.end(); ++site) {
            throw_if_interrupted();
            if (taking_part == nullptr || (*taking_part)[site]) {
                offers.add(static_cast<std::uint32_t>(site));
            }
        }
    });
    for (const Offers& offers : of_thread) {
        append(at_stop_, offers.at_stop);
        append(on_edge_, offers.on_edge);
    }
    // The order is total, so it does not matter which thread found what.
    tbb::parallel_sort(at_stop_.begin(), at_stop_.end(), comes_before);
    tbb::parallel_sort(on_edge_.begin(), on_edge_.end(), comes_before);
    at_stop_.erase(std::unique(at_stop_.begin(), at_stop_.end(), is_same_place_and_site), at_stop_.end());
    first_at_stop_.assign(states.stop_count() + 1, 0);
    for (const TargetBucketEntry& offer : at_stop_) {
        ++first_at_stop_[offer.place + 1];
    }
    std::partial_sum(first_at_stop_.begin(), first_at_stop_.end(), first_at_stop_.begin());
}

std::span<const TargetBucketEntry> Targets::on(EdgeId edge) const
{
    const auto lies_before = [](const TargetBucketEntry& offer, std::uint32_t place) { return offer.place < place; };
    const auto begin = std::lower_bound(on_edge_.begin(), on_edge_.end(), index(edge), lies_before);
    const auto end = std::lower_bound(begin, on_edge_.end(), index(edge) + 1, lies_before);
    return {begin, end};
}

} // namespace gis
