#include "domain/allocation/city_problem.hpp"

#include "domain/allocation/prices.hpp"
#include "domain/gap/open_channels.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

/// Those who may give to the takers of a problem: venues, then partners, each kind ascending.
class Givers
{
public:
    explicit Givers(const Reach& reach) : venues_(givers_of(reach.rent.pairs)), partners_(givers_of(reach.share.pairs)) {}

    void add_to(const MeasuredCity& measured, const DistrictCaps& caps, const LeasedGround& leased, CityProblem& problem) const
    {
        const auto& channels = measured.settings.channels;
        for (const std::uint32_t venue : venues_) {
            const ExactArea ground = measured.venue_grounds[venue].area.value_or(ExactArea());
            auto places = places_of(channels[Channel::rent]);
            places = places ? std::optional(std::max<std::int64_t>(*places - leased.places_taken(venue), 0)) : places;
            problem.flow.supply_nodes.push_back({Channel::rent, excess(ground, leased.of_venue(venue)), caps.of_venue(venue), places});
            problem.givers.push_back(venue);
        }
        for (const std::uint32_t partner : partners_) {
            const Assessment& state = measured.assessments[partner];
            problem.flow.supply_nodes.push_back({Channel::share, state.has_figures() ? state.surplus : ExactArea(),
                                                 caps.of_school(partner, Channel::share), places_of(channels[Channel::share])});
            problem.givers.push_back(partner);
        }
    }

    std::uint32_t supply_node(Channel channel, std::uint32_t giver) const
    {
        const bool rents = channel == Channel::rent;
        const auto& givers = rents ? venues_ : partners_;
        const auto position = std::lower_bound(givers.begin(), givers.end(), giver) - givers.begin();
        return static_cast<std::uint32_t>(position) + (rents ? 0U : static_cast<std::uint32_t>(venues_.size()));
    }

private:
    static std::optional<std::int64_t> places_of(const ChannelSettings& channel)
    {
        return channel.max_schools_per_venue ? std::optional<std::int64_t>(*channel.max_schools_per_venue) : std::nullopt;
    }

    static std::vector<std::uint32_t> givers_of(const std::vector<ReachedPair>& pairs)
    {
        std::vector<std::uint32_t> givers;
        givers.reserve(pairs.size());
        for (const ReachedPair& pair : pairs) {
            givers.push_back(pair.giver);
        }
        std::sort(givers.begin(), givers.end());
        givers.erase(std::unique(givers.begin(), givers.end()), givers.end());
        return givers;
    }

    std::vector<std::uint32_t> venues_, partners_;
};

/// Takes possibilities down as offers of the problem, taker by taker.
class ProblemWriter
{
public:
    ProblemWriter(const MeasuredCity& measured, const Reach& reach, const DistrictCaps& caps, const LeasedGround& leased)
        : measured_(measured), reach_(reach), caps_(caps), leased_(leased), givers_(reach)
    {
        givers_.add_to(measured, caps, leased, problem_);
        set_caps();
        set_objective();
    }

    void add(SchoolIndex taker)
    {
        const std::size_t school = index(taker);
        const Assessment& state = measured_.assessments[school];
        const ExactArea gap = state.has_figures() ? state.gap : ExactArea();
        problem_.flow.gaps.push_back(excess(gap, leased_.of_school(school)));
        problem_.flow.weights.push_back(weight_of(school));
        const bool has_gap = gap > ExactArea();
        next_rent_ = offer_pairs(Channel::rent, reach_.rent.pairs, school, next_rent_, has_gap);
        next_share_ = offer_pairs(Channel::share, reach_.share.pairs, school, next_share_, has_gap);
        if (has_gap) {
            offer_on_campus(Channel::basement, school);
            offer_on_campus(Channel::expand, school);
        }
    }

    CityProblem problem() && { return std::move(problem_); }

private:
    /// The pairs of a school from `first` on; returns where those of the next one begin.
    std::size_t offer_pairs(Channel channel, const std::vector<ReachedPair>& pairs, std::size_t school, std::size_t first, bool has_gap)
    {
        const bool is_offered = has_gap && is_open_to(measured_, channel, school);
        for (; first < pairs.size() && index(pairs[first].school) == school; ++first) {
            if (is_offered) {
                const ReachedPair& pair = pairs[first];
                add_offer(givers_.supply_node(channel, pair.giver), price_of_pair(channel, pair), pair.walk_s, {channel, school, first});
            }
        }
        return first;
    }

    double price_of_pair(Channel channel, const ReachedPair& pair) const
    {
        return channel == Channel::rent ? price_of(measured_.city.venues[pair.giver], measured_.settings)
                                        : measured_.settings.channels[channel].cost_per_m2;
    }

    void offer_on_campus(Channel channel, std::size_t school)
    {
        const ExactArea possible = possible_on_campus(measured_, channel, school);
        if (possible > ExactArea()) {
            problem_.flow.supply_nodes.push_back({channel, possible, caps_.of_school(school, channel)});
            problem_.givers.push_back(static_cast<std::uint32_t>(school));
            add_offer(static_cast<std::uint32_t>(problem_.flow.supply_nodes.size() - 1), measured_.settings.channels[channel].cost_per_m2,
                      0.0, {channel, school, 0});
        }
    }

    void add_offer(std::uint32_t supply_node, double price_per_m2, double walk_s, const OfferSource& source)
    {
        const auto demand_node = static_cast<std::uint32_t>(problem_.flow.gaps.size() - 1);
        const double lot_m2 = measured_.settings.channels[source.channel].min_lot_m2.value_or(0.0);
        const ExactArea at_least = std::min(ExactArea::rounded(gis::SquareMetres(lot_m2)), problem_.flow.gaps.back());
        const bool has_place = source.channel == Channel::rent && leased_.has_place(source.school, reach_.rent.pairs[source.pair].giver);
        problem_.flow.offers.push_back({supply_node, demand_node, price_per_m2, walk_s, at_least, has_place});
        problem_.sources.push_back(source);
    }

    std::int64_t weight_of(std::size_t school) const
    {
        const Enrolment& enrolled = measured_.enrolled[school];
        return measured_.settings.allocation.objective == Objective::pupils ? enrolled.total().value_or(0) : 1;
    }

    void set_caps()
    {
        const Settings& settings = measured_.settings;
        for (const Channel channel : all_channels) {
            if (const auto cap_m2 = settings.channels[channel].cap_m2) {
                const ExactArea leased = channel == Channel::rent ? leased_.total() : ExactArea();
                problem_.flow.caps[channel] = excess(ExactArea::rounded(gis::SquareMetres(*cap_m2)), leased);
            }
        }
        for (std::uint32_t i = 0; i < caps_.caps().size(); ++i) {
            const CappedDistrict& cap = caps_.caps()[i];
            const ExactArea leased = cap.channel == Channel::rent ? leased_.of_cap(i) : ExactArea();
            problem_.flow.district_caps.push_back({cap.channel, excess(cap.most, leased)});
        }
    }

    void set_objective()
    {
        const AllocationSettings& allocation = measured_.settings.allocation;
        problem_.flow.order = allocation.order;
        problem_.flow.objective = allocation.objective;
        problem_.flow.max_nodes = allocation.max_nodes;
        if (allocation.objective == Objective::budget) {
            const std::int64_t budget = std::llround(allocation.budget_per_year.value_or(0.0) * 1e6);
            problem_.flow.budget = std::max<std::int64_t>(budget - leased_.cost_units(), 0);
        }
    }

    const MeasuredCity& measured_;
    const Reach& reach_;
    const DistrictCaps& caps_;
    const LeasedGround& leased_;
    Givers givers_;
    CityProblem problem_;
    std::size_t next_rent_ = 0, next_share_ = 0;
};

} // namespace

CityProblem problem_of(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers, const DistrictCaps& caps,
                       const LeasedGround& leased)
{
    ProblemWriter writer(measured, reach, caps, leased);
    for (const SchoolIndex taker : takers) {
        writer.add(taker);
    }
    return std::move(writer).problem();
}

CityProblem problem_of_city(const MeasuredCity& measured, const Reach& reach)
{
    const std::vector<SchoolIndex> takers = everybody(measured.city);
    const DistrictCaps caps(measured);
    return problem_of(measured, reach, takers, caps, LeasedGround(measured, reach, caps, takers));
}

std::vector<SchoolIndex> everybody(const City& city)
{
    std::vector<SchoolIndex> schools;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        schools.push_back(SchoolIndex(s));
    }
    return schools;
}

} // namespace fieldgap
