#include "domain/ownership.hpp"

#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace fieldgap {
namespace {

using SchoolsById = std::unordered_map<std::string_view, SchoolIndex>;

SchoolsById schools_by_id(const City& city)
{
    SchoolsById by_id;
    for (std::size_t i = 0; i < city.schools.size(); ++i) {
        by_id.emplace(city.schools[i].id, SchoolIndex(i));
    }
    for (std::size_t i = 0; i < city.schools.size(); ++i) {
        for (const std::string& alias : city.schools[i].aliases) {
            by_id.emplace(alias, SchoolIndex(i));
        }
    }
    return by_id;
}

std::optional<SchoolIndex> found(const SchoolsById& by_id, const std::string& id)
{
    const auto it = by_id.find(id);
    return it == by_id.end() ? std::nullopt : std::optional(it->second);
}

/// Follows parent_id to a school that is no branch.
SchoolIndex main_school(const City& city, const SchoolsById& by_id, SchoolIndex branch, Findings& findings)
{
    SchoolIndex at = branch;
    for (std::size_t steps = 0; steps <= city.schools.size(); ++steps) {
        const School& school = city.schools[index(at)];
        if (school.parent_id.empty()) {
            return at;
        }
        const auto parent = found(by_id, school.parent_id);
        if (!parent) {
            if (at == branch) {
                findings.push_back({Doubt::parent_unknown, "schools", school.id, school.at, {school.parent_id}});
            }
            return at;
        }
        at = *parent;
    }
    const School& school = city.schools[index(branch)];
    findings.push_back({Doubt::parent_circle, "schools", school.id, school.at, {school.parent_id}});
    return branch;
}

class Campuses
{
public:
    explicit Campuses(const std::vector<Campus>& campuses) : campuses_(&campuses), index_(boxes(campuses))
    {
        for (const Campus& campus : campuses) {
            area_m2_.push_back(gis::area(campus.ground).square_metres());
        }
    }

    double area_m2(std::size_t campus) const { return area_m2_[campus]; }

    std::optional<CampusIndex> smallest_around(const gis::Point& point) const
    {
        gis::Box window;
        window.add(point);
        std::optional<CampusIndex> best;
        for (const std::uint32_t i : index_.meeting(window)) {
            if (gis::contains((*campuses_)[i].ground, point) && (!best || area_m2_[i] < area_m2_[index(*best)])) {
                best = CampusIndex(i);
            }
        }
        return best;
    }

    struct Overlap
    {
        CampusIndex campus;
        double m2;
    };

    /// Campuses that share ground with `ground`: most shared first, then the smaller campus, then the smaller id.
    std::vector<Overlap> overlaps(const gis::MultiPolygon& ground) const
    {
        std::vector<Overlap> shared;
        for (const std::uint32_t i : index_.meeting(gis::bounds(ground))) {
            const double m2 = gis::area(gis::intersection((*campuses_)[i].ground, ground)).square_metres();
            if (m2 >= least_shared_m2) {
                shared.push_back({CampusIndex(i), m2});
            }
        }
        std::sort(shared.begin(), shared.end(), [this](const Overlap& a, const Overlap& b) {
            if (std::fabs(a.m2 - b.m2) >= least_shared_m2) {
                return a.m2 > b.m2;
            }
            const double area_a = area_m2_[index(a.campus)];
            const double area_b = area_m2_[index(b.campus)];
            return area_a != area_b ? area_a < area_b : a.campus < b.campus;
        });
        return shared;
    }

private:
    static constexpr double least_shared_m2 = 0.01;

    static std::vector<gis::Box> boxes(const std::vector<Campus>& campuses)
    {
        std::vector<gis::Box> all;
        all.reserve(campuses.size());
        for (const Campus& campus : campuses) {
            all.push_back(gis::bounds(campus.ground));
        }
        return all;
    }

    const std::vector<Campus>* campuses_;
    gis::BoxIndex index_;
    std::vector<double> area_m2_;
};

void take_named_campuses(const City& city, const SchoolsById& by_id, Ownership& owns, Findings& findings)
{
    for (std::size_t c = 0; c < city.campuses.size(); ++c) {
        const Campus& campus = city.campuses[c];
        if (campus.school_id.empty()) {
            continue;
        }
        if (const auto school = found(by_id, campus.school_id)) {
            owns.schools_of_campus[c].push_back(*school);
            owns.campuses_of_school[index(*school)].push_back(CampusIndex(c));
        } else {
            findings.push_back({Doubt::campus_school_unknown, "campuses", campus.id, campus.ground, {campus.school_id}});
        }
    }
}

void take_campuses_by_location(const City& city, const Campuses& campuses, Ownership& owns)
{
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
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

void report_campuses(const City& city, const Campuses& campuses, Ownership& owns, Findings& findings)
{
    for (std::size_t c = 0; c < city.campuses.size(); ++c) {
        const Campus& campus = city.campuses[c];
        std::sort(owns.schools_of_campus[c].begin(), owns.schools_of_campus[c].end());
        const std::size_t mains = main_schools_on(city, owns, c);
        if (owns.schools_of_campus[c].empty()) {
            findings.push_back({Doubt::campus_without_school, "campuses", campus.id, campus.ground, {campuses.area_m2(c)}});
        } else if (mains > 1) {
            findings.push_back({Doubt::campus_shared, "campuses", campus.id, campus.ground, {mains}});
        }
    }
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        const School& school = city.schools[s];
        if (school.phase == SchoolPhase::planned) {
            findings.push_back({Doubt::planned_school, "schools", school.id, school.at, {}});
        } else if (owns.campuses_of_school[s].empty() && !city.campuses.empty()) {
            findings.push_back({Doubt::school_without_campus, "schools", school.id, school.at, {}});
        }
    }
}

std::optional<CampusIndex> campus_of_field(const City& city, const Field& field, const Campuses& campuses, Findings& findings)
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
        findings.push_back(
            {Doubt::field_over_campuses, "fields", field.id, field.ground, {shared[1].m2, city.campuses[index(shared[1].campus)].id}});
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

FieldOwner owner_of(const City& city, const Field& field, const SchoolsById& by_id, const Campuses& campuses, Findings& findings)
{
    FieldOwner owner;
    if (!field.school_id.empty()) {
        owner.school = found(by_id, field.school_id);
        if (!owner.school) {
            findings.push_back({Doubt::field_school_unknown, "fields", field.id, place_of(field), {field.school_id}});
        }
    }
    if (!owner.school) {
        owner.campus = campus_of_field(city, field, campuses, findings);
    }
    const bool has_place = !field.ground.empty() || field.at; // one that is drawn nowhere is reported where grounds are counted
    if (!owner.school && !owner.campus && has_place) {
        findings.push_back({Doubt::field_outside, "fields", field.id, place_of(field), {gis::area(field.ground).square_metres()}});
    }
    return owner;
}

} // namespace

Ownership ownership(const City& city, Findings& findings)
{
    const SchoolsById by_id = schools_by_id(city);
    const Campuses campuses(city.campuses);
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
    take_campuses_by_location(city, campuses, owns);
    report_campuses(city, campuses, owns, findings);
    for (const Field& field : city.fields) {
        owns.owner_of_field.push_back(owner_of(city, field, by_id, campuses, findings));
    }
    return owns;
}

bool has_figures(const City& city, const Ownership& owns, SchoolIndex school)
{
    return owns.is_main(school) && city.schools[index(school)].phase == SchoolPhase::open;
}

} // namespace fieldgap
