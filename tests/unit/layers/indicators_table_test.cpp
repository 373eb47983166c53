// The table of the national evaluation: headings, units, and which row gives what.
#include "domain/city/issue_code.hpp"
#include "layers/columns/columns.hpp"
#include "layers/indicators/equipment_values.hpp"
#include "layers/indicators/join_indicators.hpp"
#include "layers/matching/row_amounts.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

gis::VectorLayer layer_of(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows)
{
    gis::VectorLayer layer;
    layer.columns = columns;
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

std::vector<School> two_schools()
{
    std::vector<School> schools(2);
    schools[0].id = "A";
    schools[0].name = "东湖学校";
    schools[0].pupils = {{600, 300, std::nullopt}};
    schools[0].has_stage = {{true, true, false}};
    schools[1].id = "B";
    schools[1].name = "西湖小学";
    schools[1].pupils = {{400, std::nullopt, std::nullopt}};
    schools[1].has_stage = {{true, false, false}};
    return schools;
}

struct Joined
{
    Joined(const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows) : layer(layer_of(columns, rows))
    {
        used = join_indicators(Table(Role::indicators, {}, layer, nullptr, findings), schools, {}, findings);
    }

    const SchoolAmount& amount(Indicator indicator, std::size_t school = 0) const { return schools[school].amounts[indicator]; }

    gis::VectorLayer layer;
    std::vector<School> schools = two_schools();
    Findings findings;
    std::size_t used = 0;
};

} // namespace

TEST_CASE("headings of the seven indicators match in the words of bureaus", "[indicators]")
{
    const auto match = [](const std::string& heading) {
        const auto matched = matched_columns(Role::indicators, {"学校标识码", heading}, {}).position_of;
        const auto found = std::find_if(matched.begin(), matched.end(), [](const auto& one) { return one.second == 1; });
        return found == matched.end() ? std::string() : found->first;
    };
    CHECK(match("高于规定学历教师数（人）") == "teachers_degree");
    CHECK(match("县级以上骨干教师数") == "backbone_teachers");
    CHECK(match("体育、艺术（美术、音乐）专任教师数") == "arts_sports_teachers");
    CHECK(match("教学及辅助用房面积(㎡)") == "teaching_rooms_m2");
    CHECK(match("其中：教学及辅助用房面积") == "teaching_rooms_m2");
    CHECK(match("教学仪器设备资产值（万元）") == "equipment_yuan");
    CHECK(match("教学仪器设备值_万元") == "equipment_yuan");
    CHECK(match("2021年网络多媒体教室数（间）") == "multimedia_rooms");
    CHECK(match("Teaching equipment value (10,000 yuan)") == "equipment_yuan");
    CHECK(match("每百名学生拥有网络多媒体教室数").empty()); // a value, no amount
    CHECK(matched_columns(Role::enrolment, {"学校代码", "骨干教师数"}, {}).position_of.contains("backbone_teachers"));
    CHECK(matched_columns(Role::schools, {"学校代码", "多媒体教室"}, {}).position_of.contains("multimedia_rooms"));
}

TEST_CASE("money is read in the unit of its heading, of the config, or of its cell", "[indicators]")
{
    CHECK(yuan_per_unit_of_heading("教学仪器设备资产值（万元）") == 10000.0);
    CHECK(yuan_per_unit_of_heading("教学仪器设备资产值（元）") == 1.0);
    CHECK(yuan_per_unit_of_heading("教学仪器设备资产值[单位：千元]") == 1.0); // no unit that we know
    CHECK(money_yuan_of(std::string("129.2"), 10000.0).value == 1292000.0);
    CHECK(money_yuan_of(std::string("129.2万元")).value == 1292000.0);
    CHECK(money_yuan_of(std::string("3,500元"), 10000.0).value == 3500.0);
    CHECK(money_yuan_of(std::string("1e300")).problem == CellProblem::too_large);

    const Joined joined({"学校代码", "教学仪器设备资产值（万元）"}, {{"A", "129.2"}, {"B", ""}});
    CHECK(joined.amount(Indicator::equipment_yuan).whole == 1292000.0);
    CHECK_FALSE(joined.amount(Indicator::equipment_yuan, 1).is_given());
    CHECK(count(joined.findings, IssueCode::money_unit_taken) == 1);

    Findings findings;
    InputSpec spec;
    spec.columns = {{"equipment_yuan", "设备（万元）"}};
    const gis::VectorLayer layer = layer_of({"学校代码", "设备"}, {{"A", "2"}, {"B", "3"}});
    const Table by_user(Role::indicators, spec, layer, nullptr, findings);
    CHECK(row_amounts(by_user, layer.features[0])[Indicator::equipment_yuan].whole == 20000.0);
    CHECK(count(findings, IssueCode::money_unit_taken) == 1);
}

TEST_CASE("a row of one stage gives what the stage has, any other what the school has", "[indicators]")
{
    const Joined joined({"学校名称", "学段", "骨干教师数", "网络多媒体教室数", "教学及辅助用房面积"},
                        {{"东湖学校", "小学", "8", "", "3000"},
                         {"东湖学校", "初中", "4.5", "", "3000"},
                         {"东湖学校", "", "20", "30", ""},
                         {"东湖学校", "初中", "9", "", ""},
                         {"西湖小学", "", "6", "10", "2000"},
                         {"北湖小学", "", "6", "10", "2000"}});
    CHECK(joined.used == 4);
    CHECK(joined.amount(Indicator::backbone_teachers).of_stage == PerStage<std::optional<double>>{{8.0, 4.5, std::nullopt}});
    CHECK_FALSE(joined.amount(Indicator::backbone_teachers).whole);
    CHECK(joined.amount(Indicator::multimedia_rooms).whole == 30.0);
    CHECK(joined.amount(Indicator::teaching_rooms_m2).whole == 3000.0); // the site's, in both rows
    CHECK(joined.amount(Indicator::backbone_teachers, 1).whole == 6.0);
    CHECK(count(joined.findings, IssueCode::indicator_whole_not_used) == 1);
    CHECK(count(joined.findings, IssueCode::indicator_row_twice) == 1);
    CHECK(count(joined.findings, IssueCode::indicator_row_unmatched) == 1);
}

TEST_CASE("a blank stage under another one is the whole school, not the stage above", "[indicators]")
{
    gis::VectorLayer layer = layer_of({"学校名称", "学段", "骨干教师数"},
                                      {{"东湖学校", "小学", "8"}, {"东湖学校", "初中", "4"}, {"西湖小学", "", "6"}, {"北湖小学", "", "7"}});
    layer.table.emplace();
    Findings findings;
    std::vector<School> schools = two_schools();
    join_indicators(Table(Role::indicators, {}, layer, nullptr, findings), schools, {}, findings);
    CHECK(schools[1].amounts[Indicator::backbone_teachers].whole == 6.0);
}

TEST_CASE("values of equipment that can be in no yuan are not taken", "[indicators]")
{
    std::vector<School> schools = two_schools();
    schools[0].amounts[Indicator::equipment_yuan].whole = 220.0;
    schools[1].amounts[Indicator::equipment_yuan].whole = 90.0;
    Findings findings;
    settle_equipment(schools, findings);
    CHECK(count(findings, IssueCode::equipment_tiny) == 1);
    CHECK_FALSE(schools[0].amounts[Indicator::equipment_yuan].is_given());

    schools[0].amounts[Indicator::equipment_yuan].whole = 2200000.0;
    schools[1].amounts[Indicator::equipment_yuan].whole = 0.0;
    settle_equipment(schools, findings);
    CHECK(count(findings, IssueCode::equipment_tiny) == 1);
    CHECK(schools[1].amounts[Indicator::equipment_yuan].whole == 0.0);
}
