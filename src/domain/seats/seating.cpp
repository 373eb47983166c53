#include "domain/seats/seating.hpp"

#include "domain/flow/allocation_flow.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

std::int64_t amount(ExactPupils pupils)
{
    return std::max<std::int64_t>(pupils.thousandths(), 0);
}

/// source -> demand -> school and stage -> school -> sink. Arcs of the ways come first, so that costs can be given for them alone.
class SeatingFlow
{
public:
    explicit SeatingFlow(const SeatingProblem& problem) : problem_(problem), through_(problem.supplies.size())
    {
        add_ways();
        add_demands();
        add_supplies();
    }

    LexicographicMinCostFlow flow() const { return {first_school() + 3 * static_cast<std::uint32_t>(problem_.supplies.size()), arcs_}; }

    std::vector<std::int64_t> walks_mm() const
    {
        constexpr double longest_m = 1e8;
        std::vector<std::int64_t> cost;
        for (const SeatWay& way : problem_.ways) {
            cost.push_back(std::llround(std::clamp(way.walk_m, 0.0, longest_m) * 1000.0));
        }
        return cost;
    }

    /// Which school, then which of two that could change places: demand x school is least where early demands go to late schools.
    std::vector<std::int64_t> schools() const
    {
        std::vector<std::int64_t> cost;
        for (const SeatWay& way : problem_.ways) {
            cost.push_back(way.school);
        }
        return cost;
    }

    std::vector<std::int64_t> later_demands_at_later_schools() const
    {
        const auto demands = static_cast<std::int64_t>(problem_.demands.size());
        std::vector<std::int64_t> cost;
        for (const SeatWay& way : problem_.ways) {
            cost.push_back((demands - way.demand) * static_cast<std::int64_t>(way.school));
        }
        return cost;
    }

    static constexpr std::uint32_t source = 0;
    static constexpr std::uint32_t sink = 1;

private:
    static constexpr std::uint32_t first_demand = 2;
    std::uint32_t first_school() const { return first_demand + static_cast<std::uint32_t>(problem_.demands.size()); }
    std::uint32_t school_node(std::uint32_t school) const { return first_school() + 3 * school; }
    std::uint32_t stage_node(std::uint32_t school, Stage stage) const { return school_node(school) + (stage == Stage::primary ? 1U : 2U); }

    void add_ways()
    {
        for (const SeatWay& way : problem_.ways) {
            const SeatDemand& demand = problem_.demands[way.demand];
            const std::int64_t most = std::min(amount(demand.pupils), amount(problem_.supplies[way.school].seats[demand.stage]));
            arcs_.push_back({first_demand + way.demand, stage_node(way.school, demand.stage), most});
            through_[way.school][demand.stage] += most;
        }
    }

    void add_demands()
    {
        for (std::uint32_t i = 0; i < problem_.demands.size(); ++i) {
            arcs_.push_back({source, first_demand + i, amount(problem_.demands[i].pupils)});
        }
    }

    void add_supplies()
    {
        for (std::uint32_t i = 0; i < problem_.supplies.size(); ++i) {
            const SeatSupply& supply = problem_.supplies[i];
            std::int64_t all = 0;
            for (const Stage stage : compulsory_stages) {
                const std::int64_t most = std::min(amount(supply.seats[stage]), through_[i][stage]);
                all += most;
                arcs_.push_back({stage_node(i, stage), school_node(i), most});
            }
            arcs_.push_back({school_node(i), sink, std::min(amount(supply.room), all)});
        }
    }

    const SeatingProblem& problem_;
    std::vector<PerStage<std::int64_t>> through_;
    std::vector<FlowArc> arcs_;
};

} // namespace

SeatingPlan seated(const SeatingProblem& problem)
{
    const SeatingFlow seating(problem);
    LexicographicMinCostFlow flow = seating.flow();
    flow.maximise(SeatingFlow::source, SeatingFlow::sink);
    flow.minimise(seating.walks_mm());
    flow.minimise(seating.schools());
    flow.minimise(seating.later_demands_at_later_schools());

    SeatingPlan plan;
    for (const SeatDemand& demand : problem.demands) {
        plan.without.push_back(ExactPupils::thousandths(amount(demand.pupils)));
    }
    for (std::size_t i = 0; i < problem.ways.size(); ++i) {
        plan.seated.push_back(ExactPupils::thousandths(flow.flow(i)));
        ExactPupils& without = plan.without[problem.ways[i].demand];
        without = without - plan.seated.back();
    }
    return plan;
}

} // namespace fieldgap
