#include "domain/new_venues/venue_search.hpp"

#include "domain/transport/allocation_network.hpp"
#include "domain/transport/flow_plan.hpp"
#include "domain/transport/plan_program.hpp"
#include "domain/transport/residual_network.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

using Terms = PlanProgram::Terms;

/// A problem with what its givers of today give at most.
struct KnownProblem
{
    VenueProblem problem;
    ExactArea closed_today;
};

/// Nothing but what new venues may change. Where they give straight from the source every way by which more comes through leads from one of
/// them over nodes from which the sink can be reached, and there it stays: what comes in there from elsewhere comes anyway.
class Narrowing
{
public:
    explicit Narrowing(const VenueProblem& problem)
        : whole_(problem), today_(relaxed_plan(problem.base)), network_(problem.base, today_.given), flow_(network_.flow())
    {
    }

    KnownProblem narrowed() const
    {
        KnownProblem narrow{whole_, ExactArea()};
        TransportProblem& base = narrow.problem.base;
        base.offers.clear();
        for (std::size_t i = 0; i < whole_.base.offers.size(); ++i) {
            const AllocationArc& offer = whole_.base.offers[i];
            const bool gives = changes(network_.giver(offer.supply_node));
            if (gives && changes(network_.taker(offer.demand_node))) {
                base.offers.push_back(offer);
                narrow.closed_today += today_.given[i];
            } else if (!gives) {
                base.gaps[offer.demand_node] = base.gaps[offer.demand_node] - today_.given[i];
            }
        }
        free_full_caps(base);
        std::erase_if(narrow.problem.offers, [&](const AllocationArc& offer) { return !changes(network_.taker(offer.demand_node)); });
        return narrow;
    }

    KnownProblem whole() const { return {whole_, today_.closed}; }

private:
    bool changes(std::uint32_t node) const { return flow_.can_pass_on(node); }

    /// What lies below a door that is no part of it gets through all that it has.
    void free_full_caps(TransportProblem& base) const
    {
        for (const Channel channel : all_channels) {
            if (base.caps[channel] && !changes(ResidualNetwork::channel(channel))) {
                base.caps[channel].reset();
            }
        }
        for (SupplyNode& giver : base.supply_nodes) {
            const bool is_free = giver.district_cap != no_district_cap && !changes(network_.district(giver.district_cap));
            giver.district_cap = is_free ? no_district_cap : giver.district_cap;
        }
    }

    const VenueProblem& whole_;
    TransportPlan today_;
    ResidualNetwork network_;
    ResidualFlow flow_;
};

KnownProblem known(const VenueProblem& problem)
{
    const bool are_capped =
        problem.base.caps[Channel::rent] || std::any_of(problem.places.begin(), problem.places.end(),
                                                        [](const SupplyNode& place) { return place.district_cap != no_district_cap; });
    const Narrowing narrowing(problem);
    return are_capped ? narrowing.whole() : narrowing.narrowed();
}

class VenueProgram
{
public:
    VenueProgram(const KnownProblem& known, ExactArea gain)
        : problem_(known.problem), closed_today_(known.closed_today), joint_(with_all_places(problem_)), program_(joint_)
    {
        const ExactArea closed = closed_today_ + gain;
        constexpr double slack_m2 = 0.005; // half of what is counted
        program_.mixed().add_row(closed.square_metres() - slack_m2, MixedProgram::unlimited, program_.area());
        for (std::uint32_t place = 0; place < problem_.places.size(); ++place) {
            is_chosen_.push_back(program_.mixed().add_variable(0.0, 1.0, true));
        }
        Terms all;
        for (const std::uint32_t variable : is_chosen_) {
            all.push_back({variable, 1.0});
        }
        program_.mixed().add_row(0.0, static_cast<double>(problem_.count), all);
        close_others();
    }

    SearchedVenues searched()
    {
        const ProgramAnswer answer = program_.mixed().maximised(program_.area(), problem_.base.max_nodes);
        SearchedVenues result;
        if (answer.bound) {
            result.bound = excess(in_whole_parts(*answer.bound), closed_today_);
        }
        if (answer.is_found) {
            result.chosen.emplace();
            for (std::uint32_t place = 0; place < is_chosen_.size(); ++place) {
                if (answer.values[is_chosen_[place]] > 0.5) {
                    result.chosen->push_back(place);
                }
            }
        }
        return result;
    }

private:
    /// Nothing comes from a place that is not chosen, nor more than it has in all.
    void close_others()
    {
        std::vector<Terms> from_place(problem_.places.size());
        for (std::size_t i = 0; i < problem_.offers.size(); ++i) {
            const std::size_t offer = problem_.base.offers.size() + i;
            const std::uint32_t place = problem_.offers[i].supply_node;
            if (const auto amount = program_.amount_of(offer)) {
                const double most_m2 = ExactArea::hundredths(most_of(joint_, joint_.offers[offer])).square_metres();
                const Terms not_without = {{*amount, 1.0}, {is_chosen_[place], -most_m2}};
                program_.mixed().add_row(-MixedProgram::unlimited, 0.0, not_without);
                from_place[place].push_back({*amount, 1.0});
            }
        }
        for (std::size_t place = 0; place < from_place.size(); ++place) {
            Terms& terms = from_place[place];
            terms.push_back({is_chosen_[place], -problem_.places[place].capacity.square_metres()});
            program_.mixed().add_row(-MixedProgram::unlimited, 0.0, terms);
        }
    }

    /// The most whole parts that are within the bound: it comes from doubles, a third of a part is nothing.
    static ExactArea in_whole_parts(double bound_m2)
    {
        constexpr double most_m2 = 1e15;
        return ExactArea::hundredths(static_cast<std::int64_t>(std::floor(std::clamp(bound_m2, 0.0, most_m2) * 100.0 + 0.3)));
    }

    const VenueProblem& problem_;
    ExactArea closed_today_;
    TransportProblem joint_;
    PlanProgram program_;
    std::vector<std::uint32_t> is_chosen_;
};

} // namespace

SearchedVenues searched_venues(const VenueProblem& problem, ExactArea gain)
{
    const KnownProblem narrow = known(problem);
    return VenueProgram(narrow, gain).searched();
}

} // namespace fieldgap
