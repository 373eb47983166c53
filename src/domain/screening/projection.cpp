#include "domain/screening/projection.hpp"

#include "domain/screening/screening_ground.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

/// The enrolment of one stage of a school in a year: what the columns of its rows say, and for rows without one today's at the rate.
double enrolled_in(const City& city, const Ownership& owns, std::size_t school, Stage stage, double today, std::int64_t year,
                   const ProjectionSettings& settings)
{
    std::optional<double> given;
    double today_without_column = today;
    for (const SchoolIndex row : owns.rows_of_main[school]) {
        for (const ProjectedPupils& column : city.schools[index(row)].projected) {
            if (column.year == year && column.pupils[stage]) {
                given = given.value_or(0.0) + *column.pupils[stage];
                today_without_column -= static_cast<double>(city.schools[index(row)].pupils[stage].value_or(0));
            }
        }
    }
    const double years = static_cast<double>(year - *settings.first_year);
    const double growth = std::pow(std::max(0.0, 1.0 + settings.rate[stage]), years);
    return given.value_or(0.0) + std::max(0.0, today_without_column) * growth; // of unknown schools nothing but the columns is counted
}

/// The city's schools as that year finds them: enrolment projected, planned schools open or not there.
std::vector<SchoolStanding> standings_in(const City& city, const Results& results, const Settings& settings, std::int64_t year)
{
    std::vector<SchoolStanding> schools = standings(city, results, settings);
    for (std::size_t s = 0; s < schools.size(); ++s) {
        SchoolStanding& school = schools[s];
        if (school.is_planned) {
            continue;
        }
        double more = 0.0;
        for (const Stage stage : all_stages) {
            const double today = school.enrolled[stage];
            school.enrolled[stage] = enrolled_in(city, results.owns, s, stage, today, year, settings.projection);
            const auto grown = static_cast<std::int64_t>(std::ceil(school.enrolled[stage] - today - 1e-9));
            if (school.seats.free[stage]) {
                *school.seats.free[stage] -= grown;
            }
            more += stage == Stage::senior ? 0.0 : static_cast<double>(grown);
        }
        if (school.seats.room) {
            *school.seats.room -= static_cast<std::int64_t>(more);
        }
    }
    return schools;
}

/// Planned estates with homes in that year, with the pupils they have by then.
std::vector<IncomingEstate> comers_in(const City& city, const EstateTable& estates, const std::vector<CatchmentSchools>& catchments,
                                      std::int64_t year, const EstateSettings& settings, std::int64_t& unknown)
{
    std::vector<IncomingEstate> all_incoming;
    for (std::uint32_t e = 0; e < city.estates.size(); ++e) {
        const Estate& estate = city.estates[e];
        if (estate.phase != EstatePhase::planned || (estate.first_phase_year && *estate.first_phase_year > year)) {
            continue;
        }
        // Of that year, so that planned schools count which are open by then.
        IncomingEstate incoming{e, &estates.walks, &catchments, {}, year};
        bool is_known = estate.first_phase_year.has_value();
        for (const Stage stage : compulsory_stages) {
            const auto pupils = pupils_in_year(estate, stage, year, city.yields, settings);
            is_known = is_known && pupils;
            incoming.pupils[stage] = ExactPupils::rounded(pupils.value_or(0.0));
        }
        if (is_known) {
            all_incoming.push_back(incoming);
        } else {
            ++unknown;
        }
    }
    return all_incoming;
}

/// What the schools lack in that year, and what the allocation then leaves of it.
void add_ground(const VerdictContext& judge, const Results& results, const SeatsTaken& taken, const Trial& trial, ProjectedYear& sum)
{
    const std::span<const SchoolStanding> schools = judge.schools;
    const Settings& settings = judge.settings;
    const std::vector<PupilLoad> load = loads_with(judge, taken, trial);
    std::vector<Assessment> states(schools.size());
    std::vector<SchoolIndex> members;
    for (std::size_t s = 0; s < schools.size(); ++s) {
        const auto required = required_with(schools[s], load[s], settings.standard);
        const bool counts = schools[s].is_planned ? !is_empty(load[s]) : results.assessments[s].has_figures();
        if (!counts || !required || !schools[s].own) {
            continue;
        }
        Assessment& state = states[s];
        state.status = status_of(*schools[s].own, *required, settings.standard.floor);
        state.own = *schools[s].own;
        state.required = *required;
        state.gap = excess(*required, state.own);
        state.surplus = excess(state.own, *required);
        sum.required += state.required;
        sum.own += state.own;
        sum.gap += state.gap;
        sum.schools_short += state.gap > ExactArea() ? 1 : 0;
        if (!schools[s].is_planned) {
            members.push_back(SchoolIndex(s));
        }
    }
    sum.residual = sum.gap - judge.reallocation.allotted(members, states).closed;
}

ProjectedYear projected_in(const City& city, const Results& results, const EstateTable& estates,
                           const std::vector<CatchmentSchools>& catchments, const Reallocation& again, const Settings& settings,
                           std::int64_t year)
{
    ProjectedYear sum;
    sum.year = year;
    const std::vector<SchoolStanding> schools = standings_in(city, results, settings, year);
    for (const SchoolStanding& school : schools) {
        for (const Stage stage : all_stages) {
            sum.enrolled[stage] += school.enrolled[stage];
        }
    }
    const SeatsTaken nobody(schools.size());
    const std::vector<IncomingEstate> all_incoming = comers_in(city, estates, catchments, year, settings.estates, sum.estates_unknown);
    const Trial trial = tried(all_incoming, nobody, {true, false}, schools, settings.estates);
    for (const Placed& placed : trial.placed) {
        sum.from_estates[placed.stage] += placed.pupils.pupils();
    }
    for (const PupilLoad& without : trial.without) {
        for (const Stage stage : compulsory_stages) {
            sum.without_seat[stage] += without[stage].pupils();
        }
    }
    add_ground({city, settings, schools, again}, results, nobody, trial, sum);
    return sum;
}

} // namespace

std::vector<ProjectedYear> projected_gaps(const City& city, const Results& results, const EstateTable& estates,
                                          const WalkNetworkView& walking, const Settings& settings)
{
    std::vector<ProjectedYear> years;
    const ProjectionSettings& projection = settings.projection;
    if (!projection.first_year || !projection.until) {
        return years;
    }
    Findings said_with_the_estates;
    const auto catchments =
        catchment_schools(city.estates, city, results.owns, free_seats(city, results.owns, settings.limits), said_with_the_estates);
    const std::vector<SchoolStanding> today = standings(city, results, settings);
    const Reallocation again(city, results, today, walking, settings, std::vector<bool>(today.size(), true), true);
    for (std::int64_t year = *projection.first_year; year <= *projection.until; ++year) {
        years.push_back(projected_in(city, results, estates, catchments, again, settings, year));
    }
    return years;
}

} // namespace fieldgap
