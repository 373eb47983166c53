#include "layers/rows/read_schools.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/stage_word.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/matching/amount_rows.hpp"
#include "layers/matching/row_amounts.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/phase_vocabulary.hpp"
#include "layers/text/school_type.hpp"
#include "layers/text/school_vocabulary.hpp"

namespace fieldgap {
namespace {

void replace(std::optional<double>& old, const std::optional<double>& figure)
{
    if (figure) {
        old = figure;
    }
}

void replace(std::optional<std::int64_t>& old, const std::optional<std::int64_t>& figure)
{
    if (figure) {
        old = figure;
    }
}

/// What one column says of later years.
void read_years(const Table& table, const gis::VectorFeature& row, const std::string& column, Stage stage, School& school)
{
    for (const std::int64_t year : table.years_of(column)) {
        if (const auto pupils = table.pupils(row, column + "_" + std::to_string(year))) {
            set_projected(school, year, stage, static_cast<double>(*pupils));
        }
    }
}

/// `enrol_total` and the like belong to the one stage of a single-stage school.
void share_totals(const Table& table, const gis::VectorFeature& row, School& school)
{
    const PerStage<bool> told = told_stages(school);
    if (const Stage* only = only_stage(told)) {
        replace(school.pupils[*only], school.pupils_total);
        school.pupils_total.reset();
        replace(school.classes[*only], table.whole(row, "classes_total"));
        replace(school.capacity[*only], table.whole(row, "capacity_total"));
        read_years(table, row, "enrol_total", *only, school);
    }
}

/// From a type that leaves the stage open (中学) or says nothing of it, and the name: the surer of the two.
void guess_stages(const TypeSign& type, School& school)
{
    const NameSign name = sign_of_name(school.name);
    const bool name_is_sure = name.has_stage() && !name.is_guess;
    if (type.has_stage() && !name_is_sure) {
        school.has_stage = type.stages;
        school.stage_origin = type.or_senior ? StageOrigin::guessed_or_more : StageOrigin::guessed;
    } else if (name.has_stage()) {
        school.has_stage = name.stages;
        school.stage_origin = name.or_senior ? StageOrigin::guessed_or_more : StageOrigin::guessed;
        school.kind = school.kind == SchoolKind::regular ? name.kind : school.kind;
    } else {
        school.kind = school.kind == SchoolKind::regular ? name.kind : school.kind;
    }
}

void read_stage(const Table& table, const gis::VectorFeature& row, School& school)
{
    const auto type = table.value(row, "stage", school_type_of);
    if (!type) {
        return;
    }
    school.kind = school.kind == SchoolKind::regular ? type->kind : school.kind;
    if (type->has_stage() && !type->or_senior) {
        school.has_stage = type->stages;
        school.stage_origin = StageOrigin::declared;
    } else if (type->has_stage() && school.stage_origin != StageOrigin::declared) {
        guess_stages(*type, school);
    }
}

void read_numbers(const Table& table, const gis::VectorFeature& row, School& school)
{
    for (const Stage stage : all_stages) {
        replace(school.pupils[stage], table.pupils(row, stage_column("enrol_", stage)));
        replace(school.classes[stage], table.whole(row, stage_column("classes_", stage)));
        replace(school.capacity[stage], table.whole(row, stage_column("capacity_", stage)));
        read_years(table, row, stage_column("enrol_", stage), stage, school);
    }
    replace(school.pupils_other, table.pupils(row, "enrol_other"));
    replace(school.outdoor_m2, table.area_m2(row, "outdoor_m2"));
    replace(school.indoor_m2, table.area_m2(row, "indoor_m2"));
    replace(school.special_m2, table.area_m2(row, "special_m2"));
    replace(school.sports_m2, table.area_m2(row, "sports_m2"));
    replace(school.sports_m2_per_pupil, table.area_m2(row, "sports_m2_per_pupil"));
    take_amounts(row_amounts(table, row), school.amounts);
}

PerStage<bool> stages_with_number(const School& school)
{
    PerStage<bool> stages;
    for (const Stage stage : all_stages) {
        stages[stage] = school.pupils[stage].has_value();
    }
    return stages;
}

/// The stages that a school has: as declared, and where there are pupils.
void resolve_stages(const Table& table, const gis::VectorFeature& row, const PerStage<bool>& declared, School& school)
{
    for (const Stage stage : all_stages) {
        const bool has_some = school.pupils[stage].value_or(0) > 0;
        if (has_some && declared != PerStage<bool>() && !declared[stage]) {
            table.report(IssueCode::stage_not_declared, row, {*school.pupils[stage], stage_word(stage)});
        }
        school.has_stage[stage] = school.has_stage[stage] || has_some;
    }
    if (school.has_stage == PerStage<bool>()) {
        school.has_stage = stages_with_number(school);
    }
}

/// Where neither a stage nor pupils (0 are none) tell, the name is asked.
void ask_name(const Table& table, const gis::VectorFeature& row, School& school)
{
    if (school.stage_origin != StageOrigin::pupils || has_pupils(school)) {
        return;
    }
    guess_stages({}, school);
    if (is_guessed(school)) {
        share_totals(table, row, school);
    }
}

School school_of_row(const Table& table, const gis::VectorFeature& row)
{
    School school;
    school.id = table.id(row, true);
    school.name = table.text(row, "name");
    school.district = table.text(row, "district");
    const auto rural_by_code = table.value(row, "rural_code", rural_of_code);
    const auto rural = table.value(row, "rural", rural_of);
    school.rural = rural ? rural : rural_by_code;
    school.dense = table.value(row, "dense", boolean_of).value_or(false);
    school.kind = table.value(row, "kind", school_kind_of).value_or(SchoolKind::regular);
    school.parent_id = table.text(row, "parent_id");
    school.basement_usable_m2 = table.area_m2(row, "basement_usable_m2");
    school.expand_possible_m2 = table.area_m2(row, "expand_possible_m2");
    school.open_year = table.value(row, "open_year", year_of);
    school.plan_year = table.value(row, "plan_year", year_of);
    school.build_year = table.value(row, "build_year", year_of);
    school.handover_year = table.value(row, "handover_year", year_of);
    school.built_year = table.value(row, "built_year", year_of);
    school.migrant_share = table.real(row, "migrant_share");
    read_figures(table, row, school);
    ask_name(table, row, school);
    return school;
}

School closed_school(const Table& table, const gis::VectorFeature& row)
{
    table.report(IssueCode::school_closed, row, {table.text(row, "name"), table.text(row, "phase")});
    table.leave_out(row);
    School school;
    school.id = table.id(row, false);
    school.name = table.text(row, "name");
    school.ground = table.ground(row);
    return school;
}

PlacedSchool placed_school(const Table& table, const gis::VectorFeature& row, RegisterPhase phase)
{
    PlacedSchool placed{school_of_row(table, row), true, table.value(row, "counts_as_school", boolean_of).value_or(true),
                        stages_of_row(table, row)};
    placed.school.phase = phase == RegisterPhase::planned ? SchoolPhase::planned : SchoolPhase::open;
    placed.school.ground = table.ground(row);
    const auto point = table.point(row);
    if (!placed.school.ground.empty()) {
        placed.school.at = gis::inner_point(placed.school.ground);
    } else if (point) {
        placed.school.at = *point;
    } else {
        placed.has_place = false;
    }
    table.report_wrong_type(row, table.place(row), true);
    return placed;
}

} // namespace

void read_figures(const Table& table, const gis::VectorFeature& row, School& school)
{
    const bool is_declared = school.stage_origin == StageOrigin::declared;
    const PerStage<bool> declared_before = school.has_stage;
    read_stage(table, row, school);
    if (is_guessed(school) && gives_pupils(table, row)) {
        forget_guess(school);
    }
    const PerStage<bool> declared_now = school.stage_origin == StageOrigin::declared ? school.has_stage : PerStage<bool>();
    read_numbers(table, row, school);
    replace(school.pupils_total, table.pupils(row, "enrol_total"));
    share_totals(table, row, school);
    resolve_stages(table, row, is_declared ? declared_before : declared_now, school);
}

RegisteredSchools read_schools(const Table& table, const EnrolledSchools& enrolled, const std::string& where)
{
    RegisteredSchools schools;
    SchoolRows rows(table, enrolled, where);
    for (const gis::VectorFeature& row : table.layer().features) {
        if (!rows.is_school(row)) {
            continue;
        }
        const RegisterPhase phase = table.value(row, "phase", register_phase_of).value_or(RegisterPhase::open);
        if (phase == RegisterPhase::closed) {
            schools.closed.push_back(closed_school(table, row));
        } else {
            schools.schools.push_back(placed_school(table, row, phase));
        }
    }
    return schools;
}

void report_guessed_stages(const std::vector<School>& schools, Findings& findings)
{
    for (const School& school : schools) {
        if (is_guessed(school) && school.kind == SchoolKind::regular) {
            findings.push_back(
                {IssueCode::stage_guessed, "schools", school.id, school.at, {stages_in_words(school.has_stage), school.name}});
        }
    }
}

} // namespace fieldgap
