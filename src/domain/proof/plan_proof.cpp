#include "domain/proof/plan_proof.hpp"

#include "domain/flow/least_labels.hpp"
#include "domain/transport/plan_search.hpp"

#include <algorithm>
#include <stdexcept>

namespace fieldgap {
namespace {

constexpr std::int64_t far = std::int64_t{1} << 60; ///< no way is that long

/// Whether the sink can be reached from a node: the arcs are followed back.
std::vector<bool> reach_sink(const PlanResidual& residual)
{
    std::vector<LengthArc> back;
    back.reserve(residual.arcs().size());
    for (const ResidualArc& arc : residual.arcs()) {
        back.push_back({arc.head, arc.tail, 0});
    }
    std::vector<std::int64_t> label(residual.nodes(), unlabelled);
    label[PlanResidual::sink] = 0;
    lower_labels(LengthGraph(residual.nodes(), back), label, {PlanResidual::sink});
    std::vector<bool> result(label.size());
    std::transform(label.begin(), label.end(), result.begin(), [](std::int64_t found) { return found != unlabelled; });
    return result;
}

/// Shortest ways from the source; to nodes without one, from `far` away: from a node of their own that leads to all of them.
class ShortestWays
{
public:
    explicit ShortestWays(const PlanResidual& residual) : residual_(residual), cost_(residual.nodes(), unlabelled), walk_(cost_)
    {
        const auto everybody = [](std::uint32_t) { return true; };
        find(cost_, arcs_of(&UnitPrice::cost, [](const ResidualArc&) { return true; }), everybody);
        const auto is_shortest = [this](const ResidualArc& arc) { return cost_[arc.tail] + arc.price.cost == cost_[arc.head]; };
        find(walk_, arcs_of(&UnitPrice::walk, is_shortest), [this](std::uint32_t node) { return cost_[node] == far; });
    }

    bool is_reached(std::uint32_t node) const { return cost_[node] < far / 2; }

    /// Those that the source does not reach stand to each other, not to the others.
    UnitPrice price(std::uint32_t node) const
    {
        return is_reached(node) ? UnitPrice{cost_[node], walk_[node]} : UnitPrice{cost_[node] - far, walk_[node] - far};
    }

private:
    template <class Admits>
    LengthGraph arcs_of(std::int64_t UnitPrice::*length, const Admits& admits) const
    {
        std::vector<LengthArc> arcs;
        arcs.reserve(residual_.arcs().size());
        for (const ResidualArc& arc : residual_.arcs()) {
            if (admits(arc)) {
                arcs.push_back({arc.tail, arc.head, arc.price.*length});
            }
        }
        return {residual_.nodes(), arcs};
    }

    template <class MayBegin>
    void find(std::vector<std::int64_t>& label, const LengthGraph& graph, const MayBegin& may_begin) const
    {
        label[PlanResidual::source] = 0;
        lower_labels(graph, label, {PlanResidual::source});
        std::vector<std::uint32_t> beginnings;
        for (std::uint32_t node = 0; node < label.size(); ++node) {
            if (label[node] == unlabelled && may_begin(node)) {
                label[node] = far;
                beginnings.push_back(node);
            }
        }
        lower_labels(graph, label, std::move(beginnings));
    }

    const PlanResidual& residual_;
    std::vector<std::int64_t> cost_, walk_;
};

std::vector<UnitPrice> prices_of(const PlanResidual& residual)
{
    const ShortestWays ways(residual);
    UnitPrice raised; ///< the least by which what the source does not reach is dear enough
    for (std::uint32_t node = 0; node < residual.nodes(); ++node) {
        if (!ways.is_reached(node)) {
            raised = std::max(raised, UnitPrice() - ways.price(node));
        }
    }
    for (const ResidualArc& arc : residual.arcs()) {
        if (!ways.is_reached(arc.tail) && ways.is_reached(arc.head)) {
            raised = std::max(raised, ways.price(arc.head) - arc.price - ways.price(arc.tail));
        }
    }
    std::vector<UnitPrice> prices;
    prices.reserve(residual.nodes());
    for (std::uint32_t node = 0; node < residual.nodes(); ++node) {
        prices.push_back(ways.is_reached(node) ? ways.price(node) : ways.price(node) + raised);
    }
    return prices;
}

} // namespace

PlanProof proof_of(const TransportProblem& problem, const PlanResidual& residual)
{
    PlanProof proof;
    if (needs_search(problem)) {
        return proof;
    }
    std::vector<bool> is_beyond_cut = reach_sink(residual);
    if (!is_beyond_cut[PlanResidual::source]) {
        proof.is_beyond_cut = std::move(is_beyond_cut);
    } else if (!problem.budget) {
        throw std::logic_error("allocation: more could be given");
    }
    proof.prices = prices_of(residual);
    return proof;
}

} // namespace fieldgap
