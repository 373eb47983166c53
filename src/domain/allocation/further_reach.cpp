#include "domain/allocation/further_reach.hpp"

#include "domain/allocation/city_problem.hpp"
#include "domain/allocation/given_by_offers.hpp"
#include "domain/transport/area_alone.hpp"
#include "domain/transport/flow_plan.hpp"
#include "domain/transport/residual_network.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace fieldgap {
namespace {

ExactArea gap_of(const MeasuredCity& measured, std::size_t school)
{
    const Assessment& state = measured.assessments[school];
    return state.has_figures() ? state.gap : ExactArea();
}

} // namespace

/// The allocation's problem without lots, places and other objectives, with what is sent from whom to whom beyond the leases, which stay.
/// Every school of the city has a node.
class FurtherReach::Writer
{
public:
    Writer(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation)
        : measured_(measured), everybody_(everybody(measured.city)), caps_(measured), leased_(measured, reach, caps_, everybody_),
          problem_(problem_of(measured, reach, everybody_, caps_, leased_)), area_(of_area_alone(problem_.flow)),
          network_(area_, given(allocation))
    {
        for (std::size_t i = 0; i < problem_.sources.size(); ++i) {
            note_giver(problem_.sources[i], reach, area_.offers[i].supply_node);
        }
    }

    Parts parts(std::span<const Giver> givers) &&
    {
        std::vector<std::uint32_t> node_of_giver, node_of_school;
        std::vector<ExactArea> capacity_of_giver;
        for (const Giver& giver : givers) {
            const auto known = supply_of_.find({giver.channel, giver.position});
            const SupplyNode supply = supply_of(giver);
            capacity_of_giver.push_back(supply.capacity);
            node_of_giver.push_back(known == supply_of_.end() ? network_.add_giver(supply) : network_.giver(known->second));
        }
        for (std::uint32_t school = 0; school < area_.gaps.size(); ++school) {
            node_of_school.push_back(network_.taker(school));
        }
        return {network_.flow(), std::move(node_of_giver), std::move(node_of_school), std::move(capacity_of_giver)};
    }

private:
    std::vector<ExactArea> given(const Allocation& allocation) const
    {
        if (!closes_most_area(measured_.settings)) {
            return relaxed_plan(area_).given;
        }
        return given_by_offers(problem_, allocation);
    }

    SupplyNode supply_of(const Giver& giver) const
    {
        if (giver.channel == Channel::rent) {
            const ExactArea ground = measured_.venue_grounds[giver.position].area.value_or(ExactArea());
            return {giver.channel, excess(ground, leased_.of_venue(giver.position)), caps_.of_venue(giver.position)};
        }
        return {giver.channel, measured_.assessments[giver.position].surplus, caps_.of_school(giver.position, giver.channel)};
    }

    void note_giver(const OfferSource& source, const Reach& reach, std::uint32_t supply_node)
    {
        if (source.channel == Channel::rent) {
            supply_of_.emplace(std::pair(source.channel, reach.rent.pairs[source.pair].giver), supply_node);
        } else if (source.channel == Channel::share) {
            supply_of_.emplace(std::pair(source.channel, reach.share.pairs[source.pair].giver), supply_node);
        }
    }

    const MeasuredCity& measured_;
    std::vector<SchoolIndex> everybody_;
    DistrictCaps caps_;
    LeasedGround leased_;
    CityProblem problem_;
    TransportProblem area_;
    ResidualNetwork network_;
    std::map<std::pair<Channel, std::uint32_t>, std::uint32_t> supply_of_;
};

FurtherReach::FurtherReach(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation, std::span<const Giver> givers)
    : FurtherReach(measured, Writer(measured, reach, allocation).parts(givers))
{
}

FurtherReach::FurtherReach(const MeasuredCity& measured, Parts parts)
    : measured_(measured), flow_(std::move(parts.flow)), node_of_giver_(std::move(parts.node_of_giver)),
      node_of_school_(std::move(parts.node_of_school)), capacity_of_giver_(std::move(parts.capacity_of_giver))
{
}

ExactArea FurtherReach::closed_with(std::span<const FurtherPair> pairs)
{
    std::vector<FlowArc> arcs;
    for (const FurtherPair& pair : pairs) {
        const ExactArea most = std::min(capacity_of_giver_[pair.giver], gap_of(measured_, index(pair.school)));
        arcs.push_back({node_of_giver_[pair.giver], node_of_school_[index(pair.school)], most.hundredths()});
    }
    return ExactArea::hundredths(flow_.more_with(arcs));
}

ExactArea FurtherReach::most_through(SchoolIndex school)
{
    const FlowArc all = {ResidualFlow::source, node_of_school_[index(school)], gap_of(measured_, index(school)).hundredths()};
    return ExactArea::hundredths(flow_.more_with(std::span(&all, 1)));
}

ExactArea FurtherReach::most_from(std::uint32_t giver)
{
    const FlowArc all = {node_of_giver_[giver], ResidualFlow::sink, capacity_of_giver_[giver].hundredths()};
    return ExactArea::hundredths(flow_.more_with(std::span(&all, 1)));
}

} // namespace fieldgap
