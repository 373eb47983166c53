// Which rows of a schools layer are schools, and how their stages are known.
#include "domain/city/issue_code.hpp"
#include "layers/matching/closed_schools.hpp"
#include "layers/rows/join_enrolment.hpp"
#include "layers/rows/read_schools.hpp"
#include "layers/text/name_key.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

using Rows = std::vector<std::vector<std::string>>;

gis::VectorLayer layer_of(const std::vector<std::string>& columns, const Rows& rows)
{
    gis::VectorLayer layer;
    layer.columns = columns;
    for (const auto& values : rows) {
        gis::VectorFeature& feature = layer.features.emplace_back();
        feature.row = layer.features.size();
        feature.geometry = gis::Point{117.2, 39.1};
        for (const std::string& value : values) {
            feature.values.push_back(value.empty() ? std::nullopt : std::optional(value));
        }
    }
    return layer;
}

struct Read
{
    std::vector<School> schools;
    std::vector<School> closed;
    Findings findings;

    std::size_t count(IssueCode code) const
    {
        return static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(), [code](const Finding& finding) { return finding.code == code; }));
    }

    std::string names() const
    {
        std::string list;
        for (const School& school : schools) {
            list += school.name + " ";
        }
        return list;
    }
};

Read read(const gis::VectorLayer& schools, const gis::VectorLayer& enrolment = {}, const std::string& where = "")
{
    const gis::CityPlane plane({117.2, 39.1});
    const InputSpec spec;
    Read result;
    const Table pupils(Role::enrolment, spec, enrolment, nullptr, result.findings);
    const std::vector<EnrolmentRow> pupil_rows = enrolment_rows(pupils);
    const EnrolledSchools enrolled(pupils, pupil_rows);
    RegisteredSchools rows = read_schools(Table(Role::schools, spec, schools, &plane, result.findings), enrolled, where);
    for (PlacedSchool& one : rows.schools) {
        result.schools.push_back(one.school);
    }
    result.closed = std::move(rows.closed);
    join_enrolment(pupils, pupil_rows, result.schools, result.closed, result.findings);
    report_guessed_stages(result.schools, result.findings);
    return result;
}

constexpr PerStage<bool> primary = {{true, false, false}};
constexpr PerStage<bool> junior = {{false, true, false}};
constexpr PerStage<bool> senior = {{false, false, true}};

} // namespace

TEST_CASE("closed schools are left out with a row each, planned ones are planned", "[schools]")
{
    const Read city =
        read(layer_of({"id", "name", "stage", "办学状态"},
                      {{"1", "甲小学", "primary", "正常"}, {"2", "乙小学", "primary", "停办"}, {"3", "丙小学", "primary", "筹建"}}));
    CHECK(city.names() == "甲小学 丙小学 ");
    CHECK(city.schools[1].phase == SchoolPhase::planned);
    CHECK(city.closed.size() == 1);
    CHECK(city.count(IssueCode::school_closed) == 1);
    CHECK(city.count(IssueCode::words_not_known) == 0);
}

TEST_CASE("unknown words of a column are one row with their counts", "[schools]")
{
    const Read city = read(layer_of({"id", "name", "phase"}, {{"1", "甲小学", "甲类"}, {"2", "乙小学", "甲类"}, {"3", "丙小学", "乙类"}}));
    REQUIRE(city.count(IssueCode::words_not_known) == 1);
    CHECK(city.count(IssueCode::value_not_read) == 0);
    const auto found = std::find_if(city.findings.begin(), city.findings.end(),
                                    [](const Finding& finding) { return finding.code == IssueCode::words_not_known; });
    CHECK(message_of(*found).find("'甲类' (2), '乙类' (1)") != std::string::npos);
}

TEST_CASE("a school is rural by its own column, else by the code of its place", "[schools]")
{
    const Read city =
        read(layer_of({"id", "name", "是否农村", "统计用城乡划分代码"},
                      {{"1", "甲小学", "否", "220"}, {"2", "乙小学", "", "210"}, {"3", "丙小学", "", "122"}, {"4", "丁小学", "", ""}}));
    CHECK(city.schools[0].rural == false);
    CHECK(city.schools[1].rural == true);
    CHECK(city.schools[2].rural == false);
    CHECK_FALSE(city.schools[3].rural);
    CHECK(city.count(IssueCode::words_not_known) == 0);

    const Read codes = read(layer_of({"id", "name", "城乡分类代码"}, {{"1", "甲小学", "111"}, {"2", "乙小学", "220"}}));
    CHECK(codes.schools[0].rural == false);
    CHECK(codes.schools[1].rural == true);
}

TEST_CASE("what names a closed school names nobody, and its ground is a campus", "[schools]")
{
    School gone;
    gone.id = "9";
    gone.name = "旧街小学";
    gone.ground = {gis::Polygon{{{0, 0}, {10, 0}, {10, 10}, {0, 0}}, {}}};
    School branch;
    branch.id = "1";
    branch.parent_id = "9";
    std::vector<School> schools = {branch};
    std::vector<Campus> campuses = {{"c", "9", "", gone.ground, false}};
    forget_closed_schools({gone}, schools, campuses);
    CHECK(schools[0].parent_id.empty());
    REQUIRE(campuses.size() == 2);
    CHECK(campuses[0].school_id.empty());
    CHECK(campuses[1].school_id.empty());
}

TEST_CASE("an enrolment row of a closed school is said to be of one", "[schools]")
{
    const Read city = read(layer_of({"id", "name", "phase"}, {{"1", "甲小学", "open"}, {"2", "旧街小学", "closed"}}),
                           layer_of({"id", "enrol_primary"}, {{"2", "300"}}));
    CHECK(city.count(IssueCode::enrolment_of_closed) == 1);
    CHECK(city.count(IssueCode::enrolment_unmatched) == 0);
}

TEST_CASE("gates, colleges and nurseries are no schools, unless they have pupils or the filter names them", "[schools]")
{
    const gis::VectorLayer points = layer_of({"name", "stage"}, {{"东湖中学", "科教文化服务;学校;中学"},
                                                                 {"东湖中学南门", "科教文化服务;学校;中学"},
                                                                 {"东湖理工大学信息楼", "科教文化服务;学校;高等院校"},
                                                                 {"东湖幼儿园", "科教文化服务;学校;幼儿园"}});
    CHECK(read(points).names() == "东湖中学 ");
    CHECK(read(points).count(IssueCode::not_a_school) == 3);
    CHECK(read(points, layer_of({"name", "enrol_primary"}, {{"东湖幼儿园", "60"}})).names() == "东湖中学 东湖幼儿园 ");
    CHECK(read(points, {}, "stage IN ('科教文化服务;学校;高等院校')").names() == "东湖中学 东湖理工大学信息楼 ");
}

TEST_CASE("the total of a nursery's own row is children, pupils of a stage make it a school", "[schools]")
{
    CHECK(read(layer_of({"name", "stage", "enrol_total"}, {{"Park Nursery", "Nursery", "60"}})).names().empty());
    CHECK(read(layer_of({"name", "stage", "enrol_primary"}, {{"Park Nursery", "Nursery", "60"}})).names() == "Park Nursery ");
    CHECK(read(layer_of({"name", "enrol_total"}, {{"Park College Nursery", "60"}})).names() == "Park College Nursery ");
}

TEST_CASE("rows alike in all columns and in place are one", "[schools]")
{
    gis::VectorLayer points =
        layer_of({"名称", "类型", "OBJECTID"}, {{"甲小学", "小学", "1"}, {"甲小学", "小学", "2"}, {"甲小学", "小学", "3"}});
    points.features[2].geometry = gis::Point{117.3, 39.1};
    const Read city = read(points);
    CHECK(city.schools.size() == 2);
    CHECK(city.count(IssueCode::school_row_twice) == 1);
}

TEST_CASE("of two schools of one name at one place the first takes the enrolment", "[schools]")
{
    const Read city = read(layer_of({"id", "name", "tel"}, {{"1", "甲小学", "7"}, {"2", "甲小学", "8"}}),
                           layer_of({"name", "enrol_primary"}, {{"甲小学", "1200"}}));
    CHECK(city.schools[0].pupils[Stage::primary] == 1200);
    CHECK(city.count(IssueCode::enrolment_ambiguous) == 0);
}

TEST_CASE("where neither stage nor pupils tell, type and name do, and the total is of the one stage", "[schools]")
{
    const Read city = read(layer_of({"name", "类型", "在校生数"}, {{"东湖第一小学", "小学", "1200"},
                                                                   {"东湖初级中学", "中学", "900"},
                                                                   {"东湖高级中学", "中学", "1500"},
                                                                   {"东湖中学", "中学", "1800"},
                                                                   {"东湖实验学校", "中学", "2000"},
                                                                   {"东湖九年一贯制学校", "", "700"}}));
    REQUIRE(city.schools.size() == 6);
    CHECK(city.schools[0].pupils[Stage::primary] == 1200);
    CHECK(city.schools[1].has_stage == junior);
    CHECK(city.schools[1].pupils[Stage::junior] == 900);
    CHECK(city.schools[2].has_stage == senior);
    CHECK(city.schools[2].pupils[Stage::senior] == 1500);
    CHECK(city.schools[3].has_stage == junior);
    CHECK_FALSE(city.schools[3].pupils[Stage::junior].has_value());
    CHECK(city.schools[3].pupils_total == 1800);
    CHECK_FALSE(city.schools[4].pupils[Stage::junior].has_value());
    CHECK(city.schools[5].pupils_total == 700);
    CHECK(city.schools[5].has_stage == PerStage<bool>{{true, true, false}});
    CHECK(city.count(IssueCode::stage_guessed) == 5);
}

TEST_CASE("pupils go before a stage that was guessed", "[schools]")
{
    const Read city = read(layer_of({"id", "name"}, {{"1", "东湖中学"}}), layer_of({"id", "enrol_primary"}, {{"1", "300"}}));
    CHECK(city.schools[0].has_stage == primary);
    CHECK(city.count(IssueCode::stage_guessed) == 0);
}

TEST_CASE("pupils that a table gives to a stage which the schools layer does not declare are said", "[schools]")
{
    const gis::VectorLayer schools = layer_of({"id", "stage"}, {{"1", "primary"}});
    const Read one_row = read(schools, layer_of({"id", "enrol_primary", "enrol_junior"}, {{"1", "600", "300"}}));
    CHECK(one_row.count(IssueCode::stage_not_declared) == 1);
    CHECK(one_row.schools[0].pupils[Stage::junior] == 300);
    const Read row_each = read(schools, layer_of({"id", "stage", "enrol_total"}, {{"1", "primary", "600"}, {"1", "junior", "300"}}));
    CHECK(row_each.count(IssueCode::stage_not_declared) == 1);
    CHECK(row_each.schools[0].pupils[Stage::junior] == 300);
}

TEST_CASE("who keeps a school is no part of its name, and a numbered middle school is one inside a name too", "[schools]")
{
    const auto stem = [](const std::string& name) { return name_key(name).stem; };
    CHECK(stem("江城市民办新东湖实验学校") == stem("新东湖实验学校"));
    CHECK(stem("江城市东湖第二中学附属学校") == stem("东湖二中附属学校"));
    CHECK(stem("东湖第二中心小学") != stem("东湖第二中学心小学"));
    CHECK(stem("东湖二中") == stem("东湖第二中学"));
    const Read city = read(layer_of({"id", "name"}, {{"1", "公办新东湖小学"}, {"2", "民办新东湖小学"}}),
                           layer_of({"name", "enrol_primary"}, {{"东城区民办新东湖小学", "500"}}));
    CHECK(city.schools[1].pupils[Stage::primary] == 500);
}
