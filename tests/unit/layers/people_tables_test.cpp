// Tables as people make them: codes that are no ids, a column for each year, for each grade, merged cells, decimals, whole areas.
#include "domain/city/issue_code.hpp"
#include "gis/error.hpp"
#include "layers/columns/area_unit.hpp"
#include "layers/columns/columns.hpp"
#include "layers/columns/grade_columns.hpp"
#include "layers/columns/heading.hpp"
#include "layers/rows/join_enrolment.hpp"
#include "layers/rows/read_estates.hpp"
#include "layers/rows/read_schools.hpp"
#include "layers/rows/school_areas.hpp"
#include "layers/rows/sports_areas.hpp"
#include "layers/rows/venue_areas.hpp"
#include "layers/text/cell_values.hpp"
#include "support/catch.hpp"
#include "support/shapes.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

using Rows = std::vector<std::vector<std::string>>;

gis::VectorLayer sheet(const std::vector<std::string>& columns, const Rows& rows)
{
    gis::VectorLayer layer;
    layer.columns = columns;
    layer.table.emplace();
    for (const auto& values : rows) {
        gis::VectorFeature feature;
        feature.row = layer.features.size() + 1;
        for (const std::string& value : values) {
            feature.values.push_back(value.empty() ? std::nullopt : std::optional(value));
        }
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

std::size_t count(const Findings& findings, IssueCode code)
{
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; }));
}

/// What an enrolment table says of schools A and B.
struct Joined
{
    std::vector<School> schools;
    Findings findings;
};

Joined joined(const gis::VectorLayer& layer, const InputSpec& spec = {})
{
    Joined result{std::vector<School>(2), {}};
    result.schools[0].id = "A";
    result.schools[0].name = "东湖学校";
    result.schools[1].id = "B";
    result.schools[1].name = "西湖小学";
    const Table table(Role::enrolment, spec, layer, nullptr, result.findings);
    join_enrolment(table, enrolment_rows(table), result.schools, {}, result.findings);
    return result;
}

std::map<std::string, std::size_t, std::less<>> positions(Role role, const gis::VectorLayer& layer)
{
    const auto facts = facts_of_columns(layer.columns.size(), layer.features.size(),
                                        [&](std::size_t row, std::size_t column) { return layer.features[row].values[column]; });
    return matched_columns(role, layer.columns, {}, facts).position_of;
}

} // namespace

TEST_CASE("a column that is the same in all rows is no id, and another id alias is", "[columns]")
{
    const gis::VectorLayer osm =
        sheet({"osm_id", "code", "fclass", "name"}, {{"11", "2082", "school", "甲小学"}, {"12", "2082", "school", ""}});
    CHECK(positions(Role::schools, osm).at("id") == 0);
    const gis::VectorLayer only_code = sheet({"code", "name"}, {{"2082", "a"}, {"2082", "b"}});
    CHECK_FALSE(positions(Role::schools, only_code).contains("id"));
    CHECK_FALSE(positions(Role::venues, only_code).contains("id"));
    const gis::VectorLayer unnamed = sheet({"osm_id", "code", "name"}, {{"11", "2082", ""}, {"12", "2082", ""}});
    CHECK(positions(Role::schools, unnamed).at("id") == 0);
    const gis::VectorLayer of_one_name = sheet({"code", "name"}, Rows(4, {"2082", "小学"}));
    CHECK_FALSE(positions(Role::schools, of_one_name).contains("id"));
    const gis::VectorLayer own_name = sheet({"id", "学校标识码", "name"}, {{"1", "31", "a"}, {"1", "32", "b"}});
    CHECK(positions(Role::schools, own_name).at("id") == 1);
    Findings findings;
    InputSpec spec;
    const Table table(Role::schools, spec, osm, nullptr, findings);
    CHECK(table.id(osm.features[0], true) == "11");
    REQUIRE(count(findings, IssueCode::id_column_constant) == 1);
    // The user's word goes before.
    spec.columns["id"] = "code";
    CHECK(Table(Role::schools, spec, osm, nullptr, findings).id(osm.features[0], true) == "2082");
}

TEST_CASE("one row, or the rows by stage of a single school, may have one id", "[columns]")
{
    CHECK(positions(Role::schools, sheet({"code", "name"}, {{"2082", "a"}})).contains("id"));
    const gis::VectorLayer stages = sheet({"学校代码", "学校名称", "学段"}, {{"31", "东湖学校", "小学"}, {"31", "东湖学校", "初中"}});
    CHECK(positions(Role::schools, stages).contains("id"));
    CHECK(positions(Role::enrolment, sheet({"学校代码", "学段"}, {{"31", "小学"}, {"31", "初中"}})).contains("id"));
}

TEST_CASE("of a figure in columns of several years the latest is taken, and said once", "[columns]")
{
    for (const std::vector<std::string>& headings :
         {std::vector<std::string>{"学校名称", "2021年在校生数", "2023年在校生数", "2022年在校生数"},
          std::vector<std::string>{"name", "enrolment_2021", "enrolment_2023", "enrolment_2022"},
          std::vector<std::string>{"name", "Pupils 2020/21", "Pupils 2022/23", "Pupils 2021/22"},
          std::vector<std::string>{"name", "Schüler 2021", "Schüler 2023", "Schüler 2022"}}) {
        INFO(headings[1]);
        const MatchedColumns matched = matched_columns(Role::enrolment, headings, {});
        REQUIRE(matched.position_of.contains("enrol_total"));
        CHECK(matched.position_of.at("enrol_total") == 2);
        CHECK(matched.years.at("enrol_total").others == std::vector<std::string>{headings[1], headings[3]});
        CHECK(matched.unused.empty());
    }
    const auto result = joined(sheet({"学校标识码", "学段", "2021年在校生数", "2022年在校生数", "2022年班级数", "2021年班级数"},
                                     {{"A", "小学", "500", "600", "12", "11"}, {"B", "小学", "150", "200", "6", "5"}}));
    CHECK(result.schools[0].pupils[Stage::primary] == 600);
    CHECK(result.schools[1].classes[Stage::primary] == 6);
    CHECK(count(result.findings, IssueCode::latest_year_taken) == 1);
}

TEST_CASE("years after the run's are expected enrolment, and a column without a year is today's", "[columns]")
{
    ColumnFacts facts;
    facts.as_of = 2022;
    const std::vector<std::string> headings = {"2021年小学在校生数", "2022年小学在校生数", "2023年小学在校生数"};
    const MatchedColumns matched = matched_columns(Role::schools, headings, {}, facts);
    CHECK(matched.position_of.at("enrol_primary") == 1);
    CHECK(matched.position_of.at("enrol_primary_2023") == 2);
    CHECK(matched.years.at("enrol_primary").year == 2022);
    facts.as_of = 2020;
    CHECK_FALSE(matched_columns(Role::schools, headings, {}, facts).position_of.contains("enrol_primary"));
    CHECK(matched_columns(Role::schools, {"小学在校生数", "2022年小学在校生数"}, {}).position_of.at("enrol_primary") == 0);
    // A single year needs no choice.
    const MatchedColumns single = matched_columns(Role::schools, {"2022年小学在校生数"}, {});
    CHECK(single.matched_by.at("enrol_primary") == ColumnMatch::part);
    CHECK(single.years.empty());
}

TEST_CASE("school years and dates are years", "[columns]")
{
    CHECK(year_heading("Pupils 2021-22")->year == 2021);
    CHECK(year_heading("2021_22 enrolment")->key == "enrolment");
    CHECK(year_heading("20210901在校生数")->year == 2021);
    CHECK_FALSE(year_heading("code202199"));
    CHECK_FALSE(year_heading("20217在校生数"));
}

TEST_CASE("headings of grades", "[columns]")
{
    CHECK(grade_of_heading("一年级") == 1);
    CHECK(grade_of_heading("九年级人数") == 9);
    CHECK(grade_of_heading("小学三年级在校生数") == 3);
    CHECK(grade_of_heading("在校生数六年级") == 6);
    CHECK(grade_of_heading("初二") == 8);
    CHECK(grade_of_heading("初中七年级") == 7);
    CHECK(grade_of_heading("高一学生数") == 10);
    CHECK(grade_of_heading("Year 6") == 6);
    CHECK(grade_of_heading("Grade_10") == 10);
    CHECK(grade_of_heading("3. Klasse") == 3);
    CHECK(grade_of_heading("Klasse 4 Schüler") == 4);
    CHECK(grade_of_heading("1st grade") == 1);
    for (const char* const other : {"一年级班数", "年级", "class 1", "Year", "Year 2021", "grade 13", "3", "初", "id1", ""}) {
        INFO(other);
        CHECK_FALSE(grade_of_heading(other));
    }
    CHECK(grade_columns({"name", "Year 1", "Year 2"}).empty());
}

TEST_CASE("pupils by grade are summed into stages, where no column gives the stage", "[schools]")
{
    const std::vector<std::string> columns = {"id", "一年级", "二年级", "三年级", "七年级", "八年级"};
    const auto result = joined(sheet(columns, {{"A", "100", "90.4", "", "50", "60"}, {"B", "30", "40", "50", "", ""}}));
    CHECK(result.schools[0].pupils[Stage::primary] == 190);
    CHECK(result.schools[0].pupils[Stage::junior] == 110);
    CHECK(result.schools[1].pupils[Stage::primary] == 120);
    CHECK_FALSE(result.schools[1].pupils[Stage::junior]);
    CHECK(count(result.findings, IssueCode::grades_summed) == 2);
    CHECK(count(result.findings, IssueCode::columns_not_used) == 0);
    const auto odd = joined(sheet(columns, {{"A", "100", "约90", "80", "", ""}, {"B", "1", "2", "3", "", ""}}));
    CHECK_FALSE(odd.schools[0].pupils[Stage::primary]);
    CHECK(count(odd.findings, IssueCode::value_not_read) == 1);
    const MatchedColumns given = matched_columns(Role::schools, {"小学在校生数", "一年级", "二年级", "三年级"}, {});
    CHECK(given.grades.empty());
    CHECK(matched_columns(Role::venues, columns, {}).grades.empty());
}

TEST_CASE("pupils with decimals are rounded half up and told in one row", "[cells]")
{
    CHECK(pupil_number_of("600.0000000001").value == 600);
    CHECK(pupil_number_of("299.99999999").value == 300);
    CHECK(pupil_number_of("12.5").value == 13);
    CHECK(pupil_number_of("12.4999").value == 12);
    CHECK(pupil_number_of("450.125").value == 450);
    CHECK_FALSE(pupil_number_of("600.0").is_rounded);
    CHECK(pupil_number_of("0.5").is_rounded);
    CHECK(pupil_number_of("-1").problem == CellProblem::negative);
    const auto result = joined(sheet({"id", "enrol_primary", "enrol_junior"}, {{"A", "600.5", "299.99999999"}, {"B", "200", ""}}));
    CHECK(result.schools[0].pupils[Stage::primary] == 601);
    CHECK(result.schools[0].pupils[Stage::junior] == 300);
    REQUIRE(count(result.findings, IssueCode::pupils_rounded) == 1);
    CHECK(count(result.findings, IssueCode::value_not_read) == 0);
}

TEST_CASE("a dot before three digits may part thousands, so that the count is not read", "[cells]")
{
    CHECK(pupil_number_of("1.200").problem == CellProblem::dotted);
    CHECK(homes_of("1.200").problem == CellProblem::dotted);
    CHECK(homes_of("12.500 户").problem == CellProblem::dotted);
    CHECK(persons_of("120.500").problem == CellProblem::dotted);
    CHECK(homes_of("1.234万").value == 12340.0);
    CHECK(homes_of("600.000").value == 600.0); // no estate has 600,000 homes
    CHECK(homes_of("0.125").value == 0.125);
    CHECK(homes_of("120").value == 120.0);
    CHECK(homes_of("1,200").value == 1200.0);
    CHECK(real_of("1.200").value == 1.2);
    Findings findings;
    const gis::CityPlane plane({117.2, 39.1});
    const gis::VectorLayer layer = sheet({"id", "households", "population"}, {{"r1", "1.200", "2.800"}});
    const std::vector<Estate> estates = read_estates(Table(Role::residential, {}, layer, &plane, findings));
    CHECK_FALSE(estates[0].households);
    CHECK_FALSE(estates[0].population);
    CHECK(count(findings, IssueCode::value_not_read) == 2);
}

TEST_CASE("a row without id and name belongs to the school above it", "[schools]")
{
    const std::vector<std::string> columns = {"学校标识码", "学校名称", "学段", "学生数"};
    const auto result =
        joined(sheet(columns, {{"A", "东湖学校", "小学", "600"}, {"", "", "初中", "150"}, {"B", "西湖小学", "小学", "200"}}));
    CHECK(result.schools[0].pupils[Stage::primary] == 600);
    CHECK(result.schools[0].pupils[Stage::junior] == 150);
    CHECK(result.schools[1].pupils[Stage::primary] == 200);
    CHECK(count(result.findings, IssueCode::cells_merged) == 1);
    CHECK(count(result.findings, IssueCode::enrolment_unmatched) == 0);
    const auto by_name = joined(sheet({"学校名称", "学段", "学生数"}, {{"东湖学校", "小学", "600"}, {"", "初中", "150"}}));
    CHECK(by_name.schools[0].pupils[Stage::junior] == 150);
    // The second number of one stage is no part of the first.
    const auto twice = joined(sheet(columns, {{"A", "东湖学校", "小学", "600"}, {"", "", "小学", "150"}}));
    CHECK(twice.schools[0].pupils[Stage::primary] == 600);
    CHECK(count(twice.findings, IssueCode::enrolment_twice) == 1);
    // Nothing above it, nothing in it, or a blank row between.
    CHECK(count(joined(sheet(columns, {{"", "", "初中", "150"}, {"A", "东湖学校", "小学", "600"}})).findings, IssueCode::cells_merged) ==
          0);
    gis::VectorLayer apart = sheet(columns, {{"A", "东湖学校", "小学", "600"}, {"", "", "初中", "150"}});
    apart.features[1].row = 3;
    CHECK(count(joined(apart).findings, IssueCode::cells_merged) == 0);
}

TEST_CASE("cells that the sheet merges are filled in every column but those of figures", "[schools]")
{
    gis::VectorLayer layer = sheet({"区县", "id", "学段", "学生数", "室外运动场地面积"},
                                   {{"东区", "A", "小学", "600", "5000"}, {"", "B", "", "", ""}, {"西区", "C", "", "200", ""}});
    layer.table->merged = {{0, 1, 2}, {2, 1, 3}, {3, 1, 2}, {4, 1, 3}};
    Findings findings;
    const Table table(Role::enrolment, {}, layer, nullptr, findings);
    const auto& rows = layer.features;
    CHECK(table.text(rows[1], "district") == "东区");
    CHECK(table.text(rows[2], "district") == "西区");
    CHECK(table.text(rows[2], "stage") == "小学");
    CHECK(table.text(rows[1], "enrol_total").empty());
    CHECK(table.text(rows[1], "outdoor_m2").empty());
    CHECK(count(findings, IssueCode::column_merged) == 2);
    CHECK(count(findings, IssueCode::cells_merged) == 0);
    // What a filter left out gives nothing, and blank cells that are not merged stay blank.
    layer.features.erase(layer.features.begin());
    Findings of_rest;
    const Table rest(Role::enrolment, {}, layer, nullptr, of_rest);
    CHECK(rest.text(rows[0], "district").empty());
    CHECK(count(of_rest, IssueCode::column_merged) == 0);
}

TEST_CASE("where the file does not tell, a district that stands once above its rows is that of all of them", "[schools]")
{
    const std::vector<std::string> columns = {"区县", "id", "学生数"};
    const auto districts = [&](const std::vector<std::string>& cells, bool tells) {
        std::vector<std::vector<std::string>> rows;
        for (const std::string& cell : cells) {
            rows.push_back({cell, "S" + std::to_string(rows.size()), "100"});
        }
        gis::VectorLayer layer = sheet(columns, rows);
        if (tells) {
            layer.table->merged.emplace();
        }
        Findings findings;
        const Table table(Role::enrolment, {}, layer, nullptr, findings);
        std::string all;
        for (const gis::VectorFeature& row : layer.features) {
            all += table.text(row, "district") + ";";
        }
        return all;
    };
    CHECK(districts({"东区", "", "", "西区", ""}, false) == "东区;东区;东区;西区;西区;");
    CHECK(districts({"东区", "", "", "西区", ""}, true) == "东区;;;西区;;");
    CHECK(districts({"", "", "东区", "西区", ""}, false) == ";;东区;西区;;");
    CHECK(districts({"东区", "", "西区", "", "东区", ""}, false) == "东区;;西区;;东区;;");
    CHECK(districts({"东区", "西区", "南区", "", "北区"}, false) == "东区;西区;南区;;北区;");
    CHECK(districts({"东区", "", "", ""}, false) == "东区;;;;");
}

TEST_CASE("a heading that stands there twice is told where it is read", "[schools]")
{
    gis::VectorLayer layer = sheet({"学校名称", "学生数", "备注", "学校名称_2", "学生数_2"}, {{"东湖学校", "1", "", "西湖小学", "2"}});
    layer.table->repeated_headings = {"学校名称", "学生数"};
    CHECK(count(joined(layer).findings, IssueCode::heading_repeated) == 1);
    layer.table->repeated_headings = {"备注"};
    CHECK(count(joined(layer).findings, IssueCode::heading_repeated) == 0);
}

TEST_CASE("a count that is 0 in every row is told, one of several stages is not", "[schools]")
{
    const auto zeros = joined(sheet({"id", "student_count", "class_count"}, {{"A", "0", "0"}, {"B", "0", "0"}}));
    CHECK(count(zeros.findings, IssueCode::column_all_zero) == 2);
    const auto primary_only = joined(sheet({"id", "enrol_primary", "enrol_junior"}, {{"A", "9", "0"}, {"B", "8", "0"}}));
    CHECK(count(primary_only.findings, IssueCode::column_all_zero) == 0);
}

TEST_CASE("the official indicator is outdoor and indoor ground together", "[schools]")
{
    const auto settled = [](School school, Findings& findings) {
        school.id = "A";
        std::vector<School> schools = {school};
        settle_sports_areas(schools, findings);
        return schools[0];
    };
    Findings findings;
    School none;
    none.sports_m2 = 5000.0;
    CHECK(settled(none, findings).outdoor_m2 == 5000.0);
    CHECK(settled(none, findings).indoor_m2 == 0.0);
    School indoor = none;
    indoor.indoor_m2 = 800.0;
    CHECK(settled(indoor, findings).outdoor_m2 == 4200.0);
    School parts = indoor;
    parts.outdoor_m2 = 4150.0;
    CHECK(settled(parts, findings).outdoor_m2 == 4150.0);
    CHECK(settled(parts, findings).indoor_m2 == 800.0);
    CHECK(findings.empty());
    parts.outdoor_m2 = 3000.0;
    CHECK(settled(parts, findings).outdoor_m2 == 3000.0);
    CHECK(count(findings, IssueCode::sports_area_differs) == 1);
    School by_pupils;
    by_pupils.has_stage = {{true, false, false}};
    by_pupils.sports_m2_per_pupil = 6.5;
    CHECK_FALSE(settled(by_pupils, findings).outdoor_m2);
    by_pupils.pupils[Stage::primary] = 1000;
    CHECK(settled(by_pupils, findings).outdoor_m2 == 6500.0);
    CHECK(count(findings, IssueCode::sports_area_by_pupils) == 1);
    by_pupils.sports_m2 = 6400.0; // rounded figures agree
    CHECK(settled(by_pupils, findings).outdoor_m2 == 6400.0);
    CHECK(count(findings, IssueCode::sports_area_differs) == 1);
    by_pupils.sports_m2 = 9000.0;
    CHECK(settled(by_pupils, findings).outdoor_m2 == 9000.0);
    CHECK(count(findings, IssueCode::sports_area_differs) == 2);
}

TEST_CASE("areas of schools that are too small for any ground are unknown, with all that are as small", "[schools]")
{
    std::vector<School> schools(3);
    for (std::size_t s = 0; s < schools.size(); ++s) {
        schools[s].outdoor_m2 = 7.5 + static_cast<double>(s);
        schools[s].indoor_m2 = 1.2;
        schools[s].expand_possible_m2 = 800.0;
    }
    schools[0].special_m2 = 0.0;
    Findings findings;
    settle_school_areas(schools, findings);
    CHECK_FALSE(schools[1].outdoor_m2);
    CHECK_FALSE(schools[1].indoor_m2);
    CHECK(schools[0].special_m2 == 0.0);
    CHECK(schools[1].expand_possible_m2 == 800.0);
    CHECK(count(findings, IssueCode::school_areas_tiny) == 2);
    // A small hall speaks against nothing, nor does one small ground among others.
    std::vector<School> usual(3);
    for (School& school : usual) {
        school.outdoor_m2 = 3000.0;
        school.indoor_m2 = 40.0;
    }
    usual[0].outdoor_m2 = 5.0;
    settle_school_areas(usual, findings);
    CHECK(usual[0].outdoor_m2 == 5.0);
    CHECK(usual[0].indoor_m2 == 40.0);
    CHECK(count(findings, IssueCode::school_areas_tiny) == 2);
}

TEST_CASE("a unit in brackets behind a name under columns is that of the heading", "[columns]")
{
    const auto matched = matched_columns(Role::venues, {"id", "Fläche", "area (x)"}, {{"area_m2", "Fläche (ha)"}});
    CHECK(matched.position_of.at("area_m2") == 1);
    CHECK(matched.m2_per_unit.at("area_m2") == 10000.0);
    CHECK(matched_columns(Role::venues, {"面积"}, {{"area_m2", "面积（亩）"}}).m2_per_unit.at("area_m2") == Approx(2000.0 / 3.0));
    CHECK(matched_columns(Role::venues, {"area (ha)"}, {{"area_m2", "area (ha)"}}).m2_per_unit.empty());
    CHECK_THROWS_AS(matched_columns(Role::venues, {"id"}, {{"area_m2", "area (ha)"}}), gis::UsageError);
}

TEST_CASE("headings of the official indicator and of pupils", "[columns]")
{
    const auto position = [](const std::string& heading) -> std::string {
        const auto found = matched_columns(Role::schools, {heading}, {}).position_of;
        return found.empty() ? "" : found.begin()->first;
    };
    CHECK(position("体育运动场馆面积（平方米）") == "sports_m2");
    CHECK(position("体育运动场（馆）面积") == "sports_m2");
    CHECK(position("运动场馆面积") == "sports_m2");
    CHECK(position("生均体育运动场馆面积") == "sports_m2_per_pupil");
    CHECK(position("生均体育运动场馆面积（平方米/生）") == "sports_m2_per_pupil");
    CHECK(position("操场面积") == "outdoor_m2");
    CHECK(position("田径场面积") == "outdoor_m2");
    CHECK(position("校园运动场地面积") == "outdoor_m2");
    CHECK(position("室内运动场馆面积") == "indoor_m2");
    CHECK(position("在校人数") == "enrol_total");
    CHECK(position("在籍学生数") == "enrol_total");
    CHECK(position("学生规模") == "enrol_total");
    CHECK(position("小学在籍学生数") == "enrol_primary");
}

TEST_CASE("a column of areas is in the unit that the drawn grounds say", "[venues]")
{
    const auto unit = [](const std::vector<AreaPair>& pairs) {
        const auto found = unit_of_areas(pairs);
        return found ? found->name : std::string();
    };
    CHECK(unit({{0.2, 2000.0, 39.0}, {30.0, 300000.0, 39.0}}) == "hectares");
    CHECK(unit({{0.2, 2000.0, 39.0}, {0.36, 2400.0, 39.0}}) == "hectares"); // of floors
    CHECK(unit({{3.0, 2000.0, 39.0}, {12.0, 8000.0, 39.0}}) == "mu");
    CHECK(unit({{21528.0, 2000.0, 39.0}, {10764.0, 1000.0, 39.0}}) == "square feet");
    CHECK(unit({{3312.0, 2000.0, 39.0}, {8280.0, 5000.0, 39.0}}) == "the square metres of a Mercator plane");
    CHECK(unit({{0.5, 2023.0, 51.0}, {2.0, 8094.0, 51.0}}) == "acres");
    CHECK(unit({{2.08e-7, 2000.0, 39.0}, {5.2e-7, 5000.0, 39.0}}) == "square degrees");
    CHECK(unit({{2000.0, 2000.0, 39.0}, {5500.0, 5000.0, 39.0}}).empty());
    CHECK(unit({{0.2, 2000.0, 39.0}, {5000.0, 5000.0, 39.0}}).empty());
    CHECK(unit({{21528.0, 2000.0, 39.0}}).empty()); // one alone may be chance
    CHECK(unit({}).empty());
}

TEST_CASE("areas of venues that differ from the ground are told, and a column in another unit is not taken", "[venues]")
{
    const gis::CityPlane plane({117.2, 39.1});
    const auto venue = [](const std::string& id, double given, double side_m) {
        Venue one;
        one.id = id;
        one.area_m2 = given;
        if (side_m > 0.0) {
            one.ground = shapes::rectangle(0, 0, side_m, side_m);
        }
        return one;
    };
    Findings findings;
    std::vector<Venue> hectares = {venue("a", 0.2, 44.72), venue("b", 1.0, 100.0), venue("point", 0.5, 0.0)};
    settle_venue_areas(hectares, Role::venues, plane, findings);
    CHECK_FALSE(hectares[0].area_m2);
    CHECK_FALSE(hectares[1].area_m2);
    CHECK(hectares[2].area_m2 == 5000.0);
    CHECK(count(findings, IssueCode::venue_area_unit) == 1);
    CHECK(count(findings, IssueCode::venue_area_differs) == 0);
    findings.clear();
    std::vector<Venue> plain = {venue("a", 10000.0, 100.0), venue("b", 8000.0, 100.0), venue("c", 12600.0, 100.0)};
    settle_venue_areas(plain, Role::venues, plane, findings);
    CHECK(plain[1].area_m2 == 8000.0);
    REQUIRE(count(findings, IssueCode::venue_area_differs) == 2);
    CHECK(findings[0].feature_id == "b");
}
