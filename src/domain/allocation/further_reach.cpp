#include "domain/allocation/further_reach.hpp"

#include "domain/allocation/city_problem.hpp"
#include "domain/allocation/given_by_offers.hpp"

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

ExactArea gap_of(const MeasuredCity& measured, std::size_t school)
{
    const Assessment& state = measured.assessments[school];
    return state.has_figures() ? state.gap : ExactArea();
}

} // namespace

/// Source -> channel with a cap -> district with a cap -> giver -> school -> sink, with what the allocation sends over each beyond the
/// leases, which stay. Every school of the city has a node.
class FurtherReach::Writer
{
public:
    Writer(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation)
        : measured_(measured), everybody_(everybody(measured.city)), caps_(measured), leased_(measured, reach, caps_, everybody_),
          problem_(problem_of(measured, reach, everybody_, caps_, leased_)), through_district_(caps_.caps().size(), 0),
          first_district_node_(first_school_node + static_cast<std::uint32_t>(measured.city.schools.size()))
    {
        parts_.nodes = first_district_node_ + static_cast<std::uint32_t>(caps_.caps().size());
        const std::vector<ExactArea> given_by = given_by_offers(problem_, allocation);
        std::vector<std::int64_t> from_node(problem_.flow.supply_nodes.size(), 0);
        std::vector<std::int64_t> to_school(measured.city.schools.size(), 0);
        for (std::size_t i = 0; i < problem_.flow.offers.size(); ++i) {
            const AllocationArc& offer = problem_.flow.offers[i];
            const std::int64_t given = given_by[i].hundredths();
            const ExactArea most = std::min(problem_.flow.supply_nodes[offer.supply_node].capacity, problem_.flow.gaps[offer.demand_node]);
            add(parts_.nodes + offer.supply_node, first_school_node + offer.demand_node, most.hundredths(), given);
            from_node[offer.supply_node] += given;
            to_school[offer.demand_node] += given;
            note_giver(problem_.sources[i], reach, offer.supply_node);
        }
        for (std::uint32_t node = 0; node < from_node.size(); ++node) {
            const SupplyNode& supply = problem_.flow.supply_nodes[node];
            add_supply(supply, parts_.nodes + node, from_node[node]);
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
            const SupplyNode supply = supply_of(giver);
            const ExactArea capacity = supply.capacity;
            parts_.capacity_of_giver.push_back(capacity);
            parts_.node_of_giver.push_back(known == supply_of_.end() ? parts_.nodes : first_supply_node_ + known->second);
            if (known == supply_of_.end()) {
                add_supply(supply, parts_.nodes++, 0);
            }
        }
        add_districts();
        add_channels();
        return std::move(parts_);
    }

private:
    void add(std::uint32_t tail, std::uint32_t head, std::int64_t capacity, std::int64_t flow)
    {
        parts_.arcs.push_back({tail, head, capacity});
        parts_.flow.push_back(flow);
    }

    SupplyNode supply_of(const Giver& giver) const
    {
        if (giver.channel == Channel::rent) {
            const ExactArea ground = measured_.venue_grounds[giver.position].area.value_or(ExactArea());
            return {giver.channel, excess(ground, leased_.of_venue(giver.position)), caps_.of_venue(giver.position)};
        }
        return {giver.channel, measured_.assessments[giver.position].surplus, caps_.of_school(giver.position, giver.channel)};
    }

    std::uint32_t above_channel(Channel channel) const
    {
        const std::uint32_t channel_node = first_channel_node + static_cast<std::uint32_t>(channel);
        return problem_.flow.caps[channel] ? channel_node : ResidualFlow::source;
    }

    void add_supply(const SupplyNode& supply, std::uint32_t node, std::int64_t given)
    {
        const bool is_in_capped = supply.district_cap != no_district_cap;
        add(is_in_capped ? first_district_node_ + supply.district_cap : above_channel(supply.channel), node, supply.capacity.hundredths(),
            given);
        through_channel_[supply.channel] += given;
        if (is_in_capped) {
            through_district_[supply.district_cap] += given;
        }
    }

    void add_districts()
    {
        for (std::uint32_t d = 0; d < through_district_.size(); ++d) {
            const DistrictCap& cap = problem_.flow.district_caps[d];
            add(above_channel(cap.channel), first_district_node_ + d, cap.most.hundredths(), through_district_[d]);
        }
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
    std::vector<SchoolIndex> everybody_;
    DistrictCaps caps_;
    LeasedGround leased_;
    CityProblem problem_;
    std::vector<std::int64_t> through_district_;
    std::uint32_t first_district_node_;
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
