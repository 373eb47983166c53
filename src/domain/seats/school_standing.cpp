#include "domain/seats/school_standing.hpp"

#include "domain/analysis/district.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// What is drawn for a planned school on ground that it shares with nobody; absent where nothing is drawn.
std::optional<PerFieldKind> drawn_for(const Results& results, std::size_t school)
{
    PerFieldKind sum = results.drawn.of_school[school];
    std::uint32_t fields = results.drawn.fields_of_school[school];
    for (const CampusIndex campus : results.owns.campuses_of_school[school]) {
        if (results.owns.schools_of_campus[index(campus)].size() == 1) {
            sum += results.drawn.of_campus[index(campus)];
            fields += results.drawn.fields_of_campus[index(campus)];
        }
    }
    return fields > 0 ? std::optional(sum) : std::nullopt;
}

std::optional<ExactArea> planned_ground(const School& school, const Results& results, std::size_t position, const Standard& standard)
{
    const bool has_figure = school.outdoor_m2 || school.indoor_m2 || school.special_m2;
    const auto drawn = drawn_for(results, position);
    const bool uses_figures = has_figure && (standard.area_source == AreaSource::official || !drawn);
    if (!uses_figures && !drawn) {
        return std::nullopt;
    }
    const PerFieldKind drawn_m2 = drawn.value_or(PerFieldKind());
    const auto used = [&](const std::optional<double>& figure, FieldKind kind) {
        return uses_figures && figure ? *figure : drawn_m2[kind];
    };
    const bool special_counts = standard.regime.special_ground == CountsFor::every_school || school.dense;
    return ExactArea::rounded(gis::SquareMetres(used(school.outdoor_m2, FieldKind::outdoor) + used(school.indoor_m2, FieldKind::indoor) +
                                                (special_counts ? used(school.special_m2, FieldKind::special) : 0.0)));
}

SchoolStanding open_standing(const Results& results, std::size_t school)
{
    SchoolStanding standing;
    const Enrolment& enrolled = results.enrolled[school];
    const SchoolAllocation& school_allocation = results.allocation.of_school[school];
    standing.is_enrolment_known = enrolled.is_known;
    for (const Stage stage : all_stages) {
        standing.enrolled[stage] = static_cast<double>(enrolled.pupils[stage].value_or(0));
    }
    standing.own = results.supplies[school].own;
    standing.ground = standing.own.value_or(ExactArea()) + school_allocation.received() - school_allocation.shared_out;
    return standing;
}

SchoolStanding planned_standing(const City& city, const Results& results, std::size_t school, const Standard& standard)
{
    SchoolStanding standing;
    standing.is_planned = true;
    standing.open_year = city.schools[school].open_year;
    standing.is_enrolment_known = true;
    for (const Stage stage : all_stages) {
        standing.enrolled[stage] = static_cast<double>(city.schools[school].pupils[stage].value_or(0));
    }
    standing.own = planned_ground(city.schools[school], results, school, standard);
    standing.ground = standing.own.value_or(ExactArea());
    return standing;
}

} // namespace

PupilLoad operator+(const PupilLoad& a, const PupilLoad& b)
{
    PupilLoad sum;
    for (const Stage stage : all_stages) {
        sum[stage] = a[stage] + b[stage];
    }
    return sum;
}

bool is_empty(const PupilLoad& load)
{
    return std::all_of(load.values.begin(), load.values.end(), [](ExactPupils pupils) { return pupils == ExactPupils(); });
}

std::vector<SchoolStanding> standings(const AnalysedCity& analysed)
{
    const City& city = analysed.city;
    const Results& results = analysed.results;
    const auto seats = free_seats(city, results.owns, analysed.settings.limits);
    std::vector<SchoolStanding> all(city.schools.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (results.owns.is_main(SchoolIndex(s))) {
            all[s] = city.schools[s].phase == SchoolPhase::open ? open_standing(results, s)
                                                                : planned_standing(city, results, s, analysed.settings.standard);
            all[s].seats = seats[s];
        }
    }
    return all;
}

PerStage<double> all_pupils(const SchoolStanding& school, const PupilLoad& load)
{
    PerStage<double> pupils = school.enrolled;
    for (const Stage stage : compulsory_stages) {
        pupils[stage] += load[stage].pupils();
    }
    return pupils;
}

std::optional<ExactArea> required_with(const SchoolStanding& school, const PupilLoad& load, const Standard& standard)
{
    return school.is_enrolment_known ? std::optional(required_area(all_pupils(school, load), standard).value_or(ExactArea()))
                                     : std::nullopt;
}

std::optional<ExactArea> gap_with(const SchoolStanding& school, const PupilLoad& load, const Standard& standard)
{
    const auto required = required_with(school, load, standard);
    if (!required || *required == ExactArea()) {
        return required;
    }
    return school.own ? std::optional(excess(*required, *school.own)) : std::nullopt;
}

std::optional<ExactArea> residual_with(const SchoolStanding& school, const PupilLoad& load, const Standard& standard)
{
    return residual_of(school, required_with(school, load, standard));
}

std::optional<ExactArea> residual_of(const SchoolStanding& school, const std::optional<ExactArea>& required)
{
    if (!required || *required == ExactArea()) {
        return required;
    }
    return school.own ? std::optional(excess(*required, school.ground)) : std::nullopt;
}

} // namespace fieldgap
