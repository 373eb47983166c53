// The waterfall, the plan's own numbers (docs/standards.md 8) and the transfers.
#include "domain/city/issue_code.hpp"
#include "domain/plan/channel_alone.hpp"
#include "domain/plan/plan_amounts.hpp"
#include "domain/plan/plan_course.hpp"
#include "domain/plan/transfers.hpp"
#include "domain/plan/waterfall.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <cmath>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// As data/tianjin-plan.toml has them.
PlanSettings tianjin_plan()
{
    PlanSettings plan;
    plan.as_of = Date{2019, 12, 31};
    plan.until = Date{2022, 12, 31};
    plan.shortfall_m2 = 2'108'000.0;
    plan.booked_m2[Channel::expand] = 996'000.0;
    plan.booked_m2[Channel::basement] = 25'000.0;
    plan.booked_m2[Channel::rent] = 257'000.0;
    plan.booked_m2[Channel::share] = 197'000.0;
    plan.districts_to_pass = {{"2021", 5.0}, {"2022", 16.0}};
    return plan;
}

double booked_m2(PlanPart part)
{
    return booked_amounts(tianjin_plan())->of(part)->square_metres();
}

/// To two decimals, as the plan is read.
double percent(PlanPart part, PlanPart whole)
{
    return std::round(*booked_amounts(tianjin_plan())->ratio(part, whole) * 1e4) / 100.0;
}

/// A lacks 1000 m2 and has a basement of 300, B has 2000 too much (GP-4); C lacks 250 and lies in no district.
struct PlannedCity
{
    City city;
    Settings settings;

    PlannedCity()
    {
        city.schools = {with(school("A", 400), 2000.0, "Heping"), with(school("B", 400), 5000.0, "Nankai"),
                        with(school("C", 100), 500.0, "")};
        city.schools[0].basement_usable_m2 = 300.0;
        city.schools[1].basement_usable_m2 = 300.0;
        settings.channels[Channel::basement] = {true, 45.0, {}};
    }

    static School with(School one, double outdoor_m2, const std::string& district)
    {
        one.outdoor_m2 = outdoor_m2;
        one.district = district;
        return one;
    }

    Districts districts() const { return measured(city, settings).districts; }
};

double m2(const std::optional<Waterfall>& waterfall, ExactArea Waterfall::*step)
{
    return ((*waterfall).*step).square_metres();
}

DistrictFigures district(const std::string& id, const std::string& name, double cost)
{
    DistrictFigures one{id, name, {}, {}};
    one.figures.cost = cost;
    return one;
}

} // namespace

TEST_CASE("SE-1: the measures that the plan names sum to 1 475 000 m2", "[plan]")
{
    CHECK(booked_m2(PlanPart::named) == 1'475'000.0);
}

TEST_CASE("SE-2: 633 000 m2 of the shortfall have no measure, and nothing fills them in", "[plan]")
{
    CHECK(booked_m2(PlanPart::unnamed) == 633'000.0);
}

TEST_CASE("SE-3: 69.97 percent of the shortfall have a measure, 30.03 have none", "[plan]")
{
    CHECK(percent(PlanPart::named, PlanPart::shortfall) == 69.97);
    CHECK(percent(PlanPart::unnamed, PlanPart::shortfall) == 30.03);
}

TEST_CASE("SE-4 and SE-5: shares of the channels in the shortfall and in what has a measure", "[plan]")
{
    CHECK(percent(PlanPart::expand, PlanPart::shortfall) == 47.25);
    CHECK(percent(PlanPart::basement, PlanPart::shortfall) == 1.19);
    CHECK(percent(PlanPart::rent, PlanPart::shortfall) == 12.19);
    CHECK(percent(PlanPart::share, PlanPart::shortfall) == 9.35);
    CHECK(percent(PlanPart::expand, PlanPart::named) == 67.53);
    CHECK(percent(PlanPart::basement, PlanPart::named) == 1.69);
    CHECK(percent(PlanPart::rent, PlanPart::named) == 17.42);
    CHECK(percent(PlanPart::share, PlanPart::named) == 13.36);
}

TEST_CASE("SE-6 and SE-7: 454 000 m2 hang on the walk, 1 021 000 lie on campus", "[plan]")
{
    CHECK(booked_m2(PlanPart::walked) == 454'000.0);
    CHECK(percent(PlanPart::walked, PlanPart::shortfall) == 21.54);
    CHECK(percent(PlanPart::walked, PlanPart::named) == 30.78);
    CHECK(booked_m2(PlanPart::on_campus) == 1'021'000.0);
    CHECK(percent(PlanPart::on_campus, PlanPart::shortfall) == 48.43);
}

TEST_CASE("SE-9: the plan is about as many districts as pass in its best year", "[plan]")
{
    CHECK(districts_of_plan(tianjin_plan()) == 16.0);
    CHECK(booked_m2(PlanPart::shortfall) / 16.0 == 131'750.0);
    CHECK(booked_m2(PlanPart::unnamed) / 16.0 == 39'562.5);
    CHECK_FALSE(districts_of_plan({}));
}

TEST_CASE("SE-10: from the end of 2019 to the end of 2022 there are twelve quarters", "[plan]")
{
    CHECK(quarters_after({2019, 12, 31}, {2022, 12, 31}) == 12);
}

TEST_CASE("a quarter that is begun counts whole, and there is none after the plan's last day", "[plan]")
{
    CHECK(quarters_after({2020, 3, 30}, {2020, 3, 31}) == 1);
    CHECK(quarters_after({2020, 3, 31}, {2020, 4, 1}) == 1);
    CHECK(quarters_after({2020, 3, 30}, {2020, 4, 1}) == 2);
    CHECK(quarters_after({2020, 6, 30}, {2021, 12, 31}) == 6);
    CHECK(quarters_after({2020, 4, 15}, {2020, 4, 15}) == 0);
    CHECK(quarters_after({2020, 4, 15}, {2019, 4, 15}) == 0);
}

TEST_CASE("the plan's quarters are unknown without its last day or without a day to count from", "[plan]")
{
    PlannedCity planned;
    const auto left = [&planned] {
        const Results r = measured(planned.city, planned.settings);
        return quarters_left(measured_city(planned.city, r, planned.settings));
    };
    planned.settings.plan.until = Date{2022, 12, 31};
    CHECK_FALSE(left());
    planned.city.enrolment_year = 2021; // it ends with the year
    CHECK(left() == 4);
    planned.settings.plan.as_of = Date{2020, 12, 31};
    CHECK(left() == 8);
    planned.settings.plan.until.reset();
    CHECK_FALSE(left());
}

TEST_CASE("measures may be more than is lacking, and a shortfall that nobody tells leaves shares unknown", "[plan]")
{
    PlanSettings plan;
    CHECK_FALSE(booked_amounts(plan));
    plan.booked_m2[Channel::rent] = 300.0;
    const auto without = booked_amounts(plan);
    REQUIRE(without);
    CHECK(without->of(PlanPart::named)->square_metres() == 300.0);
    CHECK(without->of(PlanPart::share)->square_metres() == 0.0);
    CHECK_FALSE(without->of(PlanPart::unnamed));
    CHECK_FALSE(without->ratio(PlanPart::rent, PlanPart::shortfall));
    CHECK(without->ratio(PlanPart::rent, PlanPart::named) == 1.0);

    plan.shortfall_m2 = 200.0;
    CHECK(booked_amounts(plan)->of(PlanPart::unnamed)->square_metres() == -100.0);
    plan.shortfall_m2 = 0.0;
    CHECK_FALSE(booked_amounts(plan)->ratio(PlanPart::rent, PlanPart::shortfall));
}

TEST_CASE("GP-4: the waterfall counts no surplus, and its districts and what lies outside sum to the city", "[plan]")
{
    const Districts districts = PlannedCity().districts();
    const auto city = waterfall_of(districts.city);
    CHECK(m2(city, &Waterfall::required) == 6750.0);
    CHECK(m2(city, &Waterfall::own) == 5500.0); // 2000 + 3000 of B's 5000 + 500
    CHECK(city->given[Channel::basement].square_metres() == 300.0);
    CHECK(m2(city, &Waterfall::residual) == 950.0);

    REQUIRE(districts.rows.size() == 2);
    const auto heping = waterfall_of(districts.rows[0].figures);
    CHECK(m2(heping, &Waterfall::required) == 3000.0);
    CHECK(m2(heping, &Waterfall::own) == 2000.0);
    CHECK(m2(heping, &Waterfall::residual) == 700.0);
    CHECK(m2(waterfall_of(districts.rows[1].figures), &Waterfall::own) == 3000.0);
    const auto outside = waterfall_of(districts.outside);
    CHECK(m2(outside, &Waterfall::required) == 750.0);
    CHECK(m2(outside, &Waterfall::residual) == 250.0);
}

TEST_CASE("the waterfall of schools without figures is unknown, that of no school at all is nothing", "[plan]")
{
    PlannedCity planned;
    planned.city.schools[2].outdoor_m2.reset(); // C: neither campus nor field nor figure
    const Districts districts = planned.districts();
    CHECK_FALSE(waterfall_of(districts.outside));
    CHECK(m2(waterfall_of(districts.city), &Waterfall::required) == 6000.0);

    planned.city.schools.pop_back();
    CHECK(m2(waterfall_of(planned.districts().outside), &Waterfall::required) == 0.0);
}

TEST_CASE("what the allocation gives less what the plan books closes to the gap less the shortfall", "[plan]")
{
    PlanSettings plan;
    plan.shortfall_m2 = 1000.0;
    plan.booked_m2[Channel::basement] = 450.0;
    plan.booked_m2[Channel::rent] = 100.0;
    const auto given = given_amounts(*waterfall_of(PlannedCity().districts().city)); // gap 1250, basement 300
    const auto booked = *booked_amounts(plan);
    const auto of = [&](PlanPart part) { return difference(given, booked, part)->square_metres(); };
    CHECK(of(PlanPart::basement) == -150.0);
    CHECK(of(PlanPart::rent) == -100.0);
    CHECK(of(PlanPart::share) == 0.0);
    CHECK(of(PlanPart::named) == -250.0);
    CHECK(of(PlanPart::unnamed) == 500.0); // residual 950, unnamed 450
    CHECK(of(PlanPart::shortfall) == 250.0);
    CHECK_FALSE(difference(std::nullopt, booked, PlanPart::rent));
}

TEST_CASE("a channel alone could give what a cheaper one gives now, within its caps, and nothing where it is off", "[plan]")
{
    PlannedCity planned;
    planned.city.schools[0].expand_possible_m2 = 900.0;
    planned.settings.channels[Channel::expand] = {true, 20.0, {}};
    planned.settings.channels[Channel::basement].min_lot_m2 = 500.0;
    const Results r = measured(planned.city, planned.settings);
    CHECK(r.districts.city.given[Channel::expand].square_metres() == 900.0);
    CHECK(r.districts.city.given[Channel::basement].square_metres() == 0.0);
    const auto alone = [&](Channel channel) {
        return most_alone({planned.city, r, WalkNetworkView(), planned.settings}, channel).square_metres();
    };
    CHECK(alone(Channel::basement) == 300.0);
    CHECK(alone(Channel::expand) == 900.0);
    planned.settings.channels[Channel::basement].cap_m2 = 250.0;
    CHECK(alone(Channel::basement) == 250.0);
    CHECK(alone(Channel::rent) == 0.0);
}

TEST_CASE("districts pass as they stand, and an unknown school leaves its district undecided", "[plan]")
{
    PlannedCity planned;
    CHECK(districts_today(planned.districts()).pass == 1);
    CHECK(districts_today(planned.districts()).undecided == 0);
    planned.city.schools[1].outdoor_m2.reset();
    CHECK(districts_today(planned.districts()).pass == 0);
    CHECK(districts_today(planned.districts()).undecided == 1);
}

TEST_CASE("a transfer is the yearly cost of what the district's schools receive times its hardship", "[plan]")
{
    PlannedCity planned;
    planned.settings.plan.hardship_districts = {{"Heping", 1.2}};
    const Transfers paid = transfers(planned.districts(), planned.settings.plan);
    CHECK(paid.of_district == std::vector<std::optional<double>>{16'200.0, 0.0}); // 300 m2 at 45 yuan
    CHECK(paid.total == 16'200.0);
}

TEST_CASE("hardship goes by the name of a district, else by its id, else it is 1", "[plan]")
{
    Districts districts;
    districts.rows = {district("1", "2", 100.0), district("2", "East", 100.0), district("3", "West", 100.005),
                      district("4", "East", 100.0)};
    PlanSettings plan;
    plan.hardship_districts = {{"2", 1.5}, {"3", 2.0}, {"East", 0.5}};
    const Transfers paid = transfers(districts, plan);
    CHECK(paid.of_district == std::vector<std::optional<double>>{150.0, 50.0, 200.01, 50.0});
    CHECK(paid.total == 450.01);

    plan.hardship_districts = {{"2", 1.5}};
    CHECK(transfers(districts, plan).of_district == std::vector<std::optional<double>>{150.0, 100.0, 100.01, 100.0});
    districts.rows[0].figures.has_areas = false;
    CHECK_FALSE(transfers(districts, plan).of_district[0]);
}

TEST_CASE("a hardship that names no district leaves a row", "[plan]")
{
    const PlannedCity planned;
    PlanSettings plan;
    plan.hardship_districts = {{"Heping", 1.2}, {"Hexi", 1.1}};
    Findings findings;
    report_hardship(planned.districts(), plan, findings);
    REQUIRE(count(findings, IssueCode::hardship_district_unknown) == 1);
    CHECK(message_of(findings[0]).find("'Hexi'") != std::string::npos);
}
