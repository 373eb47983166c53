#include "domain/screening/screening.hpp"

#include "domain/screening/carrying.hpp"
#include "domain/screening/report_estates.hpp"
#include "domain/screening/seats_ahead.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace fieldgap {
namespace {

std::vector<SiteLink> links_of(const Trial& trial, std::span<const IncomingEstate> sites)
{
    std::vector<SiteLink> links;
    for (const Placed& placed : trial.placed) {
        links.push_back({sites[placed.incoming].position, placed.walk.school, placed.stage, placed.pupils, placed.walk});
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

SchoolState state_of(const VerdictContext& context, SchoolIndex school, const PupilLoad& load, const Assessment& assessment,
                     const SchoolAllocation& school_allocation)
{
    const SchoolStanding& standing = context.schools[index(school)];
    SchoolState state{{}, assessment, school_allocation};
    for (const Stage stage : all_stages) {
        if (standing.is_enrolment_known && (standing.enrolled[stage] > 0.0 || load[stage] > ExactPupils())) {
            state.pupils[stage] = standing.enrolled[stage] + load[stage].pupils();
        }
    }
    const auto required = required_with(standing, load, context.settings.standard);
    if (standing.is_planned && standing.own && required && *required > ExactArea()) {
        state.assessment.own = *standing.own;
        state.assessment.required = *required;
        state.assessment.gap = excess(*required, *standing.own);
        state.assessment.surplus = excess(*standing.own, *required);
        state.assessment.status = status_of(*standing.own, *required, context.settings.standard.floor);
    }
    return state;
}

bool is_same(const SchoolAllocation& a, const SchoolAllocation& b)
{
    return a.given.values == b.given.values && a.shared_out == b.shared_out;
}

/// Schools that receive pupils, and those whose m2 allocating again changes.
std::vector<AffectedSchool> affected(const VerdictContext& context, std::span<const SchoolIndex> receiving,
                                     const std::vector<PupilLoad>& before, const std::vector<PupilLoad>& after)
{
    const Reallocation& again = context.reallocation;
    std::vector<SchoolIndex> members = again.neighbourhood(receiving);
    const auto states_before = again.assessments(members, before);
    const auto states_after = again.assessments(members, after);
    const Allocation given_before = again.allotted(members, states_before);
    // Where no gap and no surplus grows and no partner shares more than its surplus, what was the optimum still is: the choice has only
    // become smaller.
    const bool stands = std::all_of(members.begin(), members.end(), [&](SchoolIndex school) {
        const std::size_t s = index(school);
        return states_after[s].gap == states_before[s].gap && states_after[s].surplus <= states_before[s].surplus &&
               given_before.of_school[s].shared_out <= states_after[s].surplus;
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
            result.push_back({school, state_of(context, school, before[s], states_before[s], given_before.of_school[s]),
                              state_of(context, school, after[s], states_after[s], given_after.of_school[s])});
        }
    }
    return result;
}

/// Fills in what the trial that a verdict describes makes of the city.
void describe(const VerdictContext& context, std::span<const IncomingEstate> sites, const PerAdmission<SeatsTaken>& taken,
              const Trial& trial, SiteScreening& result)
{
    const Standard& standard = context.settings.standard;
    const SeatsTaken& before = taken[trial.admission];
    SiteRow& row = result.row;
    const auto after = loads_with(before, trial);
    row.estate.serving = trial.receiving();
    row.estate.per_student_m2 = per_student_m2(context, row.estate.serving, after);
    row.seats_short.emplace();
    for (const PupilLoad& without : trial.without) {
        *row.seats_short = *row.seats_short + without;
    }
    row.new_school = new_school_for(*row.seats_short, context.settings.limits, standard);
    row.venues_in_reach = venues_in_reach(context.results, row.estate.serving);
    const auto growth_of = [&](const auto& figure) {
        return growth(row.estate.serving, before.load, after,
                      [&](SchoolIndex school, const PupilLoad& load) { return figure(context.schools[index(school)], load, standard); });
    };
    row.extra_required = growth_of(required_with);
    row.extra_gap = growth_of(gap_with);
    result.links = links_of(trial, sites);
    result.affected = affected(context, row.estate.serving, before.load, after);
}

SiteScreening screened_alone(const VerdictContext& context, const Cover& cover, const IncomingEstate& site,
                             const PerAdmission<SeatsTaken>& taken)
{
    SiteScreening result;
    SiteRow& row = result.row;
    row.estate = bare_row(context, cover, *site.walks, site.position, taken[Admission::open]);
    row.estate.verdict = Verdict::unknown;
    row.estate.reasons = no_verdict(row.estate, context.walking);
    if (context.walking.streets != nullptr && row.estate.has_entry) {
        const Carrying passing = carries(context, site, taken, ways_to_pass);
        const Carrying conditional = carries(context, site, taken, ways_on_condition);
        row.carries_households = passing.households;
        row.binding = passing.binding;
        row.carries_conditional = conditional.households;
        row.binding_conditional = conditional.binding;
    }
    if (!row.estate.reasons.empty()) {
        return result;
    }
    const JointJudgement judgement = verdicts_of(context, {&site, 1}, taken);
    const Judgement& one = judgement.of_estate.front();
    row.estate.verdict = one.verdict;
    row.estate.reasons = one.reasons;
    if (one.verdict != Verdict::unknown) {
        describe(context, {&site, 1}, taken, *judgement.trials[one.admission], result);
    }
    return result;
}

/// The worst of all sites: unknown before fail before conditional before pass.
Verdict worst(const JointJudgement& judgement)
{
    Verdict result = Verdict::pass;
    for (const Judgement& one : judgement.of_estate) {
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

SiteScreening screened_together(const VerdictContext& context, std::span<const IncomingEstate> sites, std::span<const SiteScreening> alone,
                                const PerAdmission<SeatsTaken>& taken)
{
    SiteScreening result;
    EstateRow& row = result.row.estate;
    for (const Stage stage : compulsory_stages) {
        row.pupils[stage].pupils = 0.0;
    }
    for (const SiteScreening& one : alone) {
        add_pupils(one.row.estate, row.pupils);
        const Reasons reasons = no_verdict(one.row.estate, context.walking);
        row.reasons.insert(row.reasons.end(), reasons.begin(), reasons.end());
    }
    row.verdict = Verdict::unknown;
    if (!row.reasons.empty() || sites.empty()) {
        return result;
    }
    const JointJudgement judgement = verdicts_of(context, sites, taken);
    row.verdict = worst(judgement);
    Admission admission = Admission::open;
    for (const Judgement& one : judgement.of_estate) {
        row.reasons.insert(row.reasons.end(), one.reasons.begin(), one.reasons.end());
        admission = row.verdict == Verdict::conditional ? std::max(admission, one.admission) : admission;
    }
    if (row.verdict != Verdict::unknown) {
        describe(context, sites, taken, *judgement.trials[admission], result);
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

/// Each site on top of those of a smaller order; parallel to the sites.
std::vector<SiteScreening> screened_each(const VerdictContext& context, std::span<const Estate> sites,
                                         std::span<const IncomingEstate> incoming, SeatsAhead& ahead)
{
    const Cover cover(context);
    std::vector<SiteScreening> alone(sites.size());
    std::vector<std::vector<IncomingEstate>> earlier;
    std::vector<IncomingEstate> group;
    std::optional<std::int64_t> order;
    for (const std::uint32_t i : in_order(sites)) {
        if (sites[i].order != order) {
            if (order) {
                earlier.push_back(std::move(group));
            }
            group.clear();
            order = sites[i].order;
        }
        alone[i] = screened_alone(context, cover, incoming[i], ahead.before(incoming[i].first_year, earlier));
        group.push_back(incoming[i]);
    }
    return alone;
}

std::vector<Estate> planned_of(const City& city)
{
    std::vector<Estate> planned;
    std::copy_if(city.estates.begin(), city.estates.end(), std::back_inserter(planned),
                 [](const Estate& estate) { return estate.phase == EstatePhase::planned; });
    return planned;
}

} // namespace

Screening screen(const AnalysedCity& analysed, std::span<const Estate> sites, Findings& findings)
{
    const City& city = analysed.city;
    const std::vector<SchoolStanding> schools = standings(analysed);
    const std::vector<Estate> planned = analysed.settings.estates.planned_first ? planned_of(city) : std::vector<Estate>();
    // What there is to say of the city's own estates is said where they are the subject.
    const EstateWalks own = walks_to_schools(analysed, schools, planned, Routes::dropped);
    EstateWalks candidates = walks_to_schools(analysed, schools, sites, Routes::kept);
    report_estates(analysed, schools, candidates, "sites", findings);
    Partners partners{std::vector<bool>(city.schools.size()), std::vector<bool>(city.schools.size())};
    partners.add_takers(own);
    partners.add_takers(candidates);
    const Reallocation reallocation(analysed, schools, partners);
    const VerdictContext context{city, analysed.results, analysed.walking, analysed.settings, schools, reallocation};
    const auto incoming = incoming_estates(context, candidates);
    const auto first_come = incoming_estates(context, own);
    SeatsAhead ahead(context, first_come);
    SeatsAhead ahead_of_all(context, first_come);
    Screening screening;
    screening.alone = screened_each(context, sites, incoming, ahead);
    screening.together = screened_together(context, incoming, screening.alone, ahead_of_all.before(last_year(sites), {}));
    screening.walks = std::move(candidates);
    return screening;
}

} // namespace fieldgap
