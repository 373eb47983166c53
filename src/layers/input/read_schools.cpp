#include "layers/input/read_schools.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/stage_word.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/text/cell_vocabulary.hpp"
#include "layers/text/school_vocabulary.hpp"

#include <algorithm>

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
void read_totals(const Table& table, const gis::VectorFeature& row, School& school)
{
    if (const Stage* only = only_stage(school.has_stage)) {
        replace(school.pupils[*only], table.pupils(row, "enrol_total"));
        replace(school.classes[*only], table.whole(row, "classes_total"));
        replace(school.capacity[*only], table.whole(row, "capacity_total"));
        read_years(table, row, "enrol_total", *only, school);
    }
}

/// The stages that a school has: as declared, else where there are pupils (or at least a number).
void resolve_stages(const Table& table, const gis::VectorFeature& row, bool is_declared, School& school)
{
    bool has_any = false;
    for (const Stage stage : all_stages) {
        const bool has_pupils = school.pupils[stage].value_or(0) > 0;
        if (has_pupils && !school.has_stage[stage] && is_declared) {
            table.report(IssueCode::stage_not_declared, row, {*school.pupils[stage], stage_word(stage)});
        }
        school.has_stage[stage] = school.has_stage[stage] || has_pupils;
        has_any = has_any || school.has_stage[stage];
    }
    for (const Stage stage : all_stages) {
        school.has_stage[stage] = school.has_stage[stage] || (!has_any && school.pupils[stage]);
    }
}

School school_of_row(const Table& table, const gis::VectorFeature& row)
{
    School school;
    school.id = table.id(row, true);
    school.name = table.text(row, "name");
    school.district = table.text(row, "district");
    school.rural = table.value(row, "rural", rural_of);
    school.dense = table.value(row, "dense", boolean_of).value_or(false);
    school.kind = table.value(row, "kind", school_kind_of).value_or(SchoolKind::regular);
    school.parent_id = table.text(row, "parent_id");
    school.phase = table.value(row, "phase", school_phase_of).value_or(SchoolPhase::open);
    school.basement_usable_m2 = table.area_m2(row, "basement_usable_m2");
    school.expand_possible_m2 = table.area_m2(row, "expand_possible_m2");
    school.open_year = table.value(row, "open_year", year_of);
    school.plan_year = table.value(row, "plan_year", year_of);
    school.build_year = table.value(row, "build_year", year_of);
    school.handover_year = table.value(row, "handover_year", year_of);
    school.built_year = table.value(row, "built_year", year_of);
    school.migrant_share = table.real(row, "migrant_share");
    read_figures(table, row, school);
    return school;
}

/// A kindergarten or the like by the word in its stage; by its name only where neither a stage nor pupils speak for a school.
bool is_no_school(const Table& table, const gis::VectorFeature& row)
{
    const std::string stage = table.text(row, "stage");
    if (!stage.empty()) {
        return !stages_of(std::optional(stage)).value && sign_of_name(stage).is_no_school;
    }
    const auto has_pupils = [&](Stage each) { return !table.text(row, stage_column("enrol_", each)).empty(); };
    return sign_of_name(table.text(row, "name")).is_no_school && std::none_of(all_stages.begin(), all_stages.end(), has_pupils);
}

} // namespace

void read_figures(const Table& table, const gis::VectorFeature& row, School& school)
{
    const auto declared = table.value(row, "stage", stages_of);
    if (declared) {
        school.has_stage = *declared;
    }
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
    read_totals(table, row, school);
    resolve_stages(table, row, declared.has_value(), school);
}

std::vector<PlacedSchool> read_schools(const Table& table)
{
    std::vector<PlacedSchool> schools;
    for (const gis::VectorFeature& row : table.layer().features) {
        if (is_no_school(table, row)) {
            table.report(IssueCode::not_a_school, row, {table.text(row, "name")});
            table.leave_out(row);
            continue;
        }
        PlacedSchool placed{school_of_row(table, row), true, table.value(row, "counts_as_school", boolean_of).value_or(true),
                            stages_of_row(table, row)};
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
        schools.push_back(std::move(placed));
    }
    return schools;
}

} // namespace fieldgap
