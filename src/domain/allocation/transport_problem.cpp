#include "domain/allocation/transport_problem.hpp"

#include "domain/allocation/allocation_network.hpp"

namespace fieldgap {

TransportPlan allocated(const TransportProblem& problem)
{
    const TransportNetwork routes(problem);
    LexicographicMinCostFlow flow = routes.flow();
    TransportPlan plan;
    plan.bound = ExactArea::hundredths(flow.maximise(TransportNetwork::source, TransportNetwork::sink));
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

ExactArea max_closed(const TransportProblem& problem)
{
    LexicographicMinCostFlow flow = TransportNetwork(problem).flow();
    return ExactArea::hundredths(flow.maximise(TransportNetwork::source, TransportNetwork::sink));
}

} // namespace fieldgap
