#include "domain/options/option_place.hpp"

#include "gis/network/nearest_on_line.hpp"
#include "gis/walking/access_sights.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <limits>

namespace fieldgap {
namespace {

constexpr double missing_factor = 5.0;

/// Metres on foot from where the search began.
double metres_to(const gis::NearNodes& near, gis::NodeId node, bool then_public)
{
    const gis::NearNodes::Label* label = near.find(node);
    if (label == nullptr) {
        return std::numeric_limits<double>::infinity();
    }
    return then_public ? label->before_public() : label->least();
}

/// An end on an edge is come to over public ways: no link ends on a private one.
double metres_to(const gis::WalkNetwork& streets, const gis::NearNodes& near, const LinkEnd& end)
{
    if (!end.on_edge) {
        return metres_to(near, end.node, false);
    }
    const std::uint32_t edge = index(end.joined.access.edge);
    const double edge_m = static_cast<double>(streets.edge_length_m[edge]);
    const double along_m = edge_m * static_cast<double>(end.joined.access.fraction);
    return std::min(metres_to(near, streets.edge_from[edge], true) + along_m,
                    metres_to(near, streets.edge_to[edge], true) + edge_m - along_m);
}

/// Keys that begin at one node.
class LinksOfNode
{
public:
    LinksOfNode(const OptionGround& ground, gis::NearNodes& near) : ground_(ground), near_(near) {}

    void append_missing(std::span<const LinkKey> keys, std::vector<LinkKey>& missing)
    {
        double furthest_m = 0.0;
        for (const LinkKey& key : keys) {
            furthest_m = std::max(furthest_m, missing_factor * link_place(ground_, key).metres);
        }
        near_.begin(furthest_m);
        near_.start_at(keys.front().node, gis::WalkState::only_private, 0.0);
        near_.spread([](gis::NodeId, double) { return true; });
        for (const LinkKey& key : keys) {
            const LinkPlace place = link_place(ground_, key);
            if (metres_to(ground_.streets(), near_, place.end) > missing_factor * place.metres) {
                missing.push_back(key);
            }
        }
    }

private:
    const OptionGround& ground_;
    gis::NearNodes& near_;
};

std::vector<std::span<const LinkKey>> by_node(const std::vector<LinkKey>& keys)
{
    std::vector<std::span<const LinkKey>> groups;
    for (std::size_t begin = 0; begin < keys.size();) {
        std::size_t end = begin + 1;
        while (end < keys.size() && keys[end].node == keys[begin].node) {
            ++end;
        }
        groups.push_back(std::span(keys).subspan(begin, end - begin));
        begin = end;
    }
    return groups;
}

} // namespace

std::optional<GatePlace> gate_place(const gis::EdgeIndex& edges, const gis::Point& at, double snap_m)
{
    const auto access = edges.nearest(at, snap_m);
    if (!access) {
        return std::nullopt;
    }
    gis::SiteAccesses alone;
    alone.add_site(std::span(&*access, 1));
    gis::add_sights(alone, edges);
    return GatePlace{{*access, alone.sight, gis::squares_of(alone, 0)}};
}

LinkPlace link_place(const OptionGround& ground, const LinkKey& key)
{
    LinkPlace place;
    place.from = ground.grid().place_of(key.node);
    place.begin.node = key.node;
    place.end.on_edge = key.to_edge;
    if (key.to_edge) {
        const gis::OnLine on = gis::nearest_on_line(place.from, ground.streets().line(gis::EdgeId{key.other}));
        place.to = on.at;
        place.end.joined.access.edge = gis::EdgeId{key.other};
        place.end.joined.access.fraction = on.fraction;
        place.end.joined.access.entry = on.at;
        place.end.joined.access.on_edge = on.at;
    } else {
        place.to = ground.grid().place_of(gis::NodeId{key.other});
        place.end.node = gis::NodeId{key.other};
    }
    place.metres = gis::distance_m(place.from, place.to);
    return place;
}

bool may_be_link(const OptionGround& ground, const LinkKey& key, const LinkPlace& place)
{
    const bool has_length = place.metres > least_link_m && place.metres <= ground.link_max_m();
    if (!has_length || !key.to_edge) {
        return has_length;
    }
    const gis::Access& end = place.end.joined.access;
    const double edge_m = static_cast<double>(ground.streets().edge_length_m[index(end.edge)]);
    const double along_m = edge_m * static_cast<double>(end.fraction);
    return along_m > least_link_m && along_m < edge_m - least_link_m && !ground.streets().is_private(end.edge);
}

std::vector<LinkKey> missing_links(const OptionGround& ground, const std::vector<LinkKey>& keys)
{
    const std::vector<std::span<const LinkKey>> groups = by_node(keys);
    std::vector<std::vector<LinkKey>> missing(groups.size());
    tbb::enumerable_thread_specific<gis::NearNodes> near_nodes(
        [&] { return gis::NearNodes(ground.streets(), gis::ArcCosts(ground.streets())); });
    tbb::parallel_for(std::size_t{0}, groups.size(),
                      [&](std::size_t i) { LinksOfNode(ground, near_nodes.local()).append_missing(groups[i], missing[i]); });
    std::vector<LinkKey> all;
    for (const std::vector<LinkKey>& of_node : missing) {
        all.insert(all.end(), of_node.begin(), of_node.end());
    }
    return all;
}

} // namespace fieldgap
