#include "layers/matching/row_figures.hpp"

#include "layers/matching/amount_rows.hpp"
#include "layers/text/cell_vocabulary.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::optional<std::int64_t> given(const Table& table, const gis::VectorFeature& row, const std::string& column)
{
    return pupil_number_of(table.text(row, column)).value;
}

template <class T>
void take_if_absent(std::optional<T>& figure, const std::optional<T>& other)
{
    figure = figure ? figure : other;
}

/// Of a stage: what both rows give is summed where they share it (0 pupils of the other's stage change nothing).
void add_pupils(std::optional<std::int64_t>& figure, const std::optional<std::int64_t>& other)
{
    figure = figure && other ? std::optional(*figure + *other) : (figure ? figure : other);
}

void add_area(std::optional<double>& figure, const std::optional<double>& other)
{
    const bool is_sum = figure && other && *figure != *other;
    figure = is_sum ? std::optional(*figure + *other) : (figure ? figure : other);
}

/// The school's entry for a year, made where it has none; the entries stay in the order of their years.
ProjectedPupils& projected_in(School& school, std::int64_t year)
{
    const auto at = std::lower_bound(school.projected.begin(), school.projected.end(), year,
                                     [](const ProjectedPupils& one, std::int64_t wanted) { return one.year < wanted; });
    const bool is_there = at != school.projected.end() && at->year == year;
    return is_there ? *at : *school.projected.insert(at, ProjectedPupils{year, {}});
}

/// Of a further row of the school: parts are summed, whatever `other` says of a stage goes before where it replaces.
void merge_projected(const School& other, bool is_sum, School& school)
{
    for (const ProjectedPupils& year : other.projected) {
        ProjectedPupils& own = projected_in(school, year.year);
        for (const Stage stage : all_stages) {
            if (year.pupils[stage]) {
                own.pupils[stage] = *year.pupils[stage] + (is_sum ? own.pupils[stage].value_or(0.0) : 0.0);
            }
        }
    }
}

} // namespace

const Stage* only_stage(const PerStage<bool>& stages)
{
    const Stage* only = nullptr;
    for (const Stage& stage : all_stages) {
        if (stages[stage]) {
            if (only != nullptr) {
                return nullptr;
            }
            only = &stage;
        }
    }
    return only;
}

std::string stage_column(const char* prefix, Stage stage)
{
    return std::string(prefix) + std::string(name_of(stage));
}

PerStage<bool> told_stages(const School& school)
{
    return school.stage_origin == StageOrigin::guessed_or_more ? PerStage<bool>() : school.has_stage;
}

bool is_guessed(const School& school)
{
    return school.stage_origin == StageOrigin::guessed || school.stage_origin == StageOrigin::guessed_or_more;
}

bool has_pupils(const School& school)
{
    return std::any_of(all_stages.begin(), all_stages.end(), [&](Stage stage) { return school.pupils[stage].value_or(0) > 0; });
}

void forget_guess(School& school)
{
    school.has_stage = {};
    school.stage_origin = StageOrigin::pupils;
    school.pupils = {};
    school.pupils_total.reset();
}

bool gives_pupils(const Table& table, const gis::VectorFeature& row)
{
    return std::any_of(all_stages.begin(), all_stages.end(),
                       [&](Stage stage) { return given(table, row, stage_column("enrol_", stage)).value_or(0) > 0; });
}

PerStage<bool> stages_of_row(const Table& table, const gis::VectorFeature& row)
{
    PerStage<bool> with_pupils;
    PerStage<bool> with_number;
    for (const Stage stage : all_stages) {
        const auto pupils = given(table, row, stage_column("enrol_", stage));
        with_pupils[stage] = pupils.value_or(0) > 0;
        with_number[stage] = pupils.has_value();
    }
    if (with_pupils != PerStage<bool>()) {
        return with_pupils;
    }
    return stages_of(table.text(row, "stage")).value.value_or(with_number);
}

PerStage<double> pupils_of_row(const Table& table, const gis::VectorFeature& row, const PerStage<bool>& stages_of_school)
{
    PerStage<double> pupils;
    for (const Stage stage : all_stages) {
        pupils[stage] = static_cast<double>(given(table, row, stage_column("enrol_", stage)).value_or(0));
    }
    const PerStage<bool> own = stages_of_row(table, row);
    const Stage* only = only_stage(own != PerStage<bool>() ? own : stages_of_school);
    const auto total = given(table, row, "enrol_total");
    if (only != nullptr && total) {
        pupils[*only] = static_cast<double>(*total);
    }
    return pupils;
}

std::int64_t pupils_in_row(const Table& table, const gis::VectorFeature& row)
{
    std::int64_t sum = 0;
    for (const Stage stage : all_stages) {
        sum += given(table, row, stage_column("enrol_", stage)).value_or(0);
    }
    return sum > 0 ? sum : given(table, row, "enrol_total").value_or(0);
}

bool share_a_stage(const PerStage<bool>& one, const PerStage<bool>& other)
{
    bool shared = false;
    for (const Stage stage : all_stages) {
        shared = shared || (one[stage] && other[stage]);
    }
    return shared;
}

bool are_parts(const PerStage<bool>& one, const PerStage<bool>& other)
{
    return one != PerStage<bool>() && other != PerStage<bool>() && !share_a_stage(one, other);
}

PerStage<double> pupils_of(const School& school)
{
    PerStage<double> pupils;
    for (const Stage stage : all_stages) {
        pupils[stage] = static_cast<double>(school.pupils[stage].value_or(0));
    }
    return pupils;
}

std::int64_t sum_of(const PerStage<double>& pupils)
{
    return static_cast<std::int64_t>(pupils.values[0] + pupils.values[1] + pupils.values[2]);
}

PerStage<double> difference(const PerStage<double>& from, const PerStage<double>& take)
{
    PerStage<double> rest;
    for (const Stage stage : all_stages) {
        rest[stage] = from[stage] - take[stage];
    }
    return rest;
}

void set_projected(School& school, std::int64_t year, Stage stage, double pupils)
{
    projected_in(school, year).pupils[stage] = pupils;
}

void add_part(const School& part, School& school)
{
    PerIndicator<SchoolAmount> amounts = part.amounts;
    name_stage(part.has_stage, amounts);
    name_stage(school.has_stage, school.amounts);
    add_amounts(amounts, school.amounts);
    for (const Stage stage : all_stages) {
        school.has_stage[stage] = school.has_stage[stage] || part.has_stage[stage];
        add_pupils(school.pupils[stage], part.pupils[stage]);
        add_pupils(school.classes[stage], part.classes[stage]);
        add_pupils(school.capacity[stage], part.capacity[stage]);
    }
    merge_projected(part, true, school);
    add_pupils(school.pupils_other, part.pupils_other);
    add_pupils(school.pupils_total, part.pupils_total);
    for (const auto area : {&School::outdoor_m2, &School::indoor_m2, &School::special_m2, &School::sports_m2, &School::basement_usable_m2,
                            &School::expand_possible_m2}) {
        add_area(school.*area, part.*area);
    }
    for (const auto year : {&School::open_year, &School::plan_year, &School::build_year, &School::handover_year, &School::built_year}) {
        take_if_absent(school.*year, part.*year);
    }
    take_if_absent(school.sports_m2_per_pupil, part.sports_m2_per_pupil);
    take_if_absent(school.migrant_share, part.migrant_share);
    take_if_absent(school.rural, part.rural);
    school.dense = school.dense || part.dense;
}

void take_figures(const School& table, School& school)
{
    const auto take = [](auto& old, const auto& figure) { old = figure ? figure : old; };
    school.has_stage = table.has_stage;
    school.stage_origin = table.stage_origin;
    for (const Stage stage : all_stages) {
        take(school.pupils[stage], table.pupils[stage]);
        take(school.classes[stage], table.classes[stage]);
        take(school.capacity[stage], table.capacity[stage]);
    }
    merge_projected(table, false, school);
    take(school.pupils_other, table.pupils_other);
    take(school.pupils_total, table.pupils_total);
    take(school.outdoor_m2, table.outdoor_m2);
    take(school.indoor_m2, table.indoor_m2);
    take(school.special_m2, table.special_m2);
    take(school.sports_m2, table.sports_m2);
    take(school.sports_m2_per_pupil, table.sports_m2_per_pupil);
    take_amounts(table.amounts, school.amounts);
}

} // namespace fieldgap
