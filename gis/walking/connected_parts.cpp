#include "gis/walking/connected_parts.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <limits>

namespace gis {
namespace {

/// Per node the number of its part, of the chosen edges alone; `first` is added to all.
template <class IsChosen>
std::vector<std::uint32_t> parts_of_nodes(const WalkNetwork& network, std::uint32_t first, const IsChosen& is_chosen)
{
    boost::disjoint_sets_with_storage<> parts(network.node_count());
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        if (is_chosen(EdgeId{edge})) {
            parts.union_set(std::size_t{index(network.edge_from[edge])}, std::size_t{index(network.edge_to[edge])});
        }
    }
    std::vector<std::uint32_t> of_node(network.node_count());
    for (std::size_t node = 0; node < of_node.size(); ++node) {
        of_node[node] = first + static_cast<std::uint32_t>(parts.find_set(node));
    }
    return of_node;
}

template <class T>
void keep_each_once(std::vector<T>& list)
{
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

} // namespace

ConnectedParts::ConnectedParts(const WalkNetwork& network)
    : network_(network), beyond_(std::numeric_limits<std::uint32_t>::max()), leads_beyond_(network.node_count() * 2)
{
    join_edges();
    note_what_leads_beyond();
}

void ConnectedParts::join_edges()
{
    const auto is_private = [this](EdgeId edge) { return network_.is_private(edge); };
    const auto is_public = [this](EdgeId edge) { return !network_.is_private(edge); };
    public_part_of_node_ = parts_of_nodes(network_, 0, is_public);
    private_part_of_node_ = parts_of_nodes(network_, static_cast<std::uint32_t>(network_.node_count()), is_private);
    for (std::uint32_t edge = 0; edge < network_.edge_count(); ++edge) {
        if (is_private(EdgeId{edge})) {
            for (const NodeId node : {network_.edge_from[edge], network_.edge_to[edge]}) {
                public_part_of_private_.emplace_back(private_part_of_node_[index(node)], public_part_of_node_[index(node)]);
            }
        }
    }
    keep_each_once(public_part_of_private_);
}

/// All ways at a place within the known streets are known, whole: what goes on unknown does so from an end outside.
void ConnectedParts::note_what_leads_beyond()
{
    for (std::uint32_t edge = 0; edge < network_.edge_count(); ++edge) {
        const auto line = network_.line(EdgeId{edge});
        const auto& part_of_node = network_.is_private(EdgeId{edge}) ? private_part_of_node_ : public_part_of_node_;
        if (!network_.is_whole_at(line.front()) || !network_.is_whole_at(line.back())) {
            leads_beyond_[part_of_node[index(network_.edge_from[edge])]] = true;
        }
    }
}

void ConnectedParts::add_part(std::uint32_t part, PartList& parts) const
{
    parts.push_back(part);
    if (leads_beyond_[part]) {
        parts.push_back(beyond_);
    }
}

void ConnectedParts::add_parts_at(NodeId node, WalkState state, PartList& parts) const
{
    add_part(public_part_of_node_[index(node)], parts);
    if (state != WalkState::only_private) {
        return;
    }
    const std::uint32_t own = private_part_of_node_[index(node)];
    add_part(own, parts);
    const auto first = std::lower_bound(public_part_of_private_.begin(), public_part_of_private_.end(), std::pair(own, 0U));
    for (auto next = first; next != public_part_of_private_.end() && next->first == own; ++next) {
        add_part(next->second, parts);
    }
}

PartList ConnectedParts::parts_of(const SiteAccesses& sites, std::size_t site) const
{
    PartList parts;
    for (std::uint32_t number = sites.first[site]; number < sites.first[site + 1]; ++number) {
        const Access& access = sites.access[number];
        for (const bool at_to : {false, true}) {
            if (access.edge != no_edge) {
                add_parts_at(end_of(network_, access.edge, at_to), state_at_end(network_, access, at_to), parts);
            }
        }
        for (const AccessSight& sight : sites.sights_of(number)) {
            add_parts_at(sight.node, state_at_corner(network_, sight), parts);
        }
    }
    keep_each_once(parts);
    return parts;
}

bool may_be_connected(const PartList& a, const PartList& b)
{
    auto of_b = b.begin();
    for (const std::uint32_t part : a) {
        of_b = std::lower_bound(of_b, b.end(), part);
        if (of_b != b.end() && *of_b == part) {
            return true;
        }
    }
    return false;
}

} // namespace gis
