#include "domain/city/issue_code.hpp"
#include "layers/matching/duplicate_schools.hpp"
#include "layers/matching/references.hpp"
#include "layers/matching/resolve_schools.hpp"
#include "layers/matching/school_finder.hpp"
#include "layers/rows/join_enrolment.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <random>

using namespace fieldgap;

namespace {

using Rows = std::vector<std::vector<std::string>>;

School school(const std::string& id, const std::string& name, const std::string& district = "", PerStage<bool> stages = {})
{
    School one;
    one.id = id;
    one.name = name;
    one.district = district;
    one.has_stage = stages;
    return one;
}

constexpr PerStage<bool> primary = {{true, false, false}};
constexpr PerStage<bool> junior = {{false, true, false}};

gis::VectorLayer layer_of(const std::vector<std::string>& columns, const Rows& rows)
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

struct Joined
{
    std::vector<School> schools;
    Findings findings;

    std::optional<std::int64_t> pupils(std::size_t school, Stage stage = Stage::primary) const { return schools[school].pupils[stage]; }
    std::size_t count(IssueCode code) const
    {
        return static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; }));
    }
};

/// Rows of id, name, district, stage, enrol_primary, enrol_junior.
Joined joined(std::vector<School> schools, const Rows& rows)
{
    Joined result{std::move(schools), {}};
    const gis::VectorLayer layer = layer_of({"id", "name", "district", "stage", "enrol_primary", "enrol_junior"}, rows);
    const InputSpec spec;
    const Table table(Role::enrolment, spec, layer, nullptr, result.findings);
    join_enrolment(table, enrolment_rows(table), result.schools, {}, result.findings);
    return result;
}

std::vector<PlacedSchool> placed(std::vector<std::pair<School, double>> schools)
{
    std::vector<PlacedSchool> list;
    for (auto& [one, x] : schools) {
        one.at = {x, 0.0};
        list.push_back({one, true, true, one.has_stage});
    }
    return list;
}

School with_pupils(School one, Stage stage, std::int64_t pupils)
{
    one.pupils[stage] = pupils;
    one.has_stage[stage] = true;
    return one;
}

} // namespace

TEST_CASE("rows are joined by damaged ids, and by name where the digits are lost", "[join]")
{
    const auto result =
        joined({school("0120101001", "甲小学"), school("3133005132", "乙小学"), school("W7", "丙小学")},
               {{"120101001.0", "", "", "", "100", ""}, {"3.13E+09", "乙小学", "", "", "200", ""}, {" w7 ", "", "", "", "300", ""}});
    CHECK(result.pupils(0) == 100);
    CHECK(result.pupils(1) == 200);
    CHECK(result.pupils(2) == 300);
    CHECK(result.count(IssueCode::id_in_exponent) == 1);
    CHECK(result.count(IssueCode::reference_matched_loosely) == 1);
    CHECK(result.count(IssueCode::enrolment_by_name) == 1);
}

TEST_CASE("an id whose normal form two schools share joins neither", "[join]")
{
    const auto result =
        joined({school("007", "甲小学"), school("07", "乙小学")}, {{"7", "", "", "", "100", ""}, {"07", "", "", "", "50", ""}});
    CHECK_FALSE(result.pupils(0).has_value());
    CHECK(result.pupils(1) == 50);
    CHECK(result.count(IssueCode::enrolment_unmatched) == 1);
}

TEST_CASE("names of other schools are never matched", "[join]")
{
    const std::vector<School> schools = {school("1", "第一中学"),       school("2", "南开中学", "", junior),
                                         school("3", "和平区中心小学"), school("4", "河西区中心小学"),
                                         school("5", "实验小学"),       school("6", "天津市第五中学")};
    const auto result = joined(schools, {{"", "第二中学", "", "", "1", ""},
                                         {"", "南开小学", "", "", "1", ""},
                                         {"", "中心小学", "", "", "1", ""},
                                         {"", "南开区中心小学", "", "", "1", ""},
                                         {"", "实验小学分校", "", "", "1", ""},
                                         {"", "和平区第五中学", "", "", "1", ""}});
    for (std::size_t s = 0; s < schools.size(); ++s) {
        INFO(schools[s].name);
        CHECK_FALSE(result.pupils(s).has_value());
    }
    CHECK(result.count(IssueCode::enrolment_unmatched) + result.count(IssueCode::enrolment_ambiguous) == 6);
    std::size_t left_out = 0;
    for (const Finding& finding : result.findings) {
        left_out += finding.rows_left_out;
    }
    CHECK(left_out == 6);
}

TEST_CASE("district and stage part schools of one name", "[join]")
{
    const auto by_district = joined({school("3", "中心小学", "和平区"), school("4", "中心小学", "河西区")},
                                    {{"", "中心小学", "天津市河西区", "", "40", ""}, {"", "和平区中心小学", "", "", "30", ""}});
    CHECK(by_district.pupils(0) == 30);
    CHECK(by_district.pupils(1) == 40);
    const auto by_stage =
        joined({school("3", "育才学校", "", primary), school("4", "育才学校", "", junior)}, {{"", "育才学校", "", "初中", "", "40"}});
    CHECK(by_stage.pupils(1, Stage::junior) == 40);
    School far = school("4", "中心小学");
    far.at = {900, 0};
    const auto by_none = joined({school("3", "中心小学"), far}, {{"", "中心小学", "", "", "40", ""}});
    CHECK(by_none.count(IssueCode::enrolment_ambiguous) == 1);
}

TEST_CASE("a mistyped name is joined with its score, unless two schools or two rows have nearly the same right", "[join]")
{
    const auto one = joined({school("1", "Kurfürst-Friedrich-Gymnasium")}, {{"", "Kurfurst Fridrich Gymnasium", "", "", "", "40"}});
    CHECK(one.pupils(0, Stage::junior) == 40);
    CHECK(one.count(IssueCode::enrolment_similar_name) == 1);
    const auto two_schools =
        joined({school("1", "Oakwoods Primary"), school("2", "Oakwodd Primary")}, {{"", "Oakwood Primary", "", "", "40", ""}});
    CHECK(two_schools.count(IssueCode::enrolment_unmatched) == 1);
    CHECK_FALSE(two_schools.findings.back().what_if.empty());
    const auto two_rows = joined({school("1", "Springfields Primary")},
                                 {{"", "Springfield Primary", "", "", "4", ""}, {"", "Springfiels Primary", "", "", "5", ""}});
    CHECK_FALSE(two_rows.pupils(0).has_value());
    const auto taken =
        joined({school("1", "Springfields Primary")}, {{"", "Springfield Primary", "", "", "4", ""}, {"1", "", "", "", "5", ""}});
    CHECK(taken.pupils(0) == 5);
    CHECK(taken.count(IssueCode::enrolment_unmatched) == 1);
}

TEST_CASE("one row for each stage makes one school, a second row for the same stage is left out with both numbers", "[join]")
{
    const auto result = joined({school("1", "育才学校")},
                               {{"1", "", "", "小学", "600", "0"}, {"1", "", "", "初中", "0", "300"}, {"1", "", "", "初中", "", "280"}});
    CHECK(result.pupils(0, Stage::primary) == 600);
    CHECK(result.pupils(0, Stage::junior) == 300);
    CHECK(result.count(IssueCode::rows_merged_by_stage) == 1);
    CHECK(result.count(IssueCode::stage_not_declared) == 0);
    REQUIRE(result.count(IssueCode::enrolment_twice) == 1);
    const Finding& twice = result.findings.back();
    CHECK(twice.rows_left_out == 1);
    CHECK(message_of(twice).find("280 pupils, the first 300") != std::string::npos);
    REQUIRE(twice.what_if.size() == 1);
    CHECK(twice.what_if[0].pupils[Stage::junior] == -20.0);
}

TEST_CASE("the order of the rows changes nothing where no row is double", "[join]")
{
    const std::vector<School> schools = {school("001", "第一中学", "和平区"), school("002", "第二中学", "河西区"),
                                         school("003", "育才学校"),           school("004", "中心小学", "和平区"),
                                         school("005", "中心小学", "河西区"), school("006", "Oakwood Primary")};
    Rows rows = {{"1", "", "", "", "", "10"},
                 {"", "二中", "", "", "", "20"},
                 {"3", "", "", "小学", "30", ""},
                 {"003", "", "", "初中", "", "31"},
                 {"", "和平区中心小学", "", "", "40", ""},
                 {"", "中心小学", "河西", "", "50", ""},
                 {"", "Oakwod Primary", "", "", "60", ""},
                 {"", "第九中学", "", "", "", "70"}};
    const auto first = joined(schools, rows);
    CHECK(first.pupils(5) == 60);
    const unsigned seed = 20260;
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(rows.begin(), rows.end(), random);
        const auto again = joined(schools, rows);
        for (std::size_t s = 0; s < schools.size(); ++s) {
            CHECK(again.schools[s].pupils == first.schools[s].pupils);
        }
        CHECK(again.findings.size() == first.findings.size());
    }
}

TEST_CASE("twenty thousand mistyped names find their schools in seconds", "[join]")
{
    std::vector<School> schools;
    Rows rows;
    const unsigned seed = 7;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 20000; ++i) {
        std::string word;
        for (int letter = 0; letter < 14; ++letter) {
            word += static_cast<char>('a' + random() % 26);
        }
        schools.push_back(school(std::to_string(100000 + i), word + " Primary School"));
        word[4] = word[4] == 'q' ? 'x' : 'q';
        rows.push_back({"", word + " Primary School", "", "", "1", ""});
    }
    const auto start = std::chrono::steady_clock::now();
    const auto result = joined(std::move(schools), rows);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    WARN("20,000 similar names of 20,000: " << seconds << " s");
    CHECK(result.count(IssueCode::enrolment_similar_name) > 19900);
}

TEST_CASE("references are replaced by the school's own id", "[references]")
{
    const std::vector<School> schools = {school("0012", "甲小学"), school("0013", "乙小学")};
    const SchoolFinder finder(schools);
    References references(finder, schools, "fields", "school_id");
    CHECK(references.own_id("0012") == "0012");
    CHECK(references.own_id("12.0") == "0012");
    CHECK(references.own_id("乙 小學") == "0013");
    CHECK(references.own_id("99") == "99");
    CHECK(references.own_id("3.1E+09").empty());
    CHECK(references.own_id("3.1E+09", "甲小学") == "0012");
    Findings findings;
    references.report(findings);
    REQUIRE(findings.size() == 3);
    CHECK(message_of(findings[1]).find("'12.0' = '0012'") != std::string::npos);
}

TEST_CASE("rows of one id become one school, branches, other schools or a duplicate", "[settle]")
{
    Findings findings;
    const auto schools = resolved_schools(placed({{with_pupils(school("1", "育才学校"), Stage::primary, 600), 0.0},
                                                  {with_pupils(school("1", "育才学校"), Stage::junior, 300), 0.0},
                                                  {school("2", "万全小学东校区", "", primary), 0.0},
                                                  {school("2", "万全小学", "", primary), 900.0},
                                                  {school("3", "甲小学", "", primary), 0.0},
                                                  {school("3", "乙小学", "", primary), 5000.0},
                                                  {with_pupils(school("4", "丁小学"), Stage::primary, 10), 0.0},
                                                  {with_pupils(school("4", "丁小学"), Stage::primary, 12), 0.0}}),
                                          findings);
    std::vector<std::string> ids;
    for (const PlacedSchool& one : schools) {
        ids.push_back(one.school.id + (one.school.parent_id.empty() ? "" : " of " + one.school.parent_id));
    }
    CHECK(ids == std::vector<std::string>{"1", "2", "2#东校区 of 2", "3", "3#2", "4"});
    CHECK(schools[0].school.pupils[Stage::primary] == 600);
    CHECK(schools[0].school.pupils[Stage::junior] == 300);
    CHECK(schools[5].school.pupils[Stage::primary] == 10);
    CHECK(findings.size() == 4);
}

TEST_CASE("a branch that does not count finds the main school of its name", "[settle]")
{
    auto schools = placed({{school("1", "万全小学"), 0.0}, {school("2", "万全小学（南校区）"), 900.0}, {school("3", "无名分校"), 0.0}});
    schools[1].counts_as_school = false;
    schools[2].counts_as_school = false;
    Findings findings;
    find_main_schools(schools, findings);
    CHECK(schools[1].school.parent_id == "1");
    CHECK(schools[2].school.parent_id.empty());
    REQUIRE(findings.size() == 2);
    CHECK(findings[1].code == IssueCode::branch_without_parent);
}

TEST_CASE("one school under two ids on one place is reported, namesakes elsewhere are not", "[settle]")
{
    std::vector<School> schools = {school("1", "中心小学"), school("2", "中心小学"), school("3", "中心小学")};
    schools[0].pupils[Stage::primary] = 40;
    schools[1].pupils[Stage::primary] = 50;
    schools[1].at = {60.0, 0.0};
    schools[2].at = {900.0, 0.0};
    Findings findings;
    report_schools_twice(schools, {}, findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].feature_id == "2");
    CHECK(findings[0].what_if[0].pupils[Stage::primary] == -50.0);
}

TEST_CASE("the table's phase closes, plans and opens schools, row by row", "[join]")
{
    Joined result{{school("1", "甲小学"), school("2", "乙小学"), school("3", "丙学校"), school("4", "丁小学")}, {}};
    result.schools[3].phase = SchoolPhase::planned;
    const gis::VectorLayer layer = layer_of({"id", "学段", "enrol_total", "办学状态"}, {{"1", "小学", "400", "停办"},
                                                                                        {"2", "小学", "300", "筹建"},
                                                                                        {"3", "小学", "200", "正常"},
                                                                                        {"3", "初中", "100", "撤销"},
                                                                                        {"4", "小学", "50", "正常"}});
    const InputSpec spec;
    const Table table(Role::enrolment, spec, layer, nullptr, result.findings);
    const EnrolmentJoined joined = join_enrolment(table, enrolment_rows(table), result.schools, {}, result.findings);
    REQUIRE(joined.closed.size() == 1);
    CHECK(joined.closed[0].id == "1");
    CHECK(joined.rows_used == 3);
    REQUIRE(result.schools.size() == 3);
    CHECK(result.schools[0].phase == SchoolPhase::planned);
    CHECK(result.schools[1].pupils[Stage::primary] == 200);
    CHECK_FALSE(result.schools[1].has_stage[Stage::junior]);
    CHECK(result.schools[2].phase == SchoolPhase::open);
    CHECK(result.count(IssueCode::school_closed) == 1);
    CHECK(result.count(IssueCode::enrolment_of_closed) == 1);
    CHECK(result.count(IssueCode::enrolment_row_closed) == 1);
}
