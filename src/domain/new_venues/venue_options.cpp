#include "domain/new_venues/venue_options.hpp"

#include "domain/allocation/city_problem.hpp"
#include "domain/city/issue_code.hpp"
#include "domain/gap/open_channels.hpp"
#include "domain/new_venues/candidate_venues.hpp"
#include "domain/new_venues/venue_choice.hpp"
#include "domain/transport/area_alone.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// The allocation's problem of area alone; takers are all schools.
TransportProblem problem_of_today(const AnalysedCity& analysed)
{
    return of_area_alone(problem_of_city(analysed.measured(), analysed.results.reach).flow);
}

VenueProblem problem_with(const CandidateVenues& candidates, const AnalysedCity& analysed)
{
    VenueProblem problem{problem_of_today(analysed), {}, {}, static_cast<std::size_t>(analysed.settings.new_venues.count)};
    const MeasuredCity& measured = candidates.measured();
    const DistrictCaps caps(measured);
    for (std::uint32_t place = 0; place < measured.city.venues.size(); ++place) {
        const ExactArea ground = measured.venue_grounds[place].area.value_or(ExactArea());
        problem.places.push_back({Channel::rent, ground, caps.of_venue(place)});
    }
    for (const ReachedPair& pair : candidates.reach().rent.pairs) {
        const auto taker = static_cast<std::uint32_t>(index(pair.school));
        if (is_open_to(measured, Channel::rent, taker) && problem.base.gaps[taker] > ExactArea()) {
            problem.offers.push_back({pair.giver, taker, 0.0, pair.walk_s});
        }
    }
    std::stable_sort(problem.offers.begin(), problem.offers.end(),
                     [](const AllocationArc& a, const AllocationArc& b) { return a.supply_node < b.supply_node; });
    return problem;
}

std::int64_t lacking_schools(const CandidateVenues& candidates, std::uint32_t place)
{
    const MeasuredCity& measured = candidates.measured();
    const auto& pairs = candidates.reach().rent.pairs;
    return std::count_if(pairs.begin(), pairs.end(), [&](const ReachedPair& pair) {
        const Assessment& state = measured.assessments[index(pair.school)];
        return pair.giver == place && state.has_figures() && state.gap > ExactArea() &&
               is_open_to(measured, Channel::rent, index(pair.school));
    });
}

void report_cut_off(const AnalysedCity& analysed, const VenueChoice& choice, Findings& findings)
{
    const std::size_t places = analysed.city.new_venues.size();
    if (!choice.is_proven() && places <= most_places_searched) {
        Finding& cut_off = findings.emplace_back();
        cut_off.code = IssueCode::new_venues_cut_off;
        cut_off.layer = "new_venues";
        cut_off.values.emplace_back(analysed.settings.new_venues.count);
        cut_off.values.emplace_back(places);
        cut_off.values.emplace_back(analysed.settings.allocation.max_nodes);
        cut_off.values.emplace_back((choice.bound - choice.gain).square_metres());
    }
}

} // namespace

VenueOptions venue_options(const AnalysedCity& analysed, Findings& findings)
{
    const std::size_t places = analysed.city.new_venues.size();
    if (places == 0) {
        return {};
    }
    if (!analysed.settings.channels[Channel::rent].on) {
        findings.push_back({IssueCode::new_venues_not_rented, "new_venues", "", {}, {places}});
        return {};
    }
    const CandidateVenues candidates(analysed, findings);
    const VenueChoice choice = chosen_venues(problem_with(candidates, analysed));
    report_cut_off(analysed, choice, findings);
    VenueOptions options{{}, choice.gain, choice.bound, choice.is_proven()};
    for (std::uint32_t place = 0; place < places; ++place) {
        options.places.push_back({choice.alone[place], std::nullopt, std::nullopt, lacking_schools(candidates, place)});
    }
    for (std::size_t i = 0; i < choice.chosen.size(); ++i) {
        VenueOption& option = options.places[choice.chosen[i]];
        option.rank = static_cast<std::int64_t>(i + 1);
        option.joint_gain = choice.beside[i];
    }
    return options;
}

} // namespace fieldgap
