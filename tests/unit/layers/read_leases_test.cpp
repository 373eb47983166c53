// The lease table: contracts, their days, and what is left out.
#include "domain/city/issue_code.hpp"
#include "layers/leases/cell_dates.hpp"
#include "layers/leases/read_leases.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;

namespace {

std::optional<Date> day(const std::string& text)
{
    return last_day_of(text).value;
}

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

City city()
{
    City one;
    one.schools.resize(2);
    one.schools[0].id = "A";
    one.schools[0].name = "东湖中学";
    one.schools[1].id = "B";
    one.venues.resize(2);
    one.venues[0].id = "V";
    one.venues[1].id = "W";
    one.venues[1].name = "体育馆";
    return one;
}

} // namespace

TEST_CASE("days are read as planners write them, a month or a year as its last day", "[leases]")
{
    CHECK(day("2021-12-31") == Date{2021, 12, 31});
    CHECK(day("2021/9/1 00:00:00") == Date{2021, 9, 1});
    CHECK(day("2021-09-01T23:59:00+08") == Date{2021, 9, 1});
    CHECK(day("2021年8月31日") == Date{2021, 8, 31});
    CHECK(day("20210831") == Date{2021, 8, 31});
    CHECK(day("31.8.2021") == Date{2021, 8, 31});
    CHECK(day("8/31/2021") == Date{2021, 8, 31});
    CHECK(day("2024年2月") == Date{2024, 2, 29});
    CHECK(day("2022") == Date{2022, 12, 31});
    CHECK(day("2022年") == Date{2022, 12, 31});
}

TEST_CASE("what is no day, or two, is none", "[leases]")
{
    for (const char* const text : {"3/4/2021", "2021-02-30", "long", "31-12-21", "2021-13", "202112", "123456789", "2021-12-31-5"}) {
        CAPTURE(text);
        CHECK(last_day_of(std::string(text)).problem == CellProblem::not_a_date);
    }
    CHECK(last_day_of(std::string("-")).problem == CellProblem::none);
    CHECK_FALSE(day("-"));
}

TEST_CASE("leases stand in the order in which they are given, and every row is used or reported", "[leases]")
{
    const gis::VectorLayer layer =
        layer_of({"学校", "场馆", "租赁面积", "到期日期", "合同号"}, {{"A", "V", "500", "2021-12-31", "2"},
                                                                      {"东湖中学", "体育馆", "0.1公顷", "2022", "9"},
                                                                      {"A", "V", "500", "2021-12-31", "2"},
                                                                      {"A", "V", "100", "2021-12-31", "1"},
                                                                      {"B", "W", "50", "", "7"},
                                                                      {"Z", "V", "50", "2022", "3"},
                                                                      {"A", "Z", "50", "2022", "4"},
                                                                      {"A", "V", "", "2022", "5"},
                                                                      {"B", "V", "60", "2022-12-31", ""}});
    Findings findings;
    const City of_leases = city();
    const std::vector<Lease> leases = read_leases(Table(Role::leases, {}, layer, nullptr, findings), of_leases, findings);
    REQUIRE(leases.size() == 5);
    CHECK(leases[0].number == "#9");
    CHECK(leases[1].number == "9");
    CHECK(leases[1].m2 == 1000.0);
    CHECK(leases[1].venue == 1);
    CHECK(leases[1].school == SchoolIndex(0));
    CHECK(leases[2].number == "1");
    CHECK(leases[3].number == "2");
    CHECK(leases[4].number == "7");
    CHECK_FALSE(leases[4].until);
    CHECK(count(findings, IssueCode::lease_twice) == 1);
    CHECK(count(findings, IssueCode::lease_without_end) == 1);
    CHECK(count(findings, IssueCode::lease_school_unknown) == 1);
    CHECK(count(findings, IssueCode::lease_venue_unknown) == 1);
    CHECK(count(findings, IssueCode::lease_row_unusable) == 1);
    std::size_t left_out = 0;
    for (const Finding& finding : findings) {
        left_out += finding.rows_left_out;
    }
    CHECK(left_out + leases.size() == layer.features.size());
}
