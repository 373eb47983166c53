#include "domain/screening/screening.hpp"

#include "domain/screening/screening_ground.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace fieldgap {
namespace {

std::vector<SiteLink> links_of(const Trial& trial, std::span<const IncomingEstate> all_incoming)
{
    std::vector<SiteLink> links;
    for (const Placed& placed : trial.placed) {
        links.push_back({all_incoming[placed.incoming].estate, placed.walk.school, placed.stage, placed.pupils, placed.walk});
    }
    return links;
}

std::size_t venues_in_reach(const Results& results, std::span<const SchoolIndex> schools)
{
    std::set<std::uint32_t> venues;
    for (const ReachedPair& pair : results.reach.rent.pairs) {
        if (std::binary_search(schools.begin(), schools.end(), pair.school)) {
            venues.insert(pair.giver);
        }
    }
    return venues.size();
}

/// Sum over schools of what a figure grows by; absent where one of them is unknown.
template <class Figure>
std::optional<ExactArea> growth(std::span<const SchoolIndex> schools, const std::vector<PupilLoad>& before,
                                const std::vector<PupilLoad>& after, Figure figure)
{
    ExactArea sum;
    for (const SchoolIndex school : schools) {
        const auto old_m2 = figure(school, before[index(school)]);
        const auto new_m2 = figure(school, after[index(school)]);
        if (!old_m2 || !new_m2) {
            return std::nullopt;
        }
        sum += *new_m2 - *old_m2;
    }
    return sum;
}

SchoolState state_of(const VerdictContext& ground, SchoolIndex school, const PupilLoad& load, const Assessment& assessment,
                     const SchoolAllocation& school_allocation)
{
    const SchoolStanding& standing = ground.schools[index(school)];
    SchoolState state{{}, assessment, school_allocation};
    for (const Stage stage : all_stages) {
        if (standing.is_enrolment_known && (standing.enrolled[stage] > 0.0 || load[stage] > ExactPupils())) {
            state.pupils[stage] = standing.enrolled[stage] + load[stage].pupils();
        }
    }
    const auto required = required_with(standing, load, ground.settings.standard);
    if (standing.is_planned && standing.own && required && *required > ExactArea()) {
        state.assessment.own = *standing.own;
        state.assessment.required = *required;
        state.assessment.gap = excess(*required, *standing.own);
        state.assessment.surplus = excess(*standing.own, *required);
        state.assessment.status = status_of(*standing.own, *required, ground.settings.standard.floor);
    }
    return state;
}

bool is_same(const SchoolAllocation& a, const SchoolAllocation& b)
{
    return a.given.values == b.given.values && a.shared_out == b.shared_out;
}

/// Schools that receive pupils, and those whose m2 allocating again changes.
std::vector<AffectedSchool> affected(const VerdictContext& ground, std::span<const SchoolIndex> receiving,
                                     const std::vector<PupilLoad>& before, const std::vector<PupilLoad>& after)
{
    const Reallocation& again = ground.reallocation;
    std::vector<SchoolIndex> members = again.neighbourhood(receiving);
    const auto states_before = again.assessments(members, before);
    const auto states_after = again.assessments(members, after);
    const Allocation given_before = again.allotted(members, states_before);
    // Where no gap grows and no partner shares more than its surplus, what was the optimum still is: the choice has only become smaller.
    const bool stands = std::all_of(members.begin(), members.end(), [&](SchoolIndex school) {
        const std::size_t s = index(school);
        return states_after[s].gap == states_before[s].gap && given_before.of_school[s].shared_out <= states_after[s].surplus;
    });
    const Allocation given_after = stands ? given_before : again.allotted(members, states_after);
    members.insert(members.end(), receiving.begin(), receiving.end());
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::vector<AffectedSchool> result;
    for (const SchoolIndex school : members) {
        const std::size_t s = index(school);
        if (std::binary_search(receiving.begin(), receiving.end(), school) ||
            !is_same(given_before.of_school[s], given_after.of_school[s])) {
            result.push_back({school, state_of(ground, school, before[s], states_before[s], given_before.of_school[s]),
                              state_of(ground, school, after[s], states_after[s], given_after.of_school[s])});
        }
    }
    return result;
}

/// Fills in what the state that a verdict describes makes of the city.
void describe(const RowContext& ground, std::span<const IncomingEstate> all_incoming, const SeatsTaken& taken, const Trial& trial,
              SiteScreening& result)
{
    const VerdictContext& judge = ground.judge;
    const Standard& standard = judge.settings.standard;
    SiteRow& row = result.row;
    const auto after = loads_with(judge, taken, trial);
    row.estate.serving = receiving_schools(trial.placed);
    row.estate.per_student_m2 = per_student_m2(ground, row.estate.serving, after);
    row.seats_short.emplace();
    for (const PupilLoad& without : trial.without) {
        *row.seats_short = *row.seats_short + without;
    }
    row.new_school = new_school_for(*row.seats_short, judge.settings.limits, standard);
    row.venues_in_reach = venues_in_reach(ground.results, row.estate.serving);
    row.extra_required = growth(row.estate.serving, taken.load, after, [&](SchoolIndex school, const PupilLoad& load) {
        return required_with(judge.schools[index(school)], load, standard);
    });
    row.extra_gap = growth(row.estate.serving, taken.load, after, [&](SchoolIndex school, const PupilLoad& load) {
        return gap_with(judge.schools[index(school)], load, standard);
    });
    result.links = links_of(trial, all_incoming);
    result.affected = affected(judge, row.estate.serving, taken.load, after);
}

SiteScreening screened_alone(const RowContext& ground, const IncomingEstateRow& site, const TakenSeats& taken,
                             const WalkNetworkView& walking)
{
    SiteScreening result;
    SiteRow& row = result.row;
    row.estate = bare_row(ground, site.incoming.estate, EstatePhase::planned);
    row.estate.verdict = Verdict::unknown;
    row.estate.reasons = no_verdict(row.estate, walking);
    const bool may_walk = walking.streets != nullptr && row.estate.has_entry;
    if (may_walk) {
        const Carrying most = carries(ground.judge, site.incoming, row.estate.pupils, taken);
        const Carrying most_conditional = carries_conditionally(ground.judge, site.incoming, row.estate.pupils, taken);
        row.carries_households = most.households;
        row.binding = most.binding;
        row.carries_conditional = most_conditional.households;
        row.binding_conditional = most_conditional.binding;
    }
    if (!row.estate.reasons.empty()) {
        return result;
    }
    const JointJudgement judgement = verdicts_of(ground.judge, {&site.incoming, 1}, taken);
    const Judgement& one = judgement.of_comer.front();
    row.estate.verdict = one.verdict;
    row.estate.reasons = one.reasons;
    if (one.verdict != Verdict::unknown) {
        describe(ground, {&site.incoming, 1}, taken.of({one.by_planned_schools, false}),
                 one.by_planned_schools ? judgement.planned : judgement.open, result);
    }
    return result;
}

/// The worst of all sites: unknown before fail before conditional before pass.
Verdict worst(const JointJudgement& judgement)
{
    Verdict result = Verdict::pass;
    for (const Judgement& one : judgement.of_comer) {
        result = std::max(result, one.verdict);
    }
    return result;
}

void add_pupils(const EstateRow& one, PerStage<StagePupils>& sum)
{
    for (const Stage stage : compulsory_stages) {
        sum[stage].per_household = std::nullopt;
        sum[stage].pupils =
            sum[stage].pupils && one.pupils[stage].pupils ? std::optional(*sum[stage].pupils + *one.pupils[stage].pupils) : std::nullopt;
    }
}

SiteScreening screened_together(const RowContext& ground, std::span<const IncomingEstateRow> sites, std::span<const SiteScreening> alone,
                                const TakenSeats& taken, const WalkNetworkView& walking)
{
    SiteScreening result;
    SiteRow& row = result.row;
    for (const Stage stage : compulsory_stages) {
        row.estate.pupils[stage].pupils = 0.0;
    }
    std::vector<IncomingEstate> all_incoming;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        all_incoming.push_back(sites[i].incoming);
        add_pupils(alone[i].row.estate, row.estate.pupils);
        const Reasons reasons = no_verdict(alone[i].row.estate, walking);
        row.estate.reasons.insert(row.estate.reasons.end(), reasons.begin(), reasons.end());
    }
    row.estate.verdict = Verdict::unknown;
    if (!row.estate.reasons.empty() || sites.empty()) {
        return result;
    }
    const JointJudgement judgement = verdicts_of(ground.judge, all_incoming, taken);
    row.estate.verdict = worst(judgement);
    bool by_planned = false;
    for (const Judgement& one : judgement.of_comer) {
        row.estate.reasons.insert(row.estate.reasons.end(), one.reasons.begin(), one.reasons.end());
        by_planned = by_planned || one.by_planned_schools;
    }
    if (row.estate.verdict != Verdict::unknown) {
        const bool planned = by_planned && row.estate.verdict == Verdict::conditional;
        describe(ground, all_incoming, taken.of({planned, false}), planned ? judgement.planned : judgement.open, result);
    }
    return result;
}

/// Positions of the sites: without an order first, then by order.
std::vector<std::uint32_t> in_order(std::span<const Estate> sites)
{
    std::vector<std::uint32_t> positions(sites.size());
    std::iota(positions.begin(), positions.end(), 0U);
    std::stable_sort(positions.begin(), positions.end(), [&](std::uint32_t a, std::uint32_t b) { return sites[a].order < sites[b].order; });
    return positions;
}

std::optional<std::int64_t> last_year(std::span<const Estate> sites)
{
    std::optional<std::int64_t> last;
    for (const Estate& site : sites) {
        if (!site.first_phase_year) {
            return std::nullopt;
        }
        last = std::max(last.value_or(*site.first_phase_year), *site.first_phase_year);
    }
    return last;
}

/// Each site on top of those of a smaller order.
void screen_alone(const RowContext& ground, std::span<const IncomingEstateRow> coming, SeatsAhead& ahead, const WalkNetworkView& walking,
                  std::vector<SiteScreening>& alone)
{
    std::vector<std::vector<IncomingEstateRow>> earlier;
    std::vector<IncomingEstateRow> group;
    std::optional<std::int64_t> order;
    for (const std::uint32_t i : in_order(ground.estates)) {
        if (ground.estates[i].order != order) {
            if (order) {
                earlier.push_back(std::move(group));
            }
            group.clear();
            order = ground.estates[i].order;
        }
        alone[i] = screened_alone(ground, coming[i], ahead.before(coming[i].incoming.first_year, earlier), walking);
        group.push_back(coming[i]);
    }
}

std::vector<Estate> planned_of(const City& city)
{
    std::vector<Estate> planned;
    std::copy_if(city.estates.begin(), city.estates.end(), std::back_inserter(planned),
                 [](const Estate& estate) { return estate.phase == EstatePhase::planned; });
    return planned;
}

} // namespace

Screening screen(const City& city, const Results& results, const WalkNetworkView& walking, const Settings& settings,
                 std::span<const Estate> sites, Findings& findings)
{
    const std::vector<SchoolStanding> schools = standings(city, results, settings);
    const std::vector<Estate> planned = settings.estates.planned_first ? planned_of(city) : std::vector<Estate>();
    Findings said_by_the_run; // what there is to say of the city's own estates is said where they are the subject
    const WalkedEstates own = walked(planned, "residential", city, results, schools, walking, settings, said_by_the_run);
    WalkedEstates candidates = walked(sites, "sites", city, results, schools, walking, settings, findings);
    std::vector<bool> may_receive(city.schools.size());
    mark_receiving(own.walks, may_receive);
    mark_receiving(candidates.walks, may_receive);
    const Reallocation reallocation(city, results, schools, walking, settings, may_receive);
    const VerdictContext judge{city, settings, schools, reallocation};
    const RowContext ground{judge, results, sites, candidates.walks, candidates.catchments};
    const auto coming = coming_estates(sites, city.yields, candidates.walks, candidates.catchments, settings.estates);
    const auto first_come = planned_estates(own, city, settings.estates);
    for (const Estate& site : sites) {
        report_estate(site, "sites", city.yields, settings.estates, findings);
    }
    SeatsAhead ahead(judge, first_come);
    Screening screening;
    screening.alone.resize(sites.size());
    screen_alone(ground, coming, ahead, walking, screening.alone);
    SeatsAhead ahead_of_all(judge, first_come);
    screening.together = screened_together(ground, coming, screening.alone, ahead_of_all.before(last_year(sites), {}), walking);
    screening.walks = std::move(candidates.walks);
    return screening;
}

} // namespace fieldgap
