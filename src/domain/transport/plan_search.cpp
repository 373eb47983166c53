#include "domain/transport/plan_search.hpp"

#include "domain/transport/allocation_network.hpp"
#include "domain/transport/flow_plan.hpp"
#include "domain/transport/plan_program.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace fieldgap {
namespace {

/// A whole number of hundredths out of a search that counts in doubles.
ExactArea whole_area(double m2)
{
    return ExactArea::hundredths(static_cast<std::int64_t>(std::floor(m2 * 100.0 + 1e-3)));
}

/// Looks for the best of one objective after another, as long as each is proven.
class Search
{
public:
    /// `closable_weight`: no more than that can be closed in any case.
    Search(const TransportProblem& problem, const TransportPlan& relaxed, std::int64_t closable_weight)
        : problem_(problem), relaxed_(relaxed), program_(problem), area_bound_(relaxed.bound), weight_bound_(closable_weight)
    {
    }

    TransportPlan plan()
    {
        look();
        TransportPlan result = best_ ? plan_with(problem_, program_.decisions(*best_)) : plan_with(problem_, of_relaxed());
        if (!is_proven_ && best_) {
            result = better_of(std::move(result), plan_with(problem_, of_relaxed()));
        }
        result.is_proven = is_proven_;
        result.bound = is_area_proven_ ? result.closed : std::max(area_bound_, result.closed);
        result.weight_bound = std::max(weight_bound_, result.closed_weight);
        result.cost_curve = relaxed_.cost_curve;
        return result;
    }

private:
    using Terms = PlanProgram::Terms;

    static constexpr double slack_m2 = 1e-6; // doubles are better than that, and a hundredth is the least difference

    void look()
    {
        if (!counts_takers(problem_) || close_most()) {
            if (cover_most()) {
                pay_and_walk_least();
            }
        }
    }

    bool close_most()
    {
        const auto closed = best_of(program_.weight());
        if (bound_) {
            weight_bound_ = std::min(weight_bound_, static_cast<std::int64_t>(std::floor(*bound_ + 1e-6)));
        }
        if (closed) {
            keep(program_.weight(), *closed - 0.5); // whole numbers
        }
        return closed.has_value();
    }

    bool cover_most()
    {
        // Without lots and places takers that are closed wholly cost no area: every plan can be filled up to the most.
        auto area = std::optional(relaxed_.closed.square_metres());
        if (has_lots(problem_) || !counts_takers(problem_)) {
            area = best_of(program_.area());
            area_bound_ = bound_ ? std::min(area_bound_, whole_area(*bound_)) : area_bound_;
        }
        if (area) {
            keep(program_.area(), whole_area(*area).square_metres() - slack_m2);
        }
        is_area_proven_ = area.has_value();
        return is_area_proven_;
    }

    void pay_and_walk_least()
    {
        if (const auto cost = best_of(program_.minus_cost())) {
            keep(program_.minus_cost(), *cost - cost_slack(*cost));
            best_of(program_.minus_walk());
        }
    }

    /// A thousandth of a yuan, or what doubles cannot tell, or what the slack in area may have saved.
    double cost_slack(double cost) const
    {
        double dearest = 0.0;
        for (const ProgramTerm& term : program_.minus_cost()) {
            dearest = std::max(dearest, -term.factor);
        }
        return std::max({1e-3, std::fabs(cost) * 1e-9, 2.0 * slack_m2 * dearest});
    }

    /// The proven best of an objective; absent where the search is cut off, `best_` may be better than before all the same.
    std::optional<double> best_of(const Terms& objective)
    {
        const ProgramAnswer answer = program_.mixed().maximised(objective, problem_.max_nodes);
        bound_ = answer.bound;
        is_proven_ = is_proven_ && answer.is_proven && answer.is_found;
        if (answer.is_found) {
            best_ = answer.values;
        }
        if (!is_proven_) {
            return std::nullopt;
        }
        return std::accumulate(objective.begin(), objective.end(), 0.0,
                               [&](double sum, const ProgramTerm& term) { return sum + term.factor * (*best_)[term.variable]; });
    }

    void keep(const Terms& objective, double least) { program_.mixed().add_row(least, MixedProgram::unlimited, objective); }

    TransportPlan better_of(TransportPlan one, TransportPlan other) const
    {
        const auto is_better = [this](const TransportPlan& a, const TransportPlan& b) {
            const bool by_weight = counts_takers(problem_) && a.closed_weight != b.closed_weight;
            return by_weight ? a.closed_weight > b.closed_weight : a.closed > b.closed;
        };
        return is_better(other, one) ? std::move(other) : std::move(one);
    }

    /// Where the search found nothing, or ended too early: what the flow without lots and places gives, as far as it keeps to them.
    Decisions of_relaxed() const
    {
        Decisions result{std::vector<std::uint8_t>(problem_.offers.size(), 0), std::vector<std::uint8_t>(problem_.gaps.size(), 0)};
        std::vector<std::int64_t> taken(problem_.supply_nodes.size(), 0);
        for (std::size_t i = 0; i < problem_.offers.size(); ++i) {
            const AllocationArc& offer = problem_.offers[i];
            const auto& places = problem_.supply_nodes[offer.supply_node].places;
            const bool has_place = offer.has_place || !places || taken[offer.supply_node] < *places;
            if (has_place && relaxed_.given[i] > ExactArea() && relaxed_.given[i] >= offer.at_least) {
                result.is_open[i] = 1;
                taken[offer.supply_node] += offer.has_place ? 0 : 1;
            }
        }
        close_as_relaxed(result);
        return result;
    }

    void close_as_relaxed(Decisions& result) const
    {
        std::vector<ExactArea> left = problem_.gaps;
        for (std::size_t i = 0; i < problem_.offers.size(); ++i) {
            ExactArea& gap = left[problem_.offers[i].demand_node];
            gap = gap - relaxed_.given[i];
        }
        for (std::size_t taker = 0; taker < left.size() && counts_takers(problem_); ++taker) {
            result.is_to_close[taker] = left[taker] == ExactArea() ? 1 : 0;
        }
    }

    const TransportProblem& problem_;
    const TransportPlan& relaxed_;
    PlanProgram program_;
    std::optional<std::vector<double>> best_;
    std::optional<double> bound_; ///< of the objective looked for last
    ExactArea area_bound_;
    std::int64_t weight_bound_;
    bool is_proven_ = true;
    bool is_area_proven_ = false;
};

/// The weight of the takers that could be closed if each were alone.
std::int64_t closable_weight(const TransportProblem& problem)
{
    std::vector<std::int64_t> possible(problem.gaps.size(), 0);
    for (const AllocationArc& offer : problem.offers) {
        possible[offer.demand_node] += most_of(problem, offer);
    }
    std::int64_t sum = 0;
    for (std::size_t taker = 0; taker < possible.size(); ++taker) {
        const std::int64_t gap = problem.gaps[taker].hundredths();
        sum += gap > 0 && possible[taker] >= gap ? problem.weight(taker) : 0;
    }
    return sum;
}

} // namespace

bool has_lots(const TransportProblem& problem)
{
    return std::any_of(problem.offers.begin(), problem.offers.end(),
                       [](const AllocationArc& offer) { return offer.at_least > ExactArea(); }) ||
           std::any_of(problem.supply_nodes.begin(), problem.supply_nodes.end(),
                       [](const SupplyNode& giver) { return giver.places.has_value(); });
}

bool needs_search(const TransportProblem& problem)
{
    return counts_takers(problem) || has_lots(problem);
}

TransportPlan searched_plan(const TransportProblem& problem)
{
    TransportPlan relaxed = relaxed_plan(problem);
    const std::int64_t closable = closable_weight(problem);
    const bool closes_all = !counts_takers(problem) || relaxed.closed_weight == closable;
    if (closes_all && keeps_lots(problem, relaxed.given)) {
        return relaxed;
    }
    return Search(problem, relaxed, counts_takers(problem) ? closable : 0).plan();
}

} // namespace fieldgap
