// Numbers of a row that mean something else than they say: units of the heading, axes of a single row, digits that are lost.
#include "domain/city/issue_code.hpp"
#include "layers/crs/layer_crs.hpp"
#include "layers/rows/join_enrolment.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

std::size_t count(const Findings& findings, IssueCode code)
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [code](const Finding& finding) { return finding.code == code; }));
}

gis::VectorLayer one_row(const std::vector<std::string>& columns, const std::vector<std::string>& cells)
{
    gis::VectorLayer layer;
    layer.columns = columns;
    layer.features.emplace_back().row = 1;
    layer.features.back().values.assign(cells.begin(), cells.end());
    return layer;
}

} // namespace

TEST_CASE("an area is in the unit of its heading, or of its cell where that names one", "[table]")
{
    Findings findings;
    const auto area_m2 = [&](const std::string& heading, const std::string& cell) {
        const gis::VectorLayer layer = one_row({"id", heading}, {"1", cell});
        InputSpec spec;
        spec.columns["outdoor_m2"] = heading;
        return Table(Role::schools, spec, layer, nullptr, findings).area_m2(layer.features[0], "outdoor_m2");
    };
    CHECK(area_m2("操场（公顷）", "0.5") == 5000.0);
    CHECK(area_m2("操场（亩）", "3") == 2000.0);
    CHECK(area_m2("操场（万平方米）", "0.81") == 8100.0);
    CHECK(area_m2("操场", "5000") == 5000.0);
    CHECK(area_m2("操场（公顷）", "5000平方米") == 5000.0);
}

TEST_CASE("a single row with latitude first is turned to where the rest lies", "[door]")
{
    gis::VectorLayer layer;
    layer.name = "schools";
    layer.has_geometry = true;
    for (int i = 0; i < 9; ++i) {
        layer.features.emplace_back().geometry = gis::Point{117.2 + 0.01 * i, 39.13};
    }
    layer.features.emplace_back().geometry = gis::Point{39.13, 117.2};
    InputSpec spec;
    spec.source.role = "schools";
    spec.source.crs = "EPSG:4326";
    Findings findings;
    georeference(layer, spec, std::nullopt, findings);
    REQUIRE(std::holds_alternative<gis::Point>(layer.features[9].geometry));
    CHECK(std::get<gis::Point>(layer.features[9].geometry).x == Approx(117.2));
    CHECK(std::get<gis::Point>(layer.features[9].geometry).y == Approx(39.13));
    CHECK(std::get<gis::Point>(layer.features[3].geometry).x == Approx(117.23));
    CHECK(count(findings, IssueCode::axes_swapped) == 1);
}

TEST_CASE("an id that lost its digits names no school, not even one whose id lost the same", "[join]")
{
    School school;
    school.id = "3.1E+09";
    school.name = "甲小学";
    std::vector<School> schools = {school};
    const gis::VectorLayer layer = one_row({"id", "enrol_primary"}, {"3.1E+09", "100"});
    const InputSpec spec;
    Findings findings;
    const Table table(Role::enrolment, spec, layer, nullptr, findings);
    join_enrolment(table, enrolment_rows(table), schools, {}, findings);
    CHECK_FALSE(schools[0].pupils[Stage::primary].has_value());
    CHECK(count(findings, IssueCode::enrolment_unmatched) == 1);
}

TEST_CASE("pupils of a stage that is not declared count, and are said to be there", "[join]")
{
    School school;
    school.id = "1";
    std::vector<School> schools = {school};
    const gis::VectorLayer layer = one_row({"id", "stage", "enrol_primary", "enrol_junior"}, {"1", "小学", "600", "40"});
    const InputSpec spec;
    Findings findings;
    const Table table(Role::enrolment, spec, layer, nullptr, findings);
    join_enrolment(table, enrolment_rows(table), schools, {}, findings);
    CHECK(schools[0].has_stage == PerStage<bool>{{true, true, false}});
    CHECK(schools[0].pupils[Stage::junior] == 40);
    CHECK(count(findings, IssueCode::stage_not_declared) == 1);
}
