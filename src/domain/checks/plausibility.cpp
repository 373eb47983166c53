#include "domain/checks/plausibility.hpp"

#include "domain/checks/plausibility_bounds.hpp"
#include "domain/checks/plausibility_units.hpp"
#include "domain/city/issue_code.hpp"
#include "domain/city/stage_word.hpp"
#include "gis/geometry/middle.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace fieldgap {
namespace {

namespace bounds = plausible;

/// The main schools' rows that are judged: open, and neither special nor vocational.
bool is_judged(const MeasuredCity& measured, std::size_t row)
{
    const School& main = measured.city.schools[index(measured.owns.main_of[row])];
    const School& school = measured.city.schools[row];
    const auto is_ordinary = [](const School& one) {
        return one.phase == SchoolPhase::open && one.kind != SchoolKind::special && one.kind != SchoolKind::vocational;
    };
    return is_ordinary(main) && is_ordinary(school);
}

void code(Findings& findings, IssueCode code, const School& school, std::vector<words::Value> values, std::vector<WhatIf> what_if = {})
{
    findings.push_back({code, "schools", school.id, school.at, std::move(values), std::move(what_if)});
}

bool is_year_of(const School& school, std::int64_t number)
{
    const std::array years = {school.open_year, school.plan_year, school.build_year, school.handover_year, school.built_year};
    return std::any_of(years.begin(), years.end(), [number](const std::optional<std::int64_t>& year) { return year && *year == number; });
}

void check_classes(const School& school, Stage stage, std::int64_t pupils, Findings& findings)
{
    const std::int64_t classes = school.classes[stage].value_or(0);
    if (classes <= 0) {
        return;
    }
    const double mean = static_cast<double>(pupils) / static_cast<double>(classes);
    if (pupils == classes) {
        code(findings, IssueCode::pupils_like_classes, school, {stage_word(stage), pupils});
    } else if (mean < bounds::min_in_class || mean > bounds::max_in_class) {
        code(findings, IssueCode::class_size_odd, school, {pupils, stage_word(stage), classes, mean});
    }
}

void check_capacity(const School& school, Stage stage, std::int64_t pupils, Findings& findings)
{
    if (const auto& seats = school.capacity[stage]) {
        const bool too_few = static_cast<double>(*seats) < bounds::min_seats_per_pupil * static_cast<double>(pupils);
        const bool too_many = static_cast<double>(*seats) > bounds::max_seats_per_pupil * static_cast<double>(pupils);
        if (too_few || too_many) {
            code(findings, IssueCode::capacity_odd, school, {*seats, pupils, stage_word(stage)});
        }
    }
}

void check_stages(const School& school, Findings& findings)
{
    std::int64_t total = 0;
    bool is_code = false;
    for (const Stage stage : all_stages) {
        const std::int64_t pupils = school.pupils[stage].value_or(0);
        if (pupils <= 0) {
            continue;
        }
        total += pupils;
        is_code = is_code || (pupils >= bounds::min_code && std::to_string(pupils) == school.id);
        check_classes(school, stage, pupils, findings);
        check_capacity(school, stage, pupils, findings);
        if (is_year_of(school, pupils)) {
            code(findings, IssueCode::pupils_like_year, school, {stage_word(stage), pupils});
        }
    }
    if (is_code) {
        code(findings, IssueCode::pupils_like_code, school, {school.id});
    } else if (total > bounds::max_pupils) {
        code(findings, IssueCode::pupils_too_many, school, {total});
    }
}

/// The judged rows with pupils of a stage.
std::vector<std::size_t> rows_with_pupils(const MeasuredCity& measured, Stage stage)
{
    std::vector<std::size_t> rows;
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        if (is_judged(measured, s) && measured.city.schools[s].pupils[stage].value_or(0) > 0) {
            rows.push_back(s);
        }
    }
    return rows;
}

void check_thousands(const School& school, Stage stage, double median, Findings& findings)
{
    constexpr double thousand = 1000.0;
    const auto pupils = static_cast<double>(*school.pupils[stage]);
    const bool is_few = pupils < bounds::few_pupils && school.kind != SchoolKind::teaching_point;
    if (is_few && median > bounds::many_pupils && bounds::is_near(pupils * thousand, median, bounds::like_the_others)) {
        WhatIf more{school.id, 0.0, {}};
        more.pupils[stage] = pupils * (thousand - 1.0);
        code(findings, IssueCode::pupils_in_thousands, school, {*school.pupils[stage], stage_word(stage), median}, {more});
    }
}

/// What can only be seen when the schools are held against each other.
void check_column(const MeasuredCity& measured, Stage stage, Findings& findings)
{
    const auto rows = rows_with_pupils(measured, stage);
    if (rows.size() < bounds::min_schools) {
        return;
    }
    std::vector<double> pupils;
    for (const std::size_t row : rows) {
        pupils.push_back(static_cast<double>(*measured.city.schools[row].pupils[stage]));
    }
    const auto years = static_cast<std::size_t>(std::count_if(
        pupils.begin(), pupils.end(), [](double number) { return number >= bounds::first_year && number <= bounds::last_year; }));
    if (static_cast<double>(years) >= bounds::nearly_all * static_cast<double>(rows.size())) {
        findings.push_back({IssueCode::pupils_column_odd, "schools", "", {}, {stage_word(stage), "years", years, rows.size()}});
    }
    const double median = gis::median(std::move(pupils));
    for (const std::size_t row : rows) {
        check_thousands(measured.city.schools[row], stage, median, findings);
    }
}

} // namespace

void check_pupils(const MeasuredCity& measured, Findings& findings)
{
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        if (is_judged(measured, s)) {
            check_stages(measured.city.schools[s], findings);
        }
    }
    for (const Stage stage : all_stages) {
        check_column(measured, stage, findings);
    }
}

void check_areas_per_pupil(const MeasuredCity& measured, Findings& findings)
{
    for (std::size_t s = 0; s < measured.city.schools.size(); ++s) {
        const auto pupils = measured.enrolled[s].total().value_or(0);
        if (!is_judged(measured, s) || !measured.supplies[s].own || pupils < bounds::min_pupils) {
            continue;
        }
        const double own_m2 = measured.supplies[s].own->square_metres();
        const double each_m2 = own_m2 / static_cast<double>(pupils);
        if (each_m2 < bounds::min_m2_per_pupil || each_m2 > bounds::max_m2_per_pupil) {
            code(findings, IssueCode::area_per_pupil_odd, measured.city.schools[s], {own_m2, pupils, each_m2});
        }
    }
}

namespace {

/// What its schools would have if this share of a field did not count; nothing changes where an official figure is used instead of it.
std::vector<WhatIf> without_field(const MeasuredCity& measured, std::size_t field, double share_lost = 1.0)
{
    std::vector<WhatIf> what_if;
    const double counted_m2 = measured.drawn.of_field[field].counted_m2 * share_lost;
    const auto lose = [&](SchoolIndex row, double share) {
        const School& school = measured.city.schools[index(row)];
        const bool is_replaced =
            official_m2(school, measured.city.fields[field].kind) && measured.settings.standard.area_source == AreaSource::official;
        what_if.push_back({school.id, is_replaced ? 0.0 : -share * counted_m2, {}});
    };
    const FieldOwner& owner = measured.owns.owner_of_field[field];
    if (owner.school) {
        lose(*owner.school, 1.0);
    } else if (owner.campus) {
        const auto& rows = measured.owns.schools_of_campus[index(*owner.campus)];
        for (std::size_t i = 0; i < rows.size(); ++i) {
            lose(rows[i], measured.shares.share_of_campus[index(*owner.campus)][i]);
        }
    }
    return what_if;
}

/// Square metres that a hall can have on its footprint; none where its floor area counts for nothing, or nobody can say.
std::optional<double> largest_floor_m2(const Field& field)
{
    if (field.kind != FieldKind::indoor || !field.floor_m2 || field.ground.empty()) {
        return std::nullopt;
    }
    return bounds::max_floor_per_storey * gis::area(field.ground).square_metres() * field.storeys.value_or(bounds::many_storeys);
}

void check_field(const MeasuredCity& measured, std::size_t position, Findings& findings)
{
    const Field& field = measured.city.fields[position];
    const double drawn_m2 = gis::area(field.ground).square_metres();
    const double area_m2 = std::max(field.floor_m2.value_or(0.0), drawn_m2);
    if (const auto most_m2 = largest_floor_m2(field); most_m2 && *field.floor_m2 > *most_m2) {
        const double share_lost = 1.0 - drawn_m2 * field.counted_storeys() / *field.floor_m2;
        findings.push_back({IssueCode::floor_area_odd,
                            "fields",
                            field.id,
                            field.ground,
                            {*field.floor_m2, drawn_m2, *most_m2},
                            without_field(measured, position, share_lost)});
    } else if (area_m2 > bounds::max_field_m2) {
        findings.push_back({IssueCode::field_area_odd,
                            "fields",
                            field.id,
                            field.ground,
                            {area_m2, bounds::max_field_m2},
                            without_field(measured, position)});
    }
}

} // namespace

void check_sizes(const MeasuredCity& measured, Findings& findings)
{
    for (const Venue& venue : measured.city.venues) {
        const double area_m2 = venue.area_m2.value_or(gis::area(venue.ground).square_metres());
        const bool is_known = venue.area_m2 || (venue.gives_ground && !venue.ground.empty());
        if (is_known && ((area_m2 < bounds::min_venue_m2 && venue.min_net_m2 == 0.0) || area_m2 > bounds::max_venue_m2)) {
            findings.push_back(
                {IssueCode::venue_area_odd, "venues", venue.id, venue.at, {area_m2, bounds::min_venue_m2, bounds::max_venue_m2}});
        }
    }
    for (std::size_t f = 0; f < measured.city.fields.size(); ++f) {
        check_field(measured, f, findings);
    }
    constexpr double m2_per_km2 = 1e6;
    for (const Campus& campus : measured.city.campuses) {
        const double area_km2 = gis::area(campus.ground).square_metres() / m2_per_km2;
        if (area_km2 > bounds::max_campus_km2) {
            findings.push_back({IssueCode::campus_area_odd, "campuses", campus.id, campus.ground, {area_km2, bounds::max_campus_km2}});
        }
    }
}

void check_plausibility(const MeasuredCity& measured, Findings& findings)
{
    check_pupils(measured, findings);
    check_areas_per_pupil(measured, findings);
    check_units(measured, findings);
    check_sizes(measured, findings);
}

} // namespace fieldgap
