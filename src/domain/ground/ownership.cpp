#include "domain/ground/ownership.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/school_ids.hpp"
#include "domain/ground/campus_map.hpp"
#include "domain/ground/ownership_distance.hpp"
#include "domain/ground/what_if.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Follows parent_id to a school that is no branch.
SchoolIndex main_school(const City& city, const SchoolIds& by_id, SchoolIndex branch, Findings& findings)
{
    SchoolIndex at = branch;
    for (std::size_t steps = 0; steps <= city.schools.size(); ++steps) {
        const School& school = city.schools[index(at)];
        if (school.parent_id.empty()) {
            return at;
        }
        const auto parent = by_id.find(school.parent_id);
        if (!parent) {
            if (at == branch) {
                findings.push_back({IssueCode::parent_unknown, "schools", school.id, school.at, {school.parent_id}});
            }
            return at;
        }
        at = *parent;
    }
    const School& school = city.schools[index(branch)];
    findings.push_back({IssueCode::parent_circle, "schools", school.id, school.at, {school.parent_id}});
    return branch;
}

void take_named_campuses(const City& city, const SchoolIds& by_id, Ownership& owns, Findings& findings)
{
    for (std::size_t c = 0; c < city.campuses.size(); ++c) {
        const Campus& campus = city.campuses[c];
        if (campus.school_id.empty()) {
            continue;
        }
        if (const auto school = by_id.find(campus.school_id)) {
            owns.schools_of_campus[c].push_back(*school);
            owns.campuses_of_school[index(*school)].push_back(CampusIndex(c));
        } else {
            findings.push_back({IssueCode::campus_school_unknown, "campuses", campus.id, campus.ground, {campus.school_id}});
        }
    }
}

void take_campuses_by_location(const City& city, const CampusMap& campuses, Ownership& owns)
{
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        gis::throw_if_interrupted();
        if (!owns.campuses_of_school[s].empty()) {
            continue;
        }
        if (const auto campus = campuses.smallest_around(city.schools[s].at)) {
            owns.schools_of_campus[index(*campus)].push_back(SchoolIndex(s));
            owns.campuses_of_school[s].push_back(*campus);
        }
    }
}

/// How many schools with figures stand on a campus (a branch beside its main school is no second one).
std::size_t main_schools_on(const City& city, const Ownership& owns, std::size_t campus)
{
    std::vector<SchoolIndex> mains;
    for (const SchoolIndex school : owns.schools_of_campus[campus]) {
        if (city.schools[index(school)].phase == SchoolPhase::open) {
            mains.push_back(owns.main_of[index(school)]);
        }
    }
    std::sort(mains.begin(), mains.end());
    return static_cast<std::size_t>(std::unique(mains.begin(), mains.end()) - mains.begin());
}

/// Drawn sports ground that belongs to each campus; halls with their floors.
std::vector<double> fields_m2_of_campuses(const City& city, const Ownership& owns)
{
    std::vector<double> m2(city.campuses.size());
    for (std::size_t f = 0; f < city.fields.size(); ++f) {
        if (const auto campus = owns.owner_of_field[f].campus) {
            m2[index(*campus)] += ground_m2_of(city.fields[f]);
        }
    }
    return m2;
}

void report_campuses(const City& city, const CampusMap& campuses, const SchoolMap& schools, const Ownership& owns, Findings& findings)
{
    const std::vector<double> fields_m2 = fields_m2_of_campuses(city, owns);
    for (std::size_t c = 0; c < city.campuses.size(); ++c) {
        gis::throw_if_interrupted();
        const Campus& campus = city.campuses[c];
        const std::size_t mains = main_schools_on(city, owns, c);
        if (owns.schools_of_campus[c].empty()) {
            auto nearest = schools.ground_for_nearest(gis::inner_point(campus.ground), fields_m2[c]);
            findings.push_back(
                {IssueCode::campus_without_school, "campuses", campus.id, campus.ground, {campuses.area_m2(c)}, std::move(nearest)});
        } else if (mains > 1) {
            findings.push_back({IssueCode::campus_shared, "campuses", campus.id, campus.ground, {mains}});
        }
    }
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        const School& school = city.schools[s];
        if (school.phase == SchoolPhase::planned) {
            findings.push_back({IssueCode::planned_school, "schools", school.id, school.at, {}});
        } else if (owns.campuses_of_school[s].empty() && !city.campuses.empty()) {
            findings.push_back({IssueCode::school_without_campus, "schools", school.id, school.at, {}});
        }
    }
}

std::optional<CampusIndex> campus_of_field(const City& city, const Ownership& owns, const Field& field, const CampusMap& campuses,
                                           Findings& findings)
{
    if (field.ground.empty()) {
        return field.at ? campuses.smallest_around(*field.at) : std::nullopt;
    }
    const auto shared = campuses.overlaps(field.ground);
    if (shared.empty()) {
        return std::nullopt;
    }
    if (shared.size() > 1 && shared[1].m2 >= 1.0 &&
        gis::area(gis::difference(gis::intersection(city.campuses[index(shared[1].campus)].ground, field.ground),
                                  city.campuses[index(shared[0].campus)].ground))
                .square_metres() >= 1.0) {
        auto others = ground_for_campus(city, owns, shared[1].campus, shared[1].m2);
        findings.push_back({IssueCode::field_over_campuses,
                            "fields",
                            field.id,
                            field.ground,
                            {shared[1].m2, city.campuses[index(shared[1].campus)].id},
                            std::move(others)});
    }
    return shared.front().campus;
}

gis::Geometry place_of(const Field& field)
{
    if (!field.ground.empty()) {
        return field.ground;
    }
    return field.at ? gis::Geometry(*field.at) : gis::Geometry();
}

/// A field of nobody: what the campus that it may belong to, or else the nearest school, would gain.
Finding outside_finding(const City& city, const Ownership& owns, const Field& field, const CampusMap& campuses, const SchoolMap& schools,
                        const GroundSettings& settings)
{
    const double m2 = gis::area(field.ground).square_metres();
    const double counted_m2 = ground_m2_of(field);
    if (const auto near = nearest_campus(campuses, field, settings.nearest_campus_m)) {
        auto gained = ground_for_campus(city, owns, near->campus, counted_m2);
        return {IssueCode::field_near_campus,
                "fields",
                field.id,
                place_of(field),
                {m2, near->away_m, city.campuses[index(near->campus)].id},
                std::move(gained)};
    }
    const gis::Point at = field.ground.empty() ? *field.at : gis::inner_point(field.ground);
    auto gained = schools.ground_for_nearest(at, counted_m2);
    return {IssueCode::field_outside, "fields", field.id, place_of(field), {m2}, std::move(gained)};
}

/// By school_id; an id that names no school is reported.
std::optional<SchoolIndex> named_school(const Field& field, const SchoolIds& by_id, Findings& findings)
{
    if (field.school_id.empty()) {
        return std::nullopt;
    }
    const auto school = by_id.find(field.school_id);
    if (!school) {
        findings.push_back({IssueCode::field_school_unknown, "fields", field.id, place_of(field), {field.school_id}});
    }
    return school;
}

void give_fields(const City& city, const SchoolIds& by_id, const CampusMap& campuses, const SchoolMap& schools,
                 const GroundSettings& settings, Ownership& owns, Findings& findings)
{
    for (const Field& field : city.fields) {
        gis::throw_if_interrupted();
        FieldOwner owner;
        owner.school = named_school(field, by_id, findings);
        if (!owner.school) {
            owner.campus = campus_of_field(city, owns, field, campuses, findings);
        }
        const bool has_place = !field.ground.empty() || field.at; // one that is drawn nowhere is reported where grounds are counted
        if (!owner.school && !owner.campus && has_place) {
            findings.push_back(outside_finding(city, owns, field, campuses, schools, settings));
        }
        owns.owner_of_field.push_back(owner);
    }
}

} // namespace

Ownership ownership(const City& city, const GroundSettings& settings, Findings& findings)
{
    const SchoolIds by_id(city.schools);
    const CampusMap campuses(city.campuses);
    Ownership owns;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        owns.main_of.push_back(main_school(city, by_id, SchoolIndex(s), findings));
    }
    owns.rows_of_main.resize(city.schools.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        owns.rows_of_main[index(owns.main_of[s])].push_back(SchoolIndex(s));
    }
    owns.schools_of_campus.resize(city.campuses.size());
    owns.campuses_of_school.resize(city.schools.size());
    take_named_campuses(city, by_id, owns, findings);
    report_schools_outside(city, owns, findings);
    take_campuses_by_location(city, campuses, owns);
    take_nearest_campuses(city, campuses, settings.nearest_campus_m, owns, findings);
    for (auto& schools : owns.schools_of_campus) {
        std::sort(schools.begin(), schools.end());
    }
    const SchoolMap schools(city, owns);
    give_fields(city, by_id, campuses, schools, settings, owns, findings);
    report_campuses(city, campuses, schools, owns, findings);
    return owns;
}

bool has_figures(const City& city, const Ownership& owns, SchoolIndex school)
{
    return owns.is_main(school) && city.schools[index(school)].phase == SchoolPhase::open;
}

} // namespace fieldgap
