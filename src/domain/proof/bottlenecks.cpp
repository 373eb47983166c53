#include "domain/proof/bottlenecks.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <utility>

namespace fieldgap {
namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

/// Puts takers that share a giver together.
class Grouping
{
public:
    Grouping(const TransportProblem& problem, const GreatestFlow& flow)
        : problem_(problem), flow_(flow), first_giver_(problem.gaps.size()), sets_(first_giver_ + problem.supply_nodes.size()),
          is_reached_(problem.supply_nodes.size(), 0), group_of_(first_giver_ + problem.supply_nodes.size(), nowhere)
    {
        for (const AllocationArc& offer : problem.offers) {
            if (flow.may_be_short(offer.demand_node) && problem.supply_nodes[offer.supply_node].capacity > ExactArea()) {
                is_reached_[offer.supply_node] = 1;
                sets_.union_set(std::size_t{offer.demand_node}, first_giver_ + offer.supply_node);
            }
        }
    }

    std::vector<ShortGroup> groups() &&
    {
        for (std::uint32_t taker = 0; taker < problem_.gaps.size(); ++taker) {
            if (flow_.may_be_short(taker)) {
                ShortGroup& group = group_with(taker);
                group.takers.push_back(taker);
                group.deficit += problem_.gaps[taker];
            }
        }
        for (std::size_t giver = 0; giver < is_reached_.size(); ++giver) {
            if (is_reached_[giver] != 0) {
                group_with(first_giver_ + giver).reachable += problem_.supply_nodes[giver].capacity;
            }
        }
        return std::move(groups_);
    }

private:
    ShortGroup& group_with(std::size_t node)
    {
        std::uint32_t& group = group_of_[sets_.find_set(node)];
        if (group == nowhere) {
            group = static_cast<std::uint32_t>(groups_.size());
            groups_.emplace_back();
        }
        return groups_[group];
    }

    const TransportProblem& problem_;
    const GreatestFlow& flow_;
    std::size_t first_giver_;
    boost::disjoint_sets_with_storage<> sets_; ///< takers, then givers
    std::vector<std::uint8_t> is_reached_;
    std::vector<std::uint32_t> group_of_; ///< of the first of a set
    std::vector<ShortGroup> groups_;
};

} // namespace

std::vector<ShortGroup> short_groups(const TransportProblem& problem, const GreatestFlow& flow)
{
    std::vector<ShortGroup> groups = Grouping(problem, flow).groups(); // by their first takers
    std::stable_sort(groups.begin(), groups.end(), [](const ShortGroup& a, const ShortGroup& b) { return a.unmet() > b.unmet(); });
    return groups;
}

TransportProblem without_caps(TransportProblem problem)
{
    problem.caps = {};
    problem.district_caps.clear();
    for (SupplyNode& giver : problem.supply_nodes) {
        giver.district_cap = no_district_cap;
    }
    return problem;
}

} // namespace fieldgap
