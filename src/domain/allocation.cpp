#include "domain/allocation.hpp"

#include "domain/allocation_routes.hpp"

namespace fieldgap {

AllocationPlan allocated(const AllocationProblem& problem)
{
    const Routes routes(problem);
    NarrowingFlow flow = routes.flow();
    AllocationPlan plan;
    plan.bound = ExactArea::hundredths(flow.maximise(Routes::source, Routes::sink));
    flow.minimise(routes.prices());
    flow.minimise(routes.walks());
    flow.minimise(routes.ranks());

    plan.given.resize(problem.offers.size());
    for (std::size_t i = 0; i < routes.offers().size(); ++i) {
        plan.given[routes.offers()[i]] = ExactArea::hundredths(flow.flow(i));
        plan.closed += ExactArea::hundredths(flow.flow(i));
    }
    return plan;
}

ExactArea most_closed(const AllocationProblem& problem)
{
    NarrowingFlow flow = Routes(problem).flow();
    return ExactArea::hundredths(flow.maximise(Routes::source, Routes::sink));
}

} // namespace fieldgap
