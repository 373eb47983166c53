#include "domain/flow/allocation_flow.hpp"

#include "domain/flow/first_flow.hpp"
#include "gis/interrupt.hpp"

#if defined(__GNUC__) && !defined(__clang__)
// LEMON's nodes begin uninitialised; where g++ inlines them (with sanitizers) it warns, although they come from system headers.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <lemon/network_simplex.h>
#include <lemon/preflow.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <stdexcept>

namespace fieldgap {
namespace {

using Graph = lemon::SmartDigraph;
using Amounts = Graph::ArcMap<std::int64_t>;
using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;

/// Where there is little choice the search for the greatest flow gains from a flow to begin with: a third of the time
/// (bench/allocation.cpp, 20,000 x 50,000, sparse). Where there is much, it finds its way as fast without.
bool is_sparse(std::uint32_t nodes, std::size_t arcs)
{
    constexpr std::size_t few_a_node = 8;
    return arcs < few_a_node * nodes;
}

std::int64_t cost_of(std::span<const std::int64_t> cost, std::uint32_t arc)
{
    return arc < cost.size() ? cost[arc] : 0;
}

/// Tries to write costs as differences of heights of the nodes. Two flows between the same ends differ by circulations only, and round
/// a circle differences of heights add up to nothing: where it succeeds, every flow costs the same.
class NodePotentials
{
public:
    explicit NodePotentials(std::uint32_t nodes) : parent_(nodes), above_parent_(nodes, 0), is_consistent_(nodes, 1)
    {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    void connect(std::uint32_t tail, std::uint32_t head, std::int64_t rise)
    {
        const std::uint32_t a = root(tail);
        const std::uint32_t b = root(head);
        if (a == b) {
            is_consistent_[a] = is_consistent_[a] != 0 && above_parent(head) - above_parent(tail) == rise ? 1 : 0;
        } else {
            above_parent_[b] = above_parent(tail) + rise - above_parent(head);
            parent_[b] = a;
            is_consistent_[a] = is_consistent_[a] != 0 && is_consistent_[b] != 0 ? 1 : 0;
        }
    }

    /// Whether the connected part of the node got heights.
    bool is_consistent(std::uint32_t node) { return is_consistent_[root(node)] != 0; }

private:
    /// Afterwards the parent of `node` is its root.
    std::uint32_t root(std::uint32_t node)
    {
        path_.clear();
        while (parent_[node] != node) {
            path_.push_back(node);
            node = parent_[node];
        }
        std::int64_t above_root = 0;
        for (auto step = path_.rbegin(); step != path_.rend(); ++step) {
            above_root += above_parent_[*step];
            above_parent_[*step] = above_root;
            parent_[*step] = node;
        }
        return node;
    }

    /// Above its root, once `root(node)` was asked.
    std::int64_t above_parent(std::uint32_t node) const { return parent_[node] == node ? 0 : above_parent_[node]; }

    std::vector<std::uint32_t> parent_;
    std::vector<std::int64_t> above_parent_;
    std::vector<std::uint8_t> is_consistent_; ///< of roots
    std::vector<std::uint32_t> path_;
};

/// The nodes and arcs that are still to be decided, as a graph of its own.
struct Subgraph
{
    Graph graph;
    Amounts capacity{graph};
    Amounts cost{graph};
    Graph::NodeMap<std::int64_t> supply{graph, 0};

    Subgraph(std::uint32_t nodes, std::size_t arcs) : node_(nodes, none)
    {
        graph.reserveNode(static_cast<int>(std::min<std::size_t>(nodes, 2 * arcs)));
        graph.reserveArc(static_cast<int>(arcs));
    }

    /// What flows on the arc now becomes supply and demand of its ends: what the other arcs carry stays as it is.
    void add(const FlowArc& arc, std::int64_t flow, std::int64_t arc_cost)
    {
        const Graph::Node tail = node(arc.tail);
        const Graph::Node head = node(arc.head);
        const Graph::Arc added = graph.addArc(tail, head);
        capacity[added] = arc.capacity;
        cost[added] = arc_cost;
        supply[tail] += flow;
        supply[head] -= flow;
    }

    Graph::Node node(std::uint32_t number)
    {
        if (node_[number] == none) {
            const Graph::Node added = graph.addNode();
            supply[added] = 0;
            node_[number] = Graph::id(added);
        }
        return Graph::nodeFromId(node_[number]);
    }

private:
    static constexpr int none = -1;
    std::vector<int> node_;
};

} // namespace

LexicographicMinCostFlow::LexicographicMinCostFlow(std::uint32_t nodes, std::vector<FlowArc> arcs)
    : nodes_(nodes), arcs_(std::move(arcs)), flow_(arcs_.size(), 0), open_(arcs_.size())
{
    std::iota(open_.begin(), open_.end(), 0U);
}

std::int64_t LexicographicMinCostFlow::maximise(std::uint32_t source, std::uint32_t sink)
{
    Subgraph whole(nodes_, arcs_.size());
    const Graph::Node from = whole.node(source);
    const Graph::Node to = whole.node(sink);
    for (const FlowArc& arc : arcs_) {
        whole.add(arc, 0, 0);
    }
    lemon::Preflow<Graph, Amounts> search(whole.graph, whole.capacity, from, to);
    if (is_sparse(nodes_, arcs_.size())) {
        Amounts begin(whole.graph);
        const std::vector<std::int64_t> first = first_flow(nodes_, arcs_, source, sink);
        for (std::uint32_t i = 0; i < arcs_.size(); ++i) {
            begin[Graph::arcFromId(static_cast<int>(i))] = first[i];
        }
        search.init(begin);
    } else {
        search.init();
    }
    search.startFirstPhase();
    search.startSecondPhase();

    // Every greatest flow fills a minimum cut and sends nothing back over it: there nothing is left to decide.
    std::int64_t cut = 0;
    open_.clear();
    for (std::uint32_t i = 0; i < arcs_.size(); ++i) {
        const Graph::Arc arc = Graph::arcFromId(static_cast<int>(i));
        flow_[i] = search.flow(arc);
        const bool leaves_source_side = search.minCut(whole.graph.source(arc));
        if (leaves_source_side == search.minCut(whole.graph.target(arc))) {
            open_.push_back(i);
        } else if (leaves_source_side) {
            cut += arcs_[i].capacity;
        }
    }
    return cut;
}

std::vector<std::uint32_t> LexicographicMinCostFlow::arcs_that_decide(std::span<const std::int64_t> cost) const
{
    NodePotentials heights(nodes_);
    for (const std::uint32_t i : open_) {
        gis::throw_if_interrupted();
        heights.connect(arcs_[i].tail, arcs_[i].head, cost_of(cost, i));
    }
    std::vector<std::uint32_t> deciding;
    for (const std::uint32_t i : open_) {
        if (!heights.is_consistent(arcs_[i].tail)) {
            deciding.push_back(i);
        }
    }
    return deciding;
}

void LexicographicMinCostFlow::minimise(std::span<const std::int64_t> cost)
{
    const std::vector<std::uint32_t> deciding = arcs_that_decide(cost);
    if (deciding.empty()) {
        return;
    }
    Subgraph part(nodes_, deciding.size());
    for (const std::uint32_t i : deciding) {
        part.add(arcs_[i], flow_[i], cost_of(cost, i));
    }
    Simplex simplex(part.graph);
    simplex.upperMap(part.capacity).costMap(part.cost).supplyMap(part.supply);
    if (simplex.run() != Simplex::OPTIMAL) {
        throw std::logic_error("allocation: no optimum although a flow is known");
    }

    // Complementary slackness with exact duals: in every optimum an arc of positive reduced cost is empty, one of negative is full.
    std::vector<std::uint32_t> decided;
    for (std::size_t k = 0; k < deciding.size(); ++k) {
        const Graph::Arc arc = Graph::arcFromId(static_cast<int>(k));
        flow_[deciding[k]] = simplex.flow(arc);
        if (part.cost[arc] + simplex.potential(part.graph.source(arc)) != simplex.potential(part.graph.target(arc))) {
            decided.push_back(deciding[k]);
        }
    }
    close(decided);
}

void LexicographicMinCostFlow::close(std::span<const std::uint32_t> decided)
{
    std::vector<std::uint32_t> still_open;
    std::set_difference(open_.begin(), open_.end(), decided.begin(), decided.end(), std::back_inserter(still_open));
    open_ = std::move(still_open);
}

} // namespace fieldgap
