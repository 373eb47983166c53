#include "layers/read_layers.hpp"

#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <unordered_map>

namespace fieldgap {
namespace {

std::string stage_column(const char* prefix, Stage stage)
{
    return std::string(prefix) + std::string(name_of(stage));
}

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

/// `enrol_total` and the like belong to the one stage of a single-stage school.
void read_totals(const Table& table, const gis::VectorFeature& row, School& school)
{
    const Stage* only = nullptr;
    for (const Stage& stage : all_stages) {
        if (school.has_stage[stage]) {
            if (only != nullptr) {
                return;
            }
            only = &stage;
        }
    }
    if (only != nullptr) {
        replace(school.pupils[*only], table.whole(row, "enrol_total"));
        replace(school.classes[*only], table.whole(row, "classes_total"));
        replace(school.capacity[*only], table.whole(row, "capacity_total"));
    }
}

/// The stages that a school has: as declared, else where there are pupils (or at least a number).
void settle_stages(const Table& table, const gis::VectorFeature& row, bool is_declared, School& school)
{
    bool has_any = false;
    for (const Stage stage : all_stages) {
        const bool has_pupils = school.pupils[stage].value_or(0) > 0;
        if (has_pupils && !school.has_stage[stage] && is_declared) {
            table.report(Doubt::stage_not_declared, row, {*school.pupils[stage], name_of(stage)});
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

} // namespace

void read_figures(const Table& table, const gis::VectorFeature& row, School& school)
{
    const auto declared = table.value(row, "stage", stages_of);
    if (declared) {
        school.has_stage = *declared;
    }
    for (const Stage stage : all_stages) {
        replace(school.pupils[stage], table.whole(row, stage_column("enrol_", stage)));
        replace(school.classes[stage], table.whole(row, stage_column("classes_", stage)));
        replace(school.capacity[stage], table.whole(row, stage_column("capacity_", stage)));
    }
    replace(school.pupils_other, table.whole(row, "enrol_other"));
    replace(school.outdoor_m2, table.area_m2(row, "outdoor_m2"));
    replace(school.indoor_m2, table.area_m2(row, "indoor_m2"));
    replace(school.special_m2, table.area_m2(row, "special_m2"));
    read_totals(table, row, school);
    settle_stages(table, row, declared.has_value(), school);
}

std::vector<PlacedSchool> read_schools(const Table& table)
{
    std::vector<PlacedSchool> schools;
    for (const gis::VectorFeature& row : table.layer().features) {
        PlacedSchool placed{school_of_row(table, row), true};
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

namespace {

/// Which school a row of a table means.
class SchoolFinder
{
public:
    explicit SchoolFinder(const std::vector<School>& schools)
    {
        for (std::size_t s = 0; s < schools.size(); ++s) {
            by_id_.emplace(schools[s].id, s);
            by_name_[schools[s].name].push_back(s);
        }
        for (std::size_t s = 0; s < schools.size(); ++s) {
            for (const std::string& alias : schools[s].aliases) {
                by_id_.emplace(alias, s);
            }
        }
    }

    std::vector<std::size_t> by_id(const std::string& id) const
    {
        const auto it = by_id_.find(id);
        return it == by_id_.end() ? std::vector<std::size_t>() : std::vector<std::size_t>{it->second};
    }

    std::vector<std::size_t> by_name(const std::string& name) const
    {
        const auto it = by_name_.find(name);
        return name.empty() || it == by_name_.end() ? std::vector<std::size_t>() : it->second;
    }

private:
    std::unordered_map<std::string, std::size_t> by_id_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

std::int64_t pupils_in(const Table& table, const gis::VectorFeature& row)
{
    std::int64_t sum = whole_number_of(table.text(row, "enrol_total")).value.value_or(0);
    for (const Stage stage : all_stages) {
        sum += whole_number_of(table.text(row, stage_column("enrol_", stage))).value.value_or(0);
    }
    return sum;
}

} // namespace

std::size_t join_enrolment(const Table& table, std::vector<School>& schools, Findings& findings)
{
    const SchoolFinder finder(schools);
    const bool by_id = table.has("id");
    std::vector<bool> is_filled(schools.size());
    const auto join = [&](const gis::VectorFeature& row, bool own_id_only) {
        const std::string key = table.text(row, by_id ? "id" : "name");
        const auto found = by_id ? finder.by_id(key) : finder.by_name(key);
        const bool is_own_id = found.size() == 1 && (!by_id || schools[found[0]].id == key);
        if (is_own_id != own_id_only) {
            return;
        }
        if (found.size() != 1) {
            const Doubt doubt = found.empty() ? Doubt::enrolment_unmatched : Doubt::enrolment_ambiguous;
            const std::int64_t pupils = pupils_in(table, row);
            findings.push_back(
                {doubt,
                 "enrolment",
                 key,
                 {},
                 found.empty() ? std::vector<words::Value>{key, pupils} : std::vector<words::Value>{key, found.size(), pupils},
                 {},
                 1});
        } else if (is_filled[found[0]]) {
            findings.push_back({Doubt::enrolment_twice, "enrolment", key, schools[found[0]].at, {key, schools[found[0]].id}, {}, 1});
        } else {
            is_filled[found[0]] = true;
            read_figures(table, row, schools[found[0]]);
        }
    };
    // Rows that name a school by its own id go before those that use an alias of it.
    for (const bool own_id_only : {true, false}) {
        for (const gis::VectorFeature& row : table.layer().features) {
            join(row, own_id_only);
        }
    }
    return static_cast<std::size_t>(std::count(is_filled.begin(), is_filled.end(), true));
}

} // namespace fieldgap
