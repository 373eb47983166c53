#include "gis/walking/targets.hpp"

#include "gis/interrupt.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace gis {
namespace {

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
            if (access.edge != no_edge) {
                add_by_edge(site, access_point.access, access);
            }
            add_by_square(site, access_point.access, access);
        }
    }

    std::vector<TargetBucketEntry> at_stop;
    std::vector<TargetBucketEntry> on_edge;
    std::vector<TargetBucketEntry> in_square;

private:
    void add_by_edge(std::uint32_t site, std::uint32_t number, const Access& access)
    {
        const Stretch connector = times_.connector(access);
        on_edge.push_back({index(access.edge), site, number, RouteEnd::along_edge, connector.seconds});
        for (const bool forward : {true, false}) {
            const TargetBucketEntry offer{0, site, number, forward ? RouteEnd::forward : RouteEnd::backward,
                                          (times_.from_end(access, forward) + connector).seconds};
            add_at(end_of(times_.network(), access.edge, !forward), state_at_end(times_.network(), access, !forward), offer);
        }
    }

    void add_by_square(std::uint32_t site, std::uint32_t number, const Access& access)
    {
        const Stretch connector = times_.connector(access);
        for (const std::uint32_t square : squares_of(sites_, number)) {
            in_square.push_back({square, site, number, RouteEnd::across, connector.seconds});
        }
        for (const AccessSight& sight : sites_.sights_of(number)) {
            const TargetBucketEntry offer{0, site, number, RouteEnd::sight, (times_.from_corner(sight) + connector).seconds};
            add_at(sight.node, state_at_corner(times_.network(), sight), offer);
        }
    }

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

std::span<const TargetBucketEntry> of_place(const std::vector<TargetBucketEntry>& offers, std::uint32_t place)
{
    const auto lies_before = [](const TargetBucketEntry& offer, std::uint32_t other) { return offer.place < other; };
    const auto begin = std::lower_bound(offers.begin(), offers.end(), place, lies_before);
    const auto end = std::lower_bound(begin, offers.end(), place + 1, lies_before);
    return {begin, end};
}

void append(std::vector<TargetBucketEntry>& all, const std::vector<TargetBucketEntry>& some)
{
    all.insert(all.end(), some.begin(), some.end());
}

} // namespace

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
        append(in_square_, offers.in_square);
    }
    // The order is total, so it does not matter which thread found what.
    tbb::parallel_sort(at_stop_.begin(), at_stop_.end(), comes_before);
    tbb::parallel_sort(on_edge_.begin(), on_edge_.end(), comes_before);
    tbb::parallel_sort(in_square_.begin(), in_square_.end(), comes_before);
    at_stop_.erase(std::unique(at_stop_.begin(), at_stop_.end(), is_same_place_and_site), at_stop_.end());
    first_at_stop_.assign(states.stop_count() + 1, 0);
    for (const TargetBucketEntry& offer : at_stop_) {
        ++first_at_stop_[offer.place + 1];
    }
    std::partial_sum(first_at_stop_.begin(), first_at_stop_.end(), first_at_stop_.begin());
}

std::span<const TargetBucketEntry> Targets::on(EdgeId edge) const
{
    return of_place(on_edge_, index(edge));
}

std::span<const TargetBucketEntry> Targets::in(std::uint32_t square) const
{
    return of_place(in_square_, square);
}

} // namespace gis
