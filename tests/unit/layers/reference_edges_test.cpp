// Which school is meant where two readings of a reference meet.
#include "domain/city/issue_code.hpp"
#include "layers/matching/duplicate_schools.hpp"
#include "layers/matching/references.hpp"
#include "layers/rows/join_enrolment.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

School school(const std::string& id, const std::string& name)
{
    School one;
    one.id = id;
    one.name = name;
    return one;
}

/// The schools after one row of id, name, enrol_primary was joined.
std::vector<School> joined(std::vector<School> schools, const std::vector<std::string>& cells, Findings& findings)
{
    gis::VectorLayer layer;
    layer.columns = {"id", "name", "enrol_primary"};
    layer.features.emplace_back().row = 1;
    for (const std::string& cell : cells) {
        layer.features.back().values.push_back(cell.empty() ? std::nullopt : std::optional(cell));
    }
    const InputSpec spec;
    const Table table(Role::enrolment, spec, layer, nullptr, findings);
    join_enrolment(table, enrolment_rows(table), schools, {}, findings);
    return schools;
}

std::size_t count(const Findings& findings, IssueCode code)
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [code](const Finding& finding) { return finding.code == code; }));
}

std::vector<School> after_settling(std::vector<School> schools, Findings& findings)
{
    std::vector<Campus> campuses;
    resolve_references(schools, campuses, findings);
    return schools;
}

} // namespace

TEST_CASE("the very name of another school goes before an id's loose form", "[join]")
{
    const std::vector<School> schools = {school("0012", "甲小学"), school("0013", "乙小学")};
    Findings findings;
    const auto by_name = joined(schools, {"12.0", "乙小学", "100"}, findings);
    CHECK_FALSE(by_name[0].pupils[Stage::primary].has_value());
    CHECK(by_name[1].pupils[Stage::primary] == 100);
    CHECK(count(findings, IssueCode::reference_matched_loosely) == 0);
    CHECK(count(findings, IssueCode::enrolment_by_name) == 1);
}

TEST_CASE("an id goes before a name, and its loose form before a name that is only like another's", "[join]")
{
    const std::vector<School> schools = {school("0012", "甲小学"), school("0013", "乙小学")};
    Findings findings;
    CHECK(joined(schools, {"0012", "乙小学", "100"}, findings)[0].pupils[Stage::primary] == 100);
    CHECK(joined(schools, {"12.0", "乙 小學", "100"}, findings)[0].pupils[Stage::primary] == 100);
    CHECK(joined(schools, {"12.0", "甲小学", "100"}, findings)[0].pupils[Stage::primary] == 100);
    CHECK(count(findings, IssueCode::reference_matched_loosely) == 2);
}

TEST_CASE("a parent that is the school's own name stays as it is written", "[references]")
{
    Findings findings;
    std::vector<School> schools = {school("1", "万全小学"), school("2", "甲小学")};
    schools[0].parent_id = "万全小学";
    schools[1].parent_id = "万全小学";
    const auto settled = after_settling(schools, findings);
    CHECK(settled[0].parent_id == "万全小学"); // and not "1": a school is no branch of itself
    CHECK(settled[1].parent_id == "1");
}

TEST_CASE("a planned school is not the open one of its name under a second id", "[settle]")
{
    std::vector<School> schools = {school("1", "中心小学"), school("2", "中心小学")};
    schools[1].at = {60.0, 0.0};
    Findings findings;
    report_schools_twice(schools, {}, findings);
    CHECK(count(findings, IssueCode::school_twice) == 1);
    schools[1].phase = SchoolPhase::planned;
    findings.clear();
    report_schools_twice(schools, {}, findings);
    CHECK(findings.empty());
    schools[0].phase = SchoolPhase::planned;
    report_schools_twice(schools, {}, findings);
    CHECK(count(findings, IssueCode::school_twice) == 1);
}

TEST_CASE("a row by an alias is no part of a school that has a row by its own id", "[join]")
{
    School one = school("way/1", "育才学校");
    one.aliases = {"node/1"};
    std::vector<School> schools = {one};
    gis::VectorLayer layer;
    layer.columns = {"id", "stage", "enrol_primary", "enrol_junior"};
    for (const auto& cells : std::vector<std::vector<std::string>>{{"way/1", "小学", "600", "0"}, {"node/1", "初中", "0", "300"}}) {
        layer.features.emplace_back().row = layer.features.size();
        layer.features.back().values.assign(cells.begin(), cells.end());
    }
    const InputSpec spec;
    Findings findings;
    const Table table(Role::enrolment, spec, layer, nullptr, findings);
    join_enrolment(table, enrolment_rows(table), schools, {}, findings);
    CHECK(schools[0].pupils[Stage::primary] == 600);
    CHECK(schools[0].pupils[Stage::junior].value_or(0) == 0);
    CHECK(count(findings, IssueCode::enrolment_twice) == 1);
    CHECK(count(findings, IssueCode::rows_merged_by_stage) == 0);
}

TEST_CASE("a gate whose owner is a venue's very id opens no school whose id is only like it", "[references]")
{
    City city;
    city.schools = {school("0012", "甲小学")};
    Venue venue;
    venue.id = "12";
    city.venues = {venue};
    Gate of_venue;
    of_venue.owner_id = "12";
    Gate of_school;
    of_school.owner_id = "12";
    of_school.owner_kind = OwnerKind::school;
    city.gates = {of_venue, of_school};
    Findings findings;
    resolve_references(city, findings);
    CHECK(city.gates[0].owner_id == "12");
    CHECK(city.gates[1].owner_id == "0012");
}
