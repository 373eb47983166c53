#include "domain/transport/problem_parts.hpp"

#include "domain/transport/allocation_network.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <limits>

namespace fieldgap {
namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// Nodes: takers, givers, district caps, channels; then one for the budget.
class Joints
{
public:
    explicit Joints(const TransportProblem& problem)
        : problem_(problem), first_giver_(problem.gaps.size()), first_cap_(first_giver_ + problem.supply_nodes.size()),
          first_channel_(first_cap_ + problem.district_caps.size()), budget_(first_channel_ + all_channels.size()), sets_(budget_ + 1),
          through_giver_(problem.supply_nodes.size(), 0)
    {
        join_offers();
        join_caps();
    }

    std::size_t part_of_taker(std::uint32_t taker) { return sets_.find_set(std::size_t{taker}); }

private:
    void join_offers()
    {
        for (const AllocationArc& offer : problem_.offers) {
            const std::int64_t most = most_of(problem_, offer);
            if (most > 0) {
                sets_.union_set(std::size_t{offer.demand_node}, first_giver_ + offer.supply_node);
                through_giver_[offer.supply_node] += most;
            }
        }
    }

    /// A cap above all that its givers could give joins nobody.
    void join_caps()
    {
        std::vector<std::int64_t> through_cap(problem_.district_caps.size(), 0);
        PerChannel<std::int64_t> through_channel;
        for (std::size_t g = 0; g < problem_.supply_nodes.size(); ++g) {
            const SupplyNode& giver = problem_.supply_nodes[g];
            const std::int64_t most = std::min(giver.capacity.hundredths(), through_giver_[g]);
            through_channel[giver.channel] += std::max<std::int64_t>(most, 0);
            if (giver.district_cap != no_district_cap) {
                through_cap[giver.district_cap] += std::max<std::int64_t>(most, 0);
            }
        }
        for (std::size_t g = 0; g < problem_.supply_nodes.size(); ++g) {
            const SupplyNode& giver = problem_.supply_nodes[g];
            if (through_giver_[g] == 0) {
                continue;
            }
            const auto& cap = problem_.caps[giver.channel];
            join_if(cap && cap->hundredths() < through_channel[giver.channel], g, first_channel_ + static_cast<std::size_t>(giver.channel));
            join_if(problem_.budget.has_value(), g, budget_);
            if (const std::uint32_t district = giver.district_cap; district != no_district_cap) {
                join_if(problem_.district_caps[district].most.hundredths() < through_cap[district], g, first_cap_ + district);
            }
        }
    }

    void join_if(bool is_joined, std::size_t giver, std::size_t node)
    {
        if (is_joined) {
            sets_.union_set(first_giver_ + giver, node);
        }
    }

    const TransportProblem& problem_;
    std::size_t first_giver_, first_cap_, first_channel_, budget_;
    boost::disjoint_sets_with_storage<> sets_;
    std::vector<std::int64_t> through_giver_;
};

/// Fills one part, numbering givers and takers anew in their old order.
class PartBuilder
{
public:
    explicit PartBuilder(const TransportProblem& whole)
        : whole_(whole), giver_(whole.supply_nodes.size(), nowhere), taker_(whole.gaps.size(), nowhere)
    {
    }

    void fill(ProblemPart& part)
    {
        TransportProblem& problem = part.problem;
        problem.caps = whole_.caps;
        problem.order = whole_.order;
        problem.district_caps = whole_.district_caps;
        problem.objective = whole_.objective;
        problem.budget = whole_.budget;
        problem.max_nodes = whole_.max_nodes;
        number_givers(part);
        for (const std::uint32_t position : part.offers) {
            AllocationArc offer = whole_.offers[position];
            std::uint32_t& taker = taker_[offer.demand_node];
            if (taker == nowhere) {
                taker = static_cast<std::uint32_t>(problem.gaps.size());
                problem.gaps.push_back(whole_.gaps[offer.demand_node]);
                problem.weights.push_back(whole_.weight(offer.demand_node));
            }
            offer.demand_node = taker;
            offer.supply_node = giver_[offer.supply_node];
            problem.offers.push_back(offer);
        }
    }

private:
    void number_givers(ProblemPart& part)
    {
        std::vector<std::uint32_t> givers;
        for (const std::uint32_t position : part.offers) {
            givers.push_back(whole_.offers[position].supply_node);
        }
        std::sort(givers.begin(), givers.end());
        givers.erase(std::unique(givers.begin(), givers.end()), givers.end());
        for (const std::uint32_t giver : givers) {
            giver_[giver] = static_cast<std::uint32_t>(part.problem.supply_nodes.size());
            part.problem.supply_nodes.push_back(whole_.supply_nodes[giver]);
        }
    }

    const TransportProblem& whole_;
    std::vector<std::uint32_t> giver_, taker_; ///< in their part
};

} // namespace

std::vector<ProblemPart> parts_of(const TransportProblem& problem)
{
    most_of_all(problem);
    Joints joints(problem);
    std::vector<std::uint32_t> part_of_root;
    std::vector<ProblemPart> parts;
    for (std::uint32_t i = 0; i < problem.offers.size(); ++i) {
        if (most_of(problem, problem.offers[i]) > 0) {
            const std::size_t root = joints.part_of_taker(problem.offers[i].demand_node);
            part_of_root.resize(std::max(part_of_root.size(), root + 1), nowhere);
            if (part_of_root[root] == nowhere) {
                part_of_root[root] = static_cast<std::uint32_t>(parts.size());
                parts.emplace_back();
            }
            parts[part_of_root[root]].offers.push_back(i);
        }
    }
    PartBuilder builder(problem);
    for (ProblemPart& part : parts) {
        builder.fill(part);
    }
    return parts;
}

} // namespace fieldgap
