// The seven indicators, stage by stage, by hand.
#include "domain/city/issue_code.hpp"
#include "domain/indicators/amount_findings.hpp"
#include "domain/indicators/district_readings.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// A school with 10 m2 of sports ground a pupil and amounts that meet every threshold of both stages.
School well_off(const std::string& id, std::int64_t primary, std::int64_t junior = 0)
{
    School one = school(id, primary, junior);
    const auto pupils = static_cast<double>(primary + junior);
    one.outdoor_m2 = pupils * 20.0;
    one.indoor_m2 = 0.0;
    const auto give = [&](Indicator indicator, double per_pupil) {
        SchoolAmount& amount = one.amounts[indicator];
        if (rule_of(indicator).amount == AmountOf::counted_persons) {
            amount.of_stage = {{per_pupil * static_cast<double>(primary), per_pupil * static_cast<double>(junior), std::nullopt}};
        } else {
            amount.whole = per_pupil * pupils;
        }
    };
    give(Indicator::teachers_degree, 0.06);
    give(Indicator::backbone_teachers, 0.02);
    give(Indicator::arts_sports_teachers, 0.01);
    give(Indicator::teaching_rooms_m2, 12.0);
    give(Indicator::equipment_yuan, 5000.0);
    give(Indicator::multimedia_rooms, 0.05);
    return one;
}

struct Evaluated
{
    explicit Evaluated(std::vector<School> schools, const Settings& with = {}) : settings(with)
    {
        city.schools = std::move(schools);
        results = measured(city, settings);
        figures = indicator_figures(measured_city(city, results, settings), results.districts);
    }

    const StageValue& value(Indicator indicator, std::size_t row = 0) const { return figures.stages.at(row).of[indicator]; }
    Findings findings() const
    {
        Findings found;
        report_amounts(measured_city(city, results, settings), found);
        return found;
    }
    std::optional<bool> school_passes(std::size_t row = 0) const
    {
        return passes_school_rule(count_states(figures.stages.at(row), figures.with_data), settings.standard.regime);
    }

    Settings settings;
    City city;
    Results results;
    IndicatorFigures figures;
};

School with_teachers(double teachers, std::int64_t pupils)
{
    School one = school("A", pupils);
    one.amounts[Indicator::teachers_degree].whole = teachers;
    return one;
}

} // namespace

TEST_CASE("an indicator exactly at its threshold is met and exactly at its floor is tolerated", "[indicators]")
{
    const auto state = [](double teachers, std::int64_t pupils) {
        return Evaluated({with_teachers(teachers, pupils)}).value(Indicator::teachers_degree).state;
    };
    CHECK(state(42, 1000) == IndicatorState::met);
    CHECK(state(41.99, 1000) == IndicatorState::tolerated);
    CHECK(state(35.70, 1000) == IndicatorState::tolerated); // 3.57 of a hundred
    CHECK(state(35.69, 1000) == IndicatorState::short_of);
    for (std::int64_t pupils = 50; pupils <= 3000; pupils += 50) { // 4.2 x pupils / 100 has two decimals at most
        CHECK(state(static_cast<double>(pupils * 42 / 10) / 100.0, pupils) == IndicatorState::met);
    }
}

TEST_CASE("a value is for each pupil or for a hundred of them", "[indicators]")
{
    const Evaluated one({well_off("A", 500)});
    CHECK(*one.value(Indicator::teachers_degree).value == Approx(6.0));
    CHECK(*one.value(Indicator::teaching_rooms_m2).value == Approx(12.0));
    CHECK(*one.value(Indicator::equipment_yuan).value == Approx(5000.0));
    CHECK(*one.value(Indicator::multimedia_rooms).value == Approx(5.0));
    CHECK(*one.value(Indicator::sports_area_m2).value == Approx(20.0));
    CHECK(*one.value(Indicator::multimedia_rooms).ratio == Approx(5.0 / 2.3));
    CHECK(*one.value(Indicator::multimedia_rooms).standard == 2.3);
}

TEST_CASE("things of a combined school are shared by weight as ground is", "[indicators]")
{
    School one = school("A", 600, 300); // SP-1
    one.amounts[Indicator::equipment_yuan].whole = 9300.0;
    const Evaluated combined({one});
    CHECK(*combined.value(Indicator::equipment_yuan, 0).value == Approx(10.0));
    CHECK(*combined.value(Indicator::equipment_yuan, 1).value == Approx(11.0));

    one.pupils = {{std::nullopt, 600, 500}}; // SP-4: a complete secondary school
    one.has_stage = {{false, true, true}};
    one.amounts[Indicator::equipment_yuan].whole = 12000.0;
    const Evaluated complete({one});
    REQUIRE(complete.figures.stages.size() == 1);
    CHECK(*complete.value(Indicator::equipment_yuan).value == Approx(10.0));

    one.pupils = {{500, 500, 500}}; // SP-5
    one.has_stage = {{true, true, true}};
    one.amounts[Indicator::equipment_yuan].whole = 17100.0;
    const Evaluated twelve_years({one});
    CHECK(*twelve_years.value(Indicator::equipment_yuan, 0).amount == Approx(5000.0));
    CHECK(*twelve_years.value(Indicator::equipment_yuan, 1).amount == Approx(5500.0));
}

TEST_CASE("things of a school whose ground is split by required are shared by the national weights", "[indicators]")
{
    Settings settings;
    settings.standard.split = Split::required;
    School one = school("A", 600, 300);
    one.amounts[Indicator::equipment_yuan].whole = 9300.0;
    CHECK(*Evaluated({one}, settings).value(Indicator::equipment_yuan, 1).value == Approx(11.0));
}

TEST_CASE("a stage that is told its own amount takes no part of another's", "[indicators]")
{
    School one = school("A", 600, 300);
    one.amounts[Indicator::multimedia_rooms].of_stage = {{12.0, 9.0, std::nullopt}};
    const Evaluated told({one});
    CHECK(*told.value(Indicator::multimedia_rooms, 0).value == Approx(2.0));
    CHECK(*told.value(Indicator::multimedia_rooms, 1).value == Approx(3.0));

    one.amounts[Indicator::multimedia_rooms].of_stage[Stage::junior].reset();
    const Evaluated half_told({one});
    CHECK(half_told.value(Indicator::multimedia_rooms, 0).state == IndicatorState::tolerated);
    CHECK(half_told.value(Indicator::multimedia_rooms, 1).state == IndicatorState::unknown);
    CHECK(count(half_told.findings(), IssueCode::indicator_row_missing) == 1);
}

TEST_CASE("one number of teachers of several stages is unknown in each of them", "[indicators]")
{
    School one = school("A", 600, 300);
    one.amounts[Indicator::teachers_degree].whole = 60.0;
    one.amounts[Indicator::backbone_teachers].whole = 20.0;
    const Evaluated combined({one});
    CHECK(combined.value(Indicator::teachers_degree, 0).state == IndicatorState::unknown);
    CHECK_FALSE(combined.value(Indicator::teachers_degree, 1).value);
    CHECK(count(combined.findings(), IssueCode::teachers_without_stage) == 1);

    one.amounts[Indicator::teachers_degree] = {std::nullopt, {{30.0, 15.0, std::nullopt}}};
    CHECK(*Evaluated({one}).value(Indicator::teachers_degree, 1).value == Approx(5.0));
}

TEST_CASE("indoor sports rooms are taken out of the teaching rooms and counted as sports ground", "[indicators]")
{
    School one = school("A", 1000);
    one.outdoor_m2 = 7000.0;
    one.indoor_m2 = 500.0;
    one.amounts[Indicator::teaching_rooms_m2].whole = 5000.0;
    const Evaluated with_hall({one});
    CHECK(*with_hall.value(Indicator::teaching_rooms_m2).value == Approx(4.5));
    CHECK(with_hall.value(Indicator::teaching_rooms_m2).state == IndicatorState::met);
    CHECK(*with_hall.value(Indicator::sports_area_m2).value == Approx(7.5));

    one.amounts[Indicator::teaching_rooms_m2].whole = 499.0;
    const Evaluated too_few({one});
    CHECK(too_few.value(Indicator::teaching_rooms_m2).state == IndicatorState::unknown);
    CHECK(count(too_few.findings(), IssueCode::teaching_rooms_below_indoor) == 1);

    one.indoor_in_outdoor = true;
    CHECK(count(Evaluated({one}).findings(), IssueCode::indoor_rooms_unknown) == 1);
}

TEST_CASE("indoor rooms of a combined school are taken out in the shares of its stages", "[indicators]")
{
    School one = school("A", 600, 300);
    one.outdoor_m2 = 9000.0;
    one.indoor_m2 = 930.0;
    one.amounts[Indicator::teaching_rooms_m2].of_stage = {{4000.0, 2000.0, std::nullopt}};
    const Evaluated combined({one});
    CHECK(*combined.value(Indicator::teaching_rooms_m2, 0).amount == Approx(4000.0 - 600.0));
    CHECK(*combined.value(Indicator::teaching_rooms_m2, 1).amount == Approx(2000.0 - 330.0));
}

TEST_CASE("a branch is counted with its main school, and one that gives nothing makes it unknown", "[indicators]")
{
    School main = with_teachers(30.0, 600);
    School branch = school("B", 400);
    branch.parent_id = "A";
    branch.amounts[Indicator::teachers_degree].whole = 12.0;
    const Evaluated both({main, branch});
    REQUIRE(both.figures.stages.size() == 1);
    CHECK(*both.value(Indicator::teachers_degree).value == Approx(4.2));
    CHECK(both.value(Indicator::teachers_degree).state == IndicatorState::met);

    branch.amounts[Indicator::teachers_degree].whole.reset();
    const Evaluated one_only({main, branch});
    CHECK(one_only.value(Indicator::teachers_degree).state == IndicatorState::unknown);
    CHECK(count(one_only.findings(), IssueCode::indicator_row_missing) == 1);

    branch.amounts[Indicator::teachers_degree].whole = 0.0;
    CHECK(*Evaluated({main, branch}).value(Indicator::teachers_degree).value == Approx(3.0));
}

TEST_CASE("six of seven and none below the floor pass under the national regime, all seven under the plan's", "[indicators]")
{
    const StateCounts all_met{7, 0, 0, 0};
    const StateCounts one_tolerated{6, 1, 0, 0};
    const StateCounts two_tolerated{5, 2, 0, 0};
    const StateCounts one_short{6, 0, 1, 0};
    const StateCounts one_unknown{6, 0, 0, 1};
    const StateCounts tolerated_and_unknown{5, 1, 0, 1};
    const StateCounts short_and_unknown{1, 0, 1, 5};
    const auto by_rule = [](const StateCounts& counts) { return passes_school_rule(counts, national_regime); };
    const auto by_plan = [](const StateCounts& counts) { return passes_school_rule(counts, plan_regime); };
    CHECK(by_rule(all_met) == true);
    CHECK(by_rule(one_tolerated) == true);
    CHECK(by_rule(two_tolerated) == false);
    CHECK(by_rule(one_short) == false);
    CHECK_FALSE(by_rule(one_unknown));
    CHECK_FALSE(by_rule(tolerated_and_unknown));
    CHECK(by_rule(short_and_unknown) == false);
    CHECK(by_plan(all_met) == true);
    CHECK(by_plan(one_tolerated) == false);
    CHECK_FALSE(by_plan(one_unknown));
    CHECK(by_plan(tolerated_and_unknown) == false);
}

TEST_CASE("special schools have no indicators, and teaching points under 50 pupils no part in their variation", "[indicators]")
{
    School special = well_off("S", 100);
    special.kind = SchoolKind::special;
    School point = well_off("T", 49);
    point.kind = SchoolKind::teaching_point;
    School silent_point = school("U", 30);
    silent_point.kind = SchoolKind::teaching_point;
    const Evaluated city({well_off("A", 500), special, point, silent_point});
    REQUIRE(city.figures.stages.size() == 2);
    CHECK(city.figures.stages[1].school == SchoolIndex(2));
    REQUIRE(city.figures.variations.size() == 7);
    CHECK(city.figures.variations[0].schools == 1);
}

TEST_CASE("pupils that are unknown or 0 leave the indicators unknown", "[indicators]")
{
    School unknown = well_off("A", 500);
    unknown.pupils[Stage::primary].reset();
    const Evaluated without_number({unknown});
    REQUIRE(without_number.figures.stages.size() == 1);
    CHECK(without_number.value(Indicator::equipment_yuan).state == IndicatorState::unknown);
    CHECK(*without_number.value(Indicator::equipment_yuan).standard == 2000.0);
    School empty = well_off("A", 500);
    empty.pupils[Stage::primary] = 0;
    CHECK(Evaluated({empty}).figures.stages.empty());
}

TEST_CASE("thresholds of the config go before those of the national method", "[indicators]")
{
    Settings settings;
    settings.indicators.thresholds[Indicator::teachers_degree][Stage::primary] = 7.0;
    const Evaluated strict({well_off("A", 500)}, settings);
    CHECK(strict.value(Indicator::teachers_degree).state == IndicatorState::tolerated);
    CHECK(strict.school_passes() == false);
    settings.standard.regime = national_regime;
    CHECK(Evaluated({well_off("A", 500)}, settings).school_passes() == true);
}

TEST_CASE("what the national regime counts of sports ground stands beside what the plan counts", "[indicators]")
{
    School one = school("A", 1000);
    one.outdoor_m2 = 7000.0;
    one.special_m2 = 600.0;
    const Evaluated by_plan({one});
    CHECK(*by_plan.value(Indicator::sports_area_m2).value == Approx(7.6));
    CHECK(*by_plan.value(Indicator::sports_area_m2).national_value == Approx(7.0));
    one.dense = true;
    CHECK(*Evaluated({one}).value(Indicator::sports_area_m2).national_value == Approx(7.6));
}

TEST_CASE("without any amount only sports ground has rows and judges the districts as passes does", "[indicators]")
{
    City city;
    city.districts = {{"D", "", rectangle(0, 0, 100, 100)}};
    city.schools = {school("A", 400), school("B", 400)};
    for (School& one : city.schools) {
        one.outdoor_m2 = 3000.0;
    }
    const Settings settings;
    const Results results = measured(city, settings);
    const IndicatorFigures figures = indicator_figures(measured_city(city, results, settings), results.districts);
    CHECK(figures.shows(Indicator::sports_area_m2));
    CHECK_FALSE(figures.shows(Indicator::equipment_yuan));
    CHECK(figures.variations.size() == 2); // of the city, and of the district
    CHECK(results.districts.rows[0].figures.passes == true);
    CHECK(figures.districts[0].passes[Reading::weighted] == true);
    CHECK(figures.districts[0].deciding == DecidingReading::same);
}

namespace {

/// Primary schools of one district by pupils and yuan a pupil, which meet the standards in everything.
Evaluated district_of(const std::vector<std::pair<std::int64_t, double>>& schools)
{
    std::vector<School> list;
    for (const auto& [pupils, yuan] : schools) {
        School one = school(std::string(1, static_cast<char>('A' + list.size())), pupils);
        one.district = "D";
        one.outdoor_m2 = 7.5 * static_cast<double>(pupils);
        one.amounts[Indicator::equipment_yuan].whole = yuan * static_cast<double>(pupils);
        list.push_back(one);
    }
    return Evaluated(std::move(list));
}

const DistrictReadings& only_district(const Evaluated& city)
{
    REQUIRE(city.figures.districts.size() == 1);
    return city.figures.districts[0];
}

} // namespace

TEST_CASE("CV-2 of an indicator passes plain and fails weighted, so the reading decides", "[indicators]")
{
    const Evaluated city = district_of({{100, 15000.0}, {300, 5000.0}});
    const DistrictReadings& district = only_district(city);
    CHECK(district.passes[Reading::weighted] == false);
    CHECK(district.passes[Reading::plain] == true); // exactly 0.5
    CHECK(district.deciding == DecidingReading::plain);
    Findings findings;
    report_readings(city.results.districts, city.figures, findings);
    CHECK(count(findings, IssueCode::reading_decides) == 1);
}

TEST_CASE("a district that passes weighted only, or by rounding only, says so", "[indicators]")
{
    // Plain: mean of 3000 and 15000 is 9000, off by 6000: 0.667. Weighted: few pupils are in the rich one.
    CHECK(only_district(district_of({{1000, 3000.0}, {10, 15000.0}})).deciding == DecidingReading::weighted);
    // Equal numbers: both readings are 0.5044, and practice prints 0.50.
    CHECK(only_district(district_of({{500, 4956.0}, {500, 15044.0}})).deciding == DecidingReading::rounding);
    CHECK(only_district(district_of({{500, 4000.0}, {500, 4500.0}})).deciding == DecidingReading::same);
}

TEST_CASE("a school without a value leaves the variation undecided, but never the failure of another", "[indicators]")
{
    School silent = school("C", 300);
    silent.district = "D";
    silent.outdoor_m2 = 2250.0;
    Evaluated even = district_of({{500, 4000.0}, {500, 4500.0}});
    std::vector<School> schools = even.city.schools;
    schools.push_back(silent);
    const Evaluated with_silent(schools);
    CHECK_FALSE(only_district(with_silent).passes[Reading::weighted]);
    CHECK_FALSE(only_district(with_silent).deciding);
    schools[0].amounts[Indicator::equipment_yuan].whole = 100.0;
    CHECK(only_district(Evaluated(schools)).passes[Reading::weighted] == false);
}
