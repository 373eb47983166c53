#include "layers/input/schools_of_city.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/indicators/equipment_values.hpp"
#include "layers/indicators/join_indicators.hpp"
#include "layers/input/input_records.hpp"
#include "layers/matching/closed_schools.hpp"
#include "layers/matching/duplicate_schools.hpp"
#include "layers/matching/official_figures.hpp"
#include "layers/matching/references.hpp"
#include "layers/matching/resolve_schools.hpp"
#include "layers/matching/row_figures.hpp"
#include "layers/osm/osm_campus_holes.hpp"
#include "layers/osm/osm_campuses.hpp"
#include "layers/osm/osm_schools.hpp"
#include "layers/rows/enrolment_rows.hpp"
#include "layers/rows/join_enrolment.hpp"
#include "layers/rows/read_grounds.hpp"
#include "layers/rows/read_schools.hpp"
#include "layers/rows/school_areas.hpp"
#include "layers/rows/sports_areas.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace fieldgap {
namespace {

/// A school that is left out takes all it has with it.
WhatIf all_of(const School& school)
{
    return {school.id, school.outdoor_m2.value_or(0.0) + school.indoor_m2.value_or(0.0) + school.special_m2.value_or(0.0),
            pupils_of(school)};
}

/// The enrolment table, asked twice: who is a school, and later how many pupils it has.
struct Enrolment
{
    explicit Enrolment(std::optional<Table> of_city) : table(std::move(of_city))
    {
        if (table) {
            rows = enrolment_rows(*table);
        }
    }

    EnrolledSchools schools() const { return table ? EnrolledSchools(*table, rows) : EnrolledSchools(); }

    std::optional<Table> table;
    std::vector<EnrolmentRow> rows = {};
};

class SchoolsOfCity
{
public:
    SchoolsOfCity(const Config& config, const InputFiles& files, CityInput& into, UsedRows& used)
        : config_(config), files_(files), into_(into), used_(used), city_(into.city), findings_(into.findings)
    {
    }

    std::vector<School> read()
    {
        const Enrolment enrolment(table(Role::enrolment));
        std::vector<PlacedSchool> rows = school_rows(enrolment);
        read_campuses();
        resolve_schools(std::move(rows));
        forget_closed_schools(closed_, city_.schools, city_.campuses);
        add_drawn_schools_as_campuses();
        for (const auto& [path, file] : files_.osm) {
            add_pitches_in_holes(file.features, into_.plane, city_.campuses);
        }
        make_ids_unique(city_.campuses, "campuses", findings_);
        const OfficialFigures of_register(city_.schools);
        join(enrolment);
        if (osm(Role::schools) == nullptr) {
            report_guessed_stages(city_.schools, findings_);
        }
        join_indicators();
        settle_school_areas(city_.schools, findings_);
        const OfficialFigures joined(city_.schools);
        settle_sports_areas(city_.schools, findings_);
        into_.figure_sources = joined.sources(of_register, city_.schools);
        report_schools_twice(city_.schools, city_.campuses, findings_);
        return std::move(closed_);
    }

private:
    std::optional<Table> table(Role role) { return table_of(role, config_, files_, into_); }
    const gis::OsmFile* osm(Role role) const { return osm_of(files_, config_, role); }

    std::vector<PlacedSchool> school_rows(const Enrolment& enrolment)
    {
        std::vector<PlacedSchool> placed;
        if (const auto* file = osm(Role::schools)) {
            for (School& school : schools_of_osm(file->features, into_.plane, findings_)) {
                placed.push_back({std::move(school), true});
            }
            return placed;
        }
        const std::string& where = config_.inputs.at(Role::schools).source.where;
        const auto of_schools = table(Role::schools);
        city_.enrolment_year = std::max(city_.enrolment_year, of_schools->enrolment_year());
        RegisteredSchools rows = read_schools(*of_schools, enrolment.schools(), where);
        closed_ = std::move(rows.closed);
        into_.schools_crs = files_.layers.at(Role::schools).crs_authority;
        return std::move(rows.schools);
    }

    void read_campuses()
    {
        if (const auto* file = osm(Role::campuses)) {
            const bool names_schools = osm(Role::schools) == file;
            city_.campuses = campuses_of_osm(file->features, into_.plane, names_schools, findings_);
        }
        if (const auto rows = table(Role::campuses)) {
            city_.campuses = fieldgap::read_campuses(*rows);
        }
        used_.of_role[Role::campuses] = city_.campuses.size();
    }

    /// From rows to the city's schools: each with an id of its own, its main school and a place.
    void resolve_schools(std::vector<PlacedSchool> rows)
    {
        std::vector<PlacedSchool> placed = resolved_schools(std::move(rows), findings_);
        find_main_schools(placed, findings_);
        std::vector<bool> has_place;
        for (PlacedSchool& one : placed) {
            has_place.push_back(one.has_place);
            city_.schools.push_back(std::move(one.school));
        }
        resolve_references(city_.schools, city_.campuses, findings_);
        place_by_campus(has_place);
        leave_out_those_without_place(has_place);
        for (const School& school : city_.schools) {
            used_.of_role[Role::schools] += rows_of(school);
        }
    }

    /// A node that stands for a school is an alias of it.
    static std::size_t rows_of(const School& school) { return 1 + school.aliases.size(); }

    /// A school without a place stands on the campus that names it.
    void place_by_campus(std::vector<bool>& has_place)
    {
        std::unordered_map<std::string_view, const Campus*> naming;
        for (const Campus& campus : city_.campuses) {
            naming.emplace(campus.school_id, &campus);
        }
        for (std::size_t s = 0; s < has_place.size(); ++s) {
            School& school = city_.schools[s];
            const auto campus = naming.find(school.id);
            if (!has_place[s] && campus != naming.end()) {
                school.at = gis::inner_point(campus->second->ground);
                has_place[s] = true;
            }
        }
    }

    void leave_out_those_without_place(const std::vector<bool>& has_place)
    {
        std::vector<School> placed;
        for (std::size_t s = 0; s < has_place.size(); ++s) {
            School& school = city_.schools[s];
            if (has_place[s]) {
                placed.push_back(std::move(school));
            } else {
                findings_.push_back({IssueCode::school_without_position, "schools", school.id, {}, {}, {all_of(school)}, 1});
            }
        }
        city_.schools = std::move(placed);
    }

    /// A school drawn as a polygon is its own campus where no campus names it or lies around its point.
    void add_drawn_schools_as_campuses()
    {
        std::unordered_set<std::string> named;
        for (const Campus& campus : city_.campuses) {
            named.insert(campus.school_id);
        }
        const gis::PolygonIndex campuses(city_.campuses);
        std::vector<Campus> drawn;
        for (const School& school : city_.schools) {
            if (!school.ground.empty() && !named.contains(school.id) && !campuses.first_holding(school.at)) {
                drawn.push_back({school.id, school.id, school.name, school.ground, osm(Role::schools) != nullptr});
            }
        }
        city_.campuses.insert(city_.campuses.end(), std::make_move_iterator(drawn.begin()), std::make_move_iterator(drawn.end()));
    }

    /// What the table calls closed is no school of the city either; its ground is a campus already.
    void join(const Enrolment& enrolment)
    {
        if (!enrolment.table) {
            return;
        }
        city_.enrolment_year = std::max(city_.enrolment_year, enrolment.table->enrolment_year());
        EnrolmentJoined joined = join_enrolment(*enrolment.table, enrolment.rows, city_.schools, closed_, findings_);
        used_.of_role[Role::enrolment] = joined.rows_used;
        for (const School& closed : joined.closed) {
            used_.of_role[Role::schools] -= rows_of(closed);
        }
        forget_closed_schools(joined.closed, city_.schools, city_.campuses);
        closed_.insert(closed_.end(), std::make_move_iterator(joined.closed.begin()), std::make_move_iterator(joined.closed.end()));
    }

    void join_indicators()
    {
        if (const auto rows = table(Role::indicators)) {
            used_.of_role[Role::indicators] = fieldgap::join_indicators(*rows, city_.schools, closed_, findings_);
        }
        settle_equipment(city_.schools, findings_);
    }

    const Config& config_;
    const InputFiles& files_;
    CityInput& into_;
    UsedRows& used_;
    City& city_;
    Findings& findings_;
    std::vector<School> closed_;
};

} // namespace

std::vector<School> read_schools_and_campuses(const Config& config, const InputFiles& files, CityInput& into, UsedRows& used)
{
    return SchoolsOfCity(config, files, into, used).read();
}

} // namespace fieldgap
