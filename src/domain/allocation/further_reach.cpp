#include "domain/allocation/further_reach.hpp"

#include "domain/allocation/city_problem.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace fieldgap {
namespace {

constexpr std::uint32_t first_channel_node = 2;
constexpr std::uint32_t first_school_node = first_channel_node + static_cast<std::uint32_t>(all_channels.size());

std::vector<SchoolIndex> everybody(const City& city)
{
    std::vector<SchoolIndex> schools;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        schools.push_back(SchoolIndex(s));
    }
    return schools;
}

ExactArea given_by(const Allocation& allocation, const OfferSource& source)
{
    switch (source.channel) {
    case Channel::rent: return allocation.given_by_rent[source.pair];
    case Channel::share: return allocation.given_by_share[source.pair];
    default: return allocation.of_school[source.school].given[source.channel];
    }
}

ExactArea capacity_of(const MeasuredCity& measured, const Giver& giver)
{
    return giver.channel == Channel::rent ? measured.venue_grounds[giver.position].area.value_or(ExactArea())
                                          : measured.assessments[giver.position].surplus;
}

ExactArea gap_of(const MeasuredCity& measured, std::size_t school)
{
    const Assessment& state = measured.assessments[school];
    return state.has_figures() ? state.gap : ExactArea();
}

} // namespace

/// Source -> channel with a cap -> giver -> school -> sink, with what the allocation sends over each. Every school of the city has a node.
class FurtherReach::Writer
{
public:
    Writer(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation)
        : measured_(measured), problem_(problem_of(measured, reach, everybody(measured.city)))
    {
        parts_.nodes = first_school_node + static_cast<std::uint32_t>(measured.city.schools.size());
        std::vector<std::int64_t> from_node(problem_.flow.supply_nodes.size(), 0);
        std::vector<std::int64_t> to_school(measured.city.schools.size(), 0);
        for (std::size_t i = 0; i < problem_.flow.offers.size(); ++i) {
            const AllocationArc& offer = problem_.flow.offers[i];
            const std::int64_t given = given_by(allocation, problem_.sources[i]).hundredths();
            const ExactArea most = std::min(problem_.flow.supply_nodes[offer.supply_node].capacity, problem_.flow.gaps[offer.demand_node]);
            add(parts_.nodes + offer.supply_node, first_school_node + offer.demand_node, most.hundredths(), given);
            from_node[offer.supply_node] += given;
            to_school[offer.demand_node] += given;
            note_giver(problem_.sources[i], reach, offer.supply_node);
        }
        for (std::uint32_t node = 0; node < from_node.size(); ++node) {
            const SupplyNode& supply = problem_.flow.supply_nodes[node];
            add_supply(supply.channel, parts_.nodes + node, supply.capacity, from_node[node]);
        }
        for (std::uint32_t school = 0; school < to_school.size(); ++school) {
            add(first_school_node + school, ResidualFlow::sink, problem_.flow.gaps[school].hundredths(), to_school[school]);
        }
        first_supply_node_ = parts_.nodes;
        parts_.nodes += static_cast<std::uint32_t>(from_node.size());
    }

    Parts parts(std::span<const Giver> givers) &&
    {
        for (const Giver& giver : givers) {
            const auto known = supply_of_.find({giver.channel, giver.position});
            const ExactArea capacity = capacity_of(measured_, giver);
            parts_.capacity_of_giver.push_back(capacity);
            parts_.node_of_giver.push_back(known == supply_of_.end() ? parts_.nodes : first_supply_node_ + known->second);
            if (known == supply_of_.end()) {
                add_supply(giver.channel, parts_.nodes++, capacity, 0);
            }
        }
        add_channels();
        return std::move(parts_);
    }

private:
    void add(std::uint32_t tail, std::uint32_t head, std::int64_t capacity, std::int64_t flow)
    {
        parts_.arcs.push_back({tail, head, capacity});
        parts_.flow.push_back(flow);
    }

    void add_supply(Channel channel, std::uint32_t node, ExactArea capacity, std::int64_t given)
    {
        const bool is_capped = problem_.flow.caps[channel].has_value();
        const std::uint32_t channel_node = first_channel_node + static_cast<std::uint32_t>(channel);
        add(is_capped ? channel_node : ResidualFlow::source, node, capacity.hundredths(), given);
        through_channel_[channel] += given;
    }

    void add_channels()
    {
        for (const Channel channel : all_channels) {
            if (const auto& cap = problem_.flow.caps[channel]) {
                const std::uint32_t node = first_channel_node + static_cast<std::uint32_t>(channel);
                add(ResidualFlow::source, node, cap->hundredths(), through_channel_[channel]);
            }
        }
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
    CityProblem problem_;
    Parts parts_;
    PerChannel<std::int64_t> through_channel_;
    std::map<std::pair<Channel, std::uint32_t>, std::uint32_t> supply_of_;
    std::uint32_t first_supply_node_ = 0;
};

FurtherReach::FurtherReach(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation, std::span<const Giver> givers)
    : FurtherReach(measured, Writer(measured, reach, allocation).parts(givers))
{
}

FurtherReach::FurtherReach(const MeasuredCity& measured, Parts parts)
    : measured_(measured), flow_(parts.nodes, parts.arcs, parts.flow), node_of_giver_(std::move(parts.node_of_giver)),
      capacity_of_giver_(std::move(parts.capacity_of_giver))
{
}

std::uint32_t FurtherReach::node_of_school(SchoolIndex school) const
{
    return first_school_node + static_cast<std::uint32_t>(index(school));
}

ExactArea FurtherReach::closed_with(std::span<const FurtherPair> pairs)
{
    std::vector<FlowArc> arcs;
    for (const FurtherPair& pair : pairs) {
        const ExactArea most = std::min(capacity_of_giver_[pair.giver], gap_of(measured_, index(pair.school)));
        arcs.push_back({node_of_giver_[pair.giver], node_of_school(pair.school), most.hundredths()});
    }
    return ExactArea::hundredths(flow_.more_with(arcs));
}

ExactArea FurtherReach::most_through(SchoolIndex school)
{
    const FlowArc all = {ResidualFlow::source, node_of_school(school), gap_of(measured_, index(school)).hundredths()};
    return ExactArea::hundredths(flow_.more_with(std::span(&all, 1)));
}

ExactArea FurtherReach::most_from(std::uint32_t giver)
{
    const FlowArc all = {node_of_giver_[giver], ResidualFlow::sink, capacity_of_giver_[giver].hundredths()};
    return ExactArea::hundredths(flow_.more_with(std::span(&all, 1)));
}

} // namespace fieldgap
