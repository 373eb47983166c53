#include "domain/options/marked_nodes.hpp"

#include "gis/geometry/index.hpp"
#include "gis/interrupt.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace fieldgap {
namespace {

struct AtMarked
{
    std::uint32_t position = 0; ///< of the node in the list of marked ones
    NodeSeconds seconds;
};

/// Places of the marked nodes, asked by box.
gis::BoxIndex places_of(const OptionGround& ground, std::span<const gis::NodeId> nodes)
{
    std::vector<gis::Box> boxes;
    for (const gis::NodeId node : nodes) {
        boxes.emplace_back().add(ground.grid().place_of(node));
    }
    return gis::BoxIndex(boxes);
}

/// Whether any place lies in the box.
bool has_any(const gis::BoxIndex& places, const gis::Box& box)
{
    return !box.is_empty() && !places.meeting_at_most(box, 0);
}

} // namespace

MarkedNodes::MarkedNodes(const OptionGround& ground, std::vector<gis::NodeId> nodes, bool links_too)
    : nodes_(std::move(nodes)), position_(ground.streets().node_count())
{
    std::sort(nodes_.begin(), nodes_.end());
    nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        position_[index(nodes_[i])] = i;
    }
    givers_ = searched(ground, ground.givers(), gis::Heading::in);
    takers_ = searched(ground, links_too ? ground.takers() : std::span<const SchoolIndex>(), gis::Heading::out);
}

template <class Who>
MarkedNodes::Lists MarkedNodes::searched(const OptionGround& ground, std::span<const Who> list, gis::Heading heading) const
{
    const gis::BoxIndex places = places_of(ground, nodes_);
    const double furthest_m = ground.furthest_m(ground.limit_s());
    std::vector<std::vector<AtMarked>> of_each(list.size());
    tbb::enumerable_thread_specific<gis::NearNodes> near_nodes(
        [&] { return gis::NearNodes(ground.streets(), gis::ArcCosts(ground.seconds_of_arc(), heading)); });
    tbb::parallel_for(std::size_t{0}, list.size(), [&](std::size_t i) {
        gis::throw_if_interrupted();
        const OptionGround::SiteOf site = ground.site_of(list[i]);
        if (!has_any(places, entries_box(site.accesses()).widened(furthest_m))) {
            return;
        }
        gis::NearNodes& near = near_nodes.local();
        near.begin(ground.limit_s());
        gis::start_at_site(ground.times(), *site.sites, site.site, heading, near);
        near.spread([](gis::NodeId, double) { return true; });
        for (const gis::NearNodes::Label& label : near.labels()) {
            const std::uint32_t position = position_[index(label.node)];
            if (position < nodes_.size() && nodes_[position] == label.node) {
                of_each[i].push_back({position, {label.before_public(), label.least()}});
            }
        }
    });
    Lists lists;
    lists.first.assign(nodes_.size() + 2, 0);
    for (const std::vector<AtMarked>& found : of_each) {
        for (const AtMarked& one : found) {
            ++lists.first[one.position + 2];
        }
    }
    std::partial_sum(lists.first.begin(), lists.first.end(), lists.first.begin());
    lists.seconds.resize(lists.first.back());
    for (std::uint32_t who = 0; who < of_each.size(); ++who) {
        for (const AtMarked& one : of_each[who]) {
            lists.seconds[lists.first[one.position + 1]++] = {who, one.seconds};
        }
    }
    lists.first.pop_back();
    return lists;
}

std::span<const SecondsOf> MarkedNodes::of(const Lists& lists, gis::NodeId node) const
{
    const std::uint32_t position = position_[index(node)];
    return std::span(lists.seconds).subspan(lists.first[position], lists.first[position + 1] - lists.first[position]);
}

} // namespace fieldgap
