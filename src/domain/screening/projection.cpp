#include "domain/screening/projection.hpp"

#include "domain/screening/trial.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

/// The enrolment of one stage of a school in a year: what the columns of its rows say, and for rows without one today's at the rate.
double enrolled_in(const AnalysedCity& analysed, std::size_t school, Stage stage, double today, std::int64_t year)
{
    const City& city = analysed.city;
    const ProjectionSettings& settings = analysed.settings.projection;
    std::optional<double> given;
    double today_without_column = today;
    for (const SchoolIndex row : analysed.results.owns.rows_of_main[school]) {
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
std::vector<SchoolStanding> standings_in(const AnalysedCity& analysed, std::int64_t year)
{
    std::vector<SchoolStanding> schools = standings(analysed);
    for (std::size_t s = 0; s < schools.size(); ++s) {
        SchoolStanding& school = schools[s];
        if (school.is_planned) {
            continue;
        }
        double more = 0.0;
        for (const Stage stage : all_stages) {
            const double today = school.enrolled[stage];
            school.enrolled[stage] = enrolled_in(analysed, s, stage, today, year);
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
std::vector<IncomingEstate> incoming_in(const AnalysedCity& analysed, const EstateTable& estates, std::int64_t year, std::int64_t& unknown)
{
    const City& city = analysed.city;
    std::vector<IncomingEstate> all_incoming;
    for (std::uint32_t e = 0; e < city.estates.size(); ++e) {
        const Estate& estate = city.estates[e];
        if (estate.phase != EstatePhase::planned || (estate.first_phase_year && *estate.first_phase_year > year)) {
            continue;
        }
        // Of that year, so that planned schools count which are open by then.
        IncomingEstate incoming{&estates.walks, e, {}, {}, year};
        bool is_known = estate.first_phase_year.has_value();
        for (const Stage stage : compulsory_stages) {
            const auto pupils = pupils_in_year(estate, stage, year, city.yields, analysed.settings.estates);
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
void add_ground(const VerdictContext& context, const std::vector<PupilLoad>& load, ProjectedYear& sum)
{
    const std::span<const SchoolStanding> schools = context.schools;
    const Settings& settings = context.settings;
    std::vector<Assessment> states(schools.size());
    std::vector<SchoolIndex> members;
    for (std::size_t s = 0; s < schools.size(); ++s) {
        const auto required = required_with(schools[s], load[s], settings.standard);
        const bool counts = schools[s].is_planned ? !is_empty(load[s]) : context.results.assessments[s].has_figures();
        if (!counts || !required || !schools[s].own) {
            continue;
        }
        Assessment state;
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
            states[s] = state;
            members.push_back(SchoolIndex(s));
        }
    }
    sum.residual = sum.gap - context.reallocation.allotted(members, states).closed;
}

ProjectedYear projected_in(const AnalysedCity& analysed, const EstateTable& estates, const Reallocation& again, std::int64_t year)
{
    ProjectedYear sum;
    sum.year = year;
    const std::vector<SchoolStanding> schools = standings_in(analysed, year);
    for (const SchoolStanding& school : schools) {
        for (const Stage stage : all_stages) {
            sum.enrolled[stage] += school.enrolled[stage];
        }
    }
    const VerdictContext context{analysed.city, analysed.results, analysed.walking, analysed.settings, schools, again};
    const SeatsTaken nobody(schools.size());
    const Trial trial = tried(context, incoming_in(analysed, estates, year, sum.estates_unknown), nobody, Admission::planned);
    for (const Placed& placed : trial.placed) {
        sum.from_estates[placed.stage] += placed.pupils.pupils();
    }
    for (const PupilLoad& without : trial.without) {
        for (const Stage stage : compulsory_stages) {
            sum.without_seat[stage] += without[stage].pupils();
        }
    }
    add_ground(context, loads_with(nobody, trial), sum);
    return sum;
}

} // namespace

std::vector<ProjectedYear> projected_gaps(const AnalysedCity& analysed, const EstateTable& estates)
{
    std::vector<ProjectedYear> years;
    const ProjectionSettings& projection = analysed.settings.projection;
    if (!projection.first_year || !projection.until) {
        return years;
    }
    const std::vector<SchoolStanding> today = standings(analysed);
    const std::vector<bool> all(today.size(), true);
    const Reallocation again(analysed, today, {all, all});
    for (std::int64_t year = *projection.first_year; year <= *projection.until; ++year) {
        years.push_back(projected_in(analysed, estates, again, year));
    }
    return years;
}

} // namespace fieldgap
