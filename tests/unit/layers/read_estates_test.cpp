// Tables of estates, and enrolment of later years.
#include "domain/city/issue_code.hpp"
#include "layers/columns/columns.hpp"
#include "layers/columns/heading.hpp"
#include "layers/result/reasons.hpp"
#include "layers/rows/join_enrolment.hpp"
#include "layers/rows/read_estates.hpp"
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

} // namespace

TEST_CASE("a heading tells its year before or behind", "[columns]")
{
    CHECK(year_heading("2026年小学在校生数")->year == 2026);
    CHECK(year_heading("2026年小学在校生数")->key == "小学在校生数");
    CHECK(year_heading("enrol_primary_2027")->year == 2027);
    CHECK(year_heading("enrol_primary_2027")->key == "enrolprimary");
    CHECK(year_heading("小学在校生数(2028年)")->key == "小学在校生数");
    CHECK_FALSE(year_heading("enrol_primary"));
    CHECK_FALSE(year_heading("p29004"));
    CHECK_FALSE(year_heading("2026"));
    CHECK_FALSE(year_heading(""));
}

TEST_CASE("enrolment columns of other years stand beside today's", "[columns]")
{
    const auto of = [](const std::vector<std::string>& headings) { return matched_columns(Role::schools, headings, {}).position_of; };
    const auto plain = of({"id", "enrol_primary", "enrol_primary_2026", "2027年小学在校生数"});
    CHECK(plain.at("enrol_primary") == 1);
    CHECK(plain.at("enrol_primary_2026") == 2);
    CHECK(plain.at("enrol_primary_2027") == 3);
    // Without a plain column the latest year is today's, or the latest that is not after the run's.
    const std::vector<std::string> headings = {"2025年小学在校生数", "2026年小学在校生数"};
    CHECK(of(headings).at("enrol_primary") == 1);
    const auto dated = matched_columns(Role::schools, headings, {}, {0, {}, {}, 2025}).position_of;
    CHECK(dated.at("enrol_primary") == 0);
    CHECK(dated.at("enrol_primary_2026") == 1);
    const auto named = matched_columns(Role::enrolment, {"a", "b"}, {{"enrol_junior_2026", "b"}});
    CHECK(named.position_of.at("enrol_junior_2026") == 1);
    CHECK_THROWS(matched_columns(Role::enrolment, {"a"}, {{"classes_primary_2026", "a"}}));
}

TEST_CASE("enrolment of later years reaches the school, of rows by stage too", "[schools]")
{
    const gis::VectorLayer layer = layer_of({"id", "stage", "enrol_total", "enrol_primary_2027", "enrol_primary_2026", "2026年在校生数"},
                                            {{"S", "primary", "400", "380", "390", ""}, {"S", "junior", "200", "", "", "190"}});
    Findings findings;
    const Table table(Role::enrolment, {}, layer, nullptr, findings);
    std::vector<School> schools(1);
    schools[0].id = "S";
    CHECK(join_enrolment(table, enrolment_rows(table), schools, {}, findings).rows_used == 2);
    REQUIRE(schools[0].projected.size() == 2);
    CHECK(schools[0].projected[0].year == 2026);
    CHECK(schools[0].projected[0].pupils[Stage::primary] == 390.0);
    CHECK(schools[0].projected[0].pupils[Stage::junior] == 190.0);
    CHECK(schools[0].projected[1].pupils[Stage::primary] == 380.0);
    CHECK_FALSE(schools[0].projected[1].pupils[Stage::junior]);
}

TEST_CASE("yields are sorted, and rows that say nothing or say it again are left out", "[estates]")
{
    const gis::VectorLayer layer = layer_of({"住宅类型", "年数", "小学", "初中"}, {{"villa", "3", "0.2", ""},
                                                                                   {"flat", "", "0.1", "0.05"},
                                                                                   {"flat", "0", "0.9", ""},
                                                                                   {"", "1", "0.1", ""},
                                                                                   {"flat", "2", "", ""},
                                                                                   {"flat", "1", "many", "0.02"}});
    Findings findings;
    const std::vector<DwellingYield> yields = read_yields(Table(Role::yields, {}, layer, nullptr, findings));
    REQUIRE(yields.size() == 3);
    CHECK(yields[0].dwelling == "flat");
    CHECK(yields[0].year == 0);
    CHECK(yields[0].per_dwelling[Stage::primary] == 0.1);
    CHECK(yields[1].year == 1);
    CHECK_FALSE(yields[1].per_dwelling[Stage::primary]);
    CHECK(yields[2].dwelling == "villa");
    CHECK(count(findings, IssueCode::yield_row_unusable) == 2);
    CHECK(count(findings, IssueCode::yield_row_twice) == 1);
    CHECK(count(findings, IssueCode::value_not_read) == 1);
    std::size_t left_out = 0;
    for (const Finding& finding : findings) {
        left_out += finding.rows_left_out;
    }
    CHECK(left_out + yields.size() == layer.features.size());
}

TEST_CASE("reasons name schools and venues by name and id, with numbers", "[estates]")
{
    City city;
    city.schools.resize(2);
    city.schools[0].id = "A";
    city.schools[0].name = "Alder";
    city.schools[1].id = "B";
    city.venues.resize(1);
    city.venues[0].id = "V";
    city.venues[0].name = "Hall";
    CHECK(reasons_text({}, city).empty());
    const Reasons reasons = {{ReasonCode::seats_short, Stage::primary, "A", {}, 102.04, {}},
                             {ReasonCode::rent_more, Stage::primary, "B", "V", 0.6, {}},
                             {ReasonCode::no_school_in_walk, Stage::junior, "", {}, {}, {}}};
    CHECK(reasons_text(reasons, city) == "no seat is known for 102 primary pupils within walking distance, Alder (A) included; "
                                         "B would have to rent 0.60 m2 more at Hall (V); no junior school can be reached on foot");
}
