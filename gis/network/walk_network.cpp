#include "gis/network/walk_network.hpp"

#include "gis/interrupt.hpp"
#include "gis/network/degree_metres.hpp"
#include "gis/network/node_order.hpp"
#include "gis/network/part_lengths.hpp"
#include "gis/network/square_corners.hpp"
#include "gis/network/street_chains.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace gis {
namespace {

/// Chains in their final order and direction: from the smaller node to the greater, ordered by (from, to, length, course).
class EdgeOrder
{
public:
    EdgeOrder(const Streets& streets, StreetChains& chains, NodeOrder& nodes) : streets_(streets), chains_(chains), ends_(nodes.of_chain)
    {
        length_m_.resize(chains.count());
        tbb::parallel_for(std::size_t{0}, chains.count(), [this](std::size_t chain) {
            throw_if_interrupted();
            turn_to_greater_node(chain);
            length_m_[chain] = static_cast<float>(length_of(chain));
        });
        sort_by_first_node(nodes.signal.size());
    }

    const std::vector<std::uint32_t>& chain_of_edge() const { return chain_; }
    std::vector<std::uint32_t> taken_chain_of_edge() && { return std::move(chain_); }
    float length_m(std::uint32_t chain) const { return length_m_[chain]; }

private:
    const Point& at(std::uint32_t street_node) const { return streets_.node[street_node]; }

    bool lies_before(std::uint32_t a, std::uint32_t b) const { return std::tie(at(a).x, at(a).y) < std::tie(at(b).x, at(b).y); }

    void turn_to_greater_node(std::size_t chain)
    {
        ChainEnds& ends = ends_[chain];
        const auto refs = chains_.of(chain);
        const bool loop_is_turned =
            ends.first == ends.last && std::lexicographical_compare(refs.rbegin(), refs.rend(), refs.begin(), refs.end(),
                                                                    [this](auto a, auto b) { return lies_before(a, b); });
        if (ends.first > ends.last || loop_is_turned) {
            std::swap(ends.first, ends.last);
            std::reverse(refs.begin(), refs.end());
        }
    }

    /// Nodes are numbers without gaps, so a chain's place is nearly known.
    void sort_by_first_node(std::size_t node_count)
    {
        std::vector<std::uint32_t> next(node_count + 2);
        for (const ChainEnds& ends : ends_) {
            ++next[ends.first + 2];
        }
        std::partial_sum(next.begin(), next.end(), next.begin());
        chain_.resize(ends_.size());
        for (std::uint32_t chain = 0; chain < ends_.size(); ++chain) {
            chain_[next[ends_[chain].first + 1]++] = chain;
        }
        tbb::parallel_for(std::size_t{0}, node_count, [&](std::size_t node) {
            throw_if_interrupted();
            const auto begin = chain_.begin() + static_cast<std::ptrdiff_t>(next[node]);
            const auto end = chain_.begin() + static_cast<std::ptrdiff_t>(next[node + 1]);
            std::sort(begin, end, [this](std::uint32_t a, std::uint32_t b) { return comes_before(a, b); });
        });
    }

    double length_of(std::size_t chain) const
    {
        const auto refs = chains_.of(chain);
        double sum_m = 0.0;
        for (std::size_t i = 1; i < refs.size(); ++i) {
            sum_m += metres_.length_m(at(refs[i - 1]), at(refs[i]));
        }
        return sum_m;
    }

    bool comes_before(std::uint32_t a, std::uint32_t b) const
    {
        const auto key_a = std::tie(ends_[a].first, ends_[a].last, length_m_[a]);
        const auto key_b = std::tie(ends_[b].first, ends_[b].last, length_m_[b]);
        return key_a != key_b ? key_a < key_b : course_comes_before(a, b);
    }

    bool course_comes_before(std::uint32_t a, std::uint32_t b) const
    {
        const auto course_a = std::as_const(chains_).of(a);
        const auto course_b = std::as_const(chains_).of(b);
        const auto before = [this](std::uint32_t p, std::uint32_t q) { return lies_before(p, q); };
        if (std::lexicographical_compare(course_a.begin(), course_a.end(), course_b.begin(), course_b.end(), before)) {
            return true;
        }
        const bool is_after = std::lexicographical_compare(course_b.begin(), course_b.end(), course_a.begin(), course_a.end(), before);
        return !is_after && std::tie(chains_.flags[a], chains_.kind[a], a) < std::tie(chains_.flags[b], chains_.kind[b], b);
    }

    const Streets& streets_;
    StreetChains& chains_;
    std::vector<ChainEnds>& ends_;
    DegreeMetres metres_;
    std::vector<float> length_m_;
    std::vector<std::uint32_t> chain_;
};

/// Returns each edge's chain.
std::vector<std::uint32_t> add_edges(WalkNetwork& network, const StreetChains& chains, const NodeOrder& nodes, EdgeOrder order)
{
    const std::size_t count = chains.count();
    network.edge_from.reserve(count);
    network.edge_to.reserve(count);
    network.edge_length_m.reserve(count);
    network.edge_flags.reserve(count);
    network.edge_kind.reserve(count);
    network.first_point.reserve(count + 1);
    network.first_point.push_back(0);
    for (const std::uint32_t chain : order.chain_of_edge()) {
        network.edge_from.push_back(NodeId{nodes.of_chain[chain].first});
        network.edge_to.push_back(NodeId{nodes.of_chain[chain].last});
        network.edge_length_m.push_back(order.length_m(chain));
        network.edge_flags.push_back(chains.flags[chain]);
        network.edge_kind.push_back(chains.kind[chain]);
        network.first_point.push_back(network.first_point.back() + static_cast<std::uint32_t>(chains.of(chain).size()));
    }
    return std::move(order).taken_chain_of_edge();
}

/// `node` holds the street nodes in the plane.
void add_points(WalkNetwork& network, const std::vector<Point>& node, const StreetChains& chains,
                const std::vector<std::uint32_t>& chain_of_edge)
{
    network.point.resize(network.first_point.back());
    tbb::parallel_for(std::size_t{0}, network.edge_count(), [&](std::size_t edge) {
        throw_if_interrupted();
        std::uint32_t at = network.first_point[edge];
        for (const std::uint32_t street_node : chains.of(chain_of_edge[edge])) {
            network.point[at++] = node[street_node];
        }
    });
}

/// Arcs by the node they leave, each node's in the order of their ids.
void add_arcs(WalkNetwork& network)
{
    network.first_arc.assign(network.node_count() + 1, 0);
    for (std::size_t edge = 0; edge < network.edge_count(); ++edge) {
        ++network.first_arc[index(network.edge_from[edge]) + 1];
        ++network.first_arc[index(network.edge_to[edge]) + 1];
    }
    std::partial_sum(network.first_arc.begin(), network.first_arc.end(), network.first_arc.begin());
    std::vector<std::uint32_t> next(network.first_arc.begin(), network.first_arc.end() - 1);
    network.head.resize(network.edge_count() * 2);
    network.arc.resize(network.edge_count() * 2);
    const auto add = [&](NodeId tail, NodeId head, std::uint32_t arc) {
        const std::uint32_t at = next[index(tail)]++;
        network.head[at] = head;
        network.arc[at] = ArcId{arc};
    };
    for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
        add(network.edge_from[edge], network.edge_to[edge], edge * 2);
        add(network.edge_to[edge], network.edge_from[edge], edge * 2 + 1);
    }
}

void add_squares(WalkNetwork& network, std::vector<SquareDraft> drafts, const NodeOrder& nodes)
{
    for (SquareDraft& draft : drafts) {
        std::vector<SquareCorner> corners;
        for (std::size_t i = 0; i < draft.street_node.size(); ++i) {
            const auto found = std::lower_bound(nodes.corners.begin(), nodes.corners.end(), std::pair(draft.street_node[i], 0U));
            if (found != nodes.corners.end() && found->first == draft.street_node[i]) { // else nothing leads on there
                corners.push_back(draft.square.corners[i]);
                corners.back().node = NodeId{found->second};
            }
        }
        std::sort(corners.begin(), corners.end(), [](const SquareCorner& a, const SquareCorner& b) { return a.node < b.node; });
        draft.square.corners = std::move(corners);
        network.squares.push_back(std::move(draft.square));
    }
}

/// Of `node`, the street nodes in the plane, those with lights.
std::vector<Point> lights_among(const std::vector<Point>& node, const std::vector<std::uint8_t>& flags)
{
    std::vector<Point> lights;
    for (std::size_t i = 0; i < node.size(); ++i) {
        if ((flags[i] & node_lights) != 0) {
            lights.push_back(node[i]);
        }
    }
    std::sort(lights.begin(), lights.end(), [](const Point& a, const Point& b) { return std::tie(a.x, a.y) < std::tie(b.x, b.y); });
    lights.erase(std::unique(lights.begin(), lights.end()), lights.end());
    return lights;
}

} // namespace

WalkNetwork build_walk_network(Streets streets, const CityPlane& plane)
{
    SightLines sights = add_sight_lines(streets, plane);
    StreetChains chains = street_chains(streets);
    NodeOrder nodes = node_order(streets, chains, sights.sides);
    note_ring_pieces(streets, chains, nodes, sights.squares);
    WalkNetwork network;
    const std::vector<std::uint32_t> chain_of_edge = add_edges(network, chains, nodes, EdgeOrder(streets, chains, nodes));
    network.node_signal = std::move(nodes.signal);
    network.kinds = std::move(streets.kinds);
    nodes.of_chain = {};
    to_plane_in_bulk(streets.node, plane);
    add_points(network, streets.node, chains, chain_of_edge);
    network.light = lights_among(streets.node, streets.node_flags);
    // What the points were made of is half of all memory: it goes before the rest is built.
    streets = {};
    chains = {};
    add_arcs(network);
    add_squares(network, std::move(sights.squares), nodes);
    mark_main_parts(network);
    return network;
}

} // namespace gis
