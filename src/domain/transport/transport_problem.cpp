#include "domain/transport/transport_problem.hpp"

#include "domain/transport/allocation_network.hpp"
#include "domain/transport/cut_sides.hpp"
#include "domain/transport/flow_plan.hpp"
#include "domain/transport/plan_program.hpp"
#include "domain/transport/plan_search.hpp"
#include "domain/transport/problem_parts.hpp"

#include <tbb/parallel_for.h>

namespace fieldgap {
namespace {

TransportPlan plan_of_part(const TransportProblem& part)
{
    return needs_search(part) ? searched_plan(part) : relaxed_plan(part);
}

/// Offers of a part of a part, as they stand in the whole.
void add(std::vector<ProblemPart>& all, ProblemPart part, const std::vector<std::uint32_t>& position)
{
    for (std::uint32_t& offer : part.offers) {
        offer = position[offer];
    }
    if (!part.offers.empty()) {
        all.push_back(std::move(part));
    }
}

/// Where takers are to be closed wholly, those that are closed in any case need no search, and what they leave falls into more parts.
std::vector<ProblemPart> parts_to_solve(const TransportProblem& problem)
{
    std::vector<ProblemPart> all;
    for (ProblemPart& part : parts_of(problem)) {
        if (!counts_takers(part.problem) || has_lots(part.problem)) {
            all.push_back(std::move(part));
            continue;
        }
        CutSides sides = cut_sides(part.problem);
        for (ProblemPart& smaller : parts_of(sides.left_short.problem)) {
            for (std::uint32_t& offer : smaller.offers) {
                offer = sides.left_short.offers[offer];
            }
            add(all, std::move(smaller), part.offers);
        }
        add(all, std::move(sides.closed), part.offers);
    }
    return all;
}

TransportPlan joined(const TransportProblem& problem, const std::vector<ProblemPart>& parts, const std::vector<TransportPlan>& plans)
{
    TransportPlan whole;
    whole.given.resize(problem.offers.size());
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const TransportPlan& plan = plans[p];
        for (std::size_t k = 0; k < plan.given.size(); ++k) {
            whole.given[parts[p].offers[k]] = plan.given[k];
        }
        whole.closed += plan.closed;
        whole.bound += plan.bound;
        whole.closed_weight += plan.closed_weight;
        whole.weight_bound += plan.weight_bound;
        whole.is_proven = whole.is_proven && plan.is_proven;
    }
    if (problem.budget) {
        whole.cost_curve = plans.empty() ? std::vector<CostPoint>(1) : plans.front().cost_curve; // a budget leaves one part
    }
    return whole;
}

} // namespace

TransportPlan allocated(const TransportProblem& problem)
{
    const std::vector<ProblemPart> parts = parts_to_solve(problem);
    std::vector<TransportPlan> plans(parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t p) { plans[p] = plan_of_part(parts[p].problem); });
    return joined(problem, parts, plans);
}

ExactArea max_closed(const TransportProblem& problem)
{
    if (problem.budget || needs_search(problem)) {
        TransportProblem of_area = problem;
        of_area.objective = Objective::area;
        return allocated(of_area).closed;
    }
    const TransportNetwork routes(problem);
    LexicographicMinCostFlow flow = routes.flow();
    return ExactArea::hundredths(flow.maximise(routes.start(), TransportNetwork::sink));
}

} // namespace fieldgap
