#include "domain/allocation/city_problem.hpp"

#include "domain/allocation/allocation.hpp"
#include "domain/gap/open_channels.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Possibilities of a main school and its branches on their own ground.
double possible_m2(const MeasuredCity& measured, Channel channel, std::size_t school)
{
    double sum = 0.0;
    for (const SchoolIndex row : measured.owns.rows_of_main[school]) {
        const School& one = measured.city.schools[index(row)];
        sum += (channel == Channel::basement ? one.basement_usable_m2 : one.expand_possible_m2).value_or(0.0);
    }
    return sum;
}

/// Those who may give to the takers of a problem: venues, then partners, each kind ascending.
class Givers
{
public:
    explicit Givers(const Reach& reach) : venues_(givers_of(reach.rent.pairs)), partners_(givers_of(reach.share.pairs)) {}

    void add_to(const MeasuredCity& measured, TransportProblem& flow) const
    {
        for (const std::uint32_t venue : venues_) {
            flow.supply_nodes.push_back({Channel::rent, measured.venue_grounds[venue].area.value_or(ExactArea())});
        }
        for (const std::uint32_t partner : partners_) {
            const Assessment& state = measured.assessments[partner];
            flow.supply_nodes.push_back({Channel::share, state.has_figures() ? state.surplus : ExactArea()});
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
    ProblemWriter(const MeasuredCity& measured, const Reach& reach) : measured_(measured), reach_(reach), givers_(reach)
    {
        givers_.add_to(measured, problem_.flow);
        set_caps();
    }

    void add(SchoolIndex taker)
    {
        const std::size_t school = index(taker);
        const Assessment& state = measured_.assessments[school];
        const ExactArea gap = state.has_figures() ? state.gap : ExactArea();
        problem_.flow.gaps.push_back(gap);
        next_rent_ = offer_pairs(Channel::rent, reach_.rent.pairs, school, next_rent_);
        next_share_ = offer_pairs(Channel::share, reach_.share.pairs, school, next_share_);
        if (gap > ExactArea()) {
            offer_on_campus(Channel::basement, school);
            offer_on_campus(Channel::expand, school);
        }
    }

    CityProblem problem() && { return std::move(problem_); }

private:
    /// The pairs of a school from `first` on; returns where those of the next one begin.
    std::size_t offer_pairs(Channel channel, const std::vector<ReachedPair>& pairs, std::size_t school, std::size_t first)
    {
        const bool is_offered = problem_.flow.gaps.back() > ExactArea() && is_open_to(measured_, channel, school);
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
        const ExactArea possible = ExactArea::rounded(gis::SquareMetres(possible_m2(measured_, channel, school)));
        if (is_open_to(measured_, channel, school) && possible > ExactArea()) {
            problem_.flow.supply_nodes.push_back({channel, possible});
            add_offer(static_cast<std::uint32_t>(problem_.flow.supply_nodes.size() - 1), measured_.settings.channels[channel].cost_per_m2,
                      0.0, {channel, school, 0});
        }
    }

    void add_offer(std::uint32_t supply_node, double price_per_m2, double walk_s, const OfferSource& source)
    {
        const auto demand_node = static_cast<std::uint32_t>(problem_.flow.gaps.size() - 1);
        problem_.flow.offers.push_back({supply_node, demand_node, price_per_m2, walk_s});
        problem_.sources.push_back(source);
    }

    void set_caps()
    {
        const Settings& settings = measured_.settings;
        problem_.flow.order = settings.allocation.order;
        for (const Channel channel : all_channels) {
            if (const auto cap_m2 = settings.channels[channel].cap_m2) {
                problem_.flow.caps[channel] = ExactArea::rounded(gis::SquareMetres(*cap_m2));
            }
        }
    }

    const MeasuredCity& measured_;
    const Reach& reach_;
    Givers givers_;
    CityProblem problem_;
    std::size_t next_rent_ = 0, next_share_ = 0;
};

} // namespace

CityProblem problem_of(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers)
{
    ProblemWriter writer(measured, reach);
    for (const SchoolIndex taker : takers) {
        writer.add(taker);
    }
    return std::move(writer).problem();
}

} // namespace fieldgap
