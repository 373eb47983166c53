#include "domain/compare/replay.hpp"

#include "domain/ground/own_figures.hpp"
#include "domain/walk/walk_limits.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

bool is_open(const Settings& settings, Channel channel, const ComparedSchool& school)
{
    const CountsFor rule = settings.standard.regime.channels[channel];
    return settings.channels[channel].on && (rule == CountsFor::every_school || (rule == CountsFor::dense_schools && school.is_dense));
}

/// What a channel may give on the ground of a node. A result in which it does not count does not say.
ExactArea possible_at(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes, const SchoolNode& node,
                      Channel channel)
{
    const auto amount = channel == Channel::basement ? &ComparedSchool::basement : &ComparedSchool::expand;
    const std::vector<std::uint32_t> olds = node.old_school ? std::vector{*node.old_school} : nodes.forerunners(*node.new_school);
    ExactArea sum;
    for (const std::uint32_t o : olds) {
        const ComparedSchool& old_school = before.schools[o];
        const auto heir = nodes.heir_of(o);
        const bool is_told_by_heir = !is_open(before.settings, channel, old_school) && heir && nodes.group_of(nodes.of_old(o)).is_simple();
        sum += is_told_by_heir ? after.schools[*heir].*amount : old_school.*amount;
    }
    return sum;
}

School school_of(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes, const SchoolNode& node)
{
    const ComparedSchool& known = node.new_school ? after.schools[*node.new_school] : before.schools[*node.old_school];
    School school;
    school.id = known.id;
    school.at = known.at;
    school.district = known.district;
    school.basement_usable_m2 = possible_at(before, after, nodes, node, Channel::basement).square_metres();
    school.expand_possible_m2 = possible_at(before, after, nodes, node, Channel::expand).square_metres();
    return school;
}

} // namespace

Replay::Replay(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes)
{
    const std::size_t count = nodes.nodes().size();
    for (std::uint32_t n = 0; n < count; ++n) {
        city_.schools.push_back(school_of(before, after, nodes, nodes.nodes()[n]));
        measured_.owns.main_of.push_back(SchoolIndex(n));
        measured_.owns.rows_of_main.push_back({SchoolIndex(n)});
    }
    measured_.enrolled.resize(count);
    measured_.needs.resize(count);
    measured_.supplies.resize(count);
    measured_.assessments.resize(count);
    for (const ComparedVenue& known : before.venues) {
        Venue venue;
        venue.id = known.id;
        venue.rentable = known.is_rentable;
        venue.price_per_m2 = known.price_per_m2;
        venue.at = known.at;
        city_.venues.push_back(std::move(venue));
        measured_.venue_grounds.push_back({true, known.area});
    }
    city_.districts = before.districts;
}

std::vector<ReachedPair> Replay::reached(const KnownPairs& pairs, const WalkSettings& walk)
{
    const double limit_s = limit_with_slack_s(walk_limits(walk));
    constexpr double written_step_s = 1e-3; // walks in a result are rounded
    std::vector<ReachedPair> in_reach;
    for (const KnownPair& pair : pairs) {
        const bool is_same_pace = pair.m_per_min == walk.speed_m_per_min;
        const double walk_s = is_same_pace ? pair.walk_s : pair.walk_s * pair.m_per_min / walk.speed_m_per_min;
        if (walk_s <= limit_s + written_step_s) {
            in_reach.push_back({SchoolIndex(pair.taker), pair.giver, walk_s, 0.0, touching});
        }
    }
    return in_reach;
}

void Replay::assess(const CityInputs& inputs, std::size_t node)
{
    const SchoolInputs& state = inputs.schools[node];
    School& school = city_.schools[node];
    school.dense = state.is_dense;
    Enrolment& enrolled = measured_.enrolled[node];
    enrolled = Enrolment();
    Assessment& found = measured_.assessments[node];
    found = Assessment();
    found.surplus = state.surplus;
    found.status = state.surplus > ExactArea() ? Status::meets : Status::unknown;
    if (!state.is_there || state.needs_nothing || !state.pupils_known || !state.ground_known) {
        return;
    }
    for (const Stage stage : all_stages) {
        enrolled.pupils[stage] = state.pupils[stage];
    }
    if (const auto required = need(state.pupils, inputs.settings.standard).required) {
        found.required = *required;
        ExactArea own = state.rounding;
        for (const FieldKind kind : all_field_kinds) {
            own += counts_for(school, kind, inputs.settings.standard) ? state.ground[static_cast<std::size_t>(kind)] : ExactArea();
        }
        found.own = std::max(own, ExactArea());
        found.gap = excess(found.required, found.own);
        found.status = found.gap > ExactArea() ? Status::short_of : Status::meets;
    }
}

void Replay::take(const CityInputs& inputs)
{
    for (std::size_t node = 0; node < inputs.schools.size(); ++node) {
        assess(inputs, node);
    }
    city_.leases = inputs.leases;
    measured_.reach.rent.pairs = reached(*inputs.rent, inputs.settings.walk);
    measured_.reach.share.pairs = reached(*inputs.share, inputs.settings.walk);
}

std::vector<ExactArea> Replay::residuals(const CityInputs& inputs)
{
    take(inputs);
    const Allocation allocation = allocate(measured_city(city_, measured_, inputs.settings), measured_.reach);
    std::vector<ExactArea> left;
    for (std::size_t node = 0; node < inputs.schools.size(); ++node) {
        left.push_back(measured_.assessments[node].gap - allocation.of_school[node].received());
    }
    return left;
}

} // namespace fieldgap
