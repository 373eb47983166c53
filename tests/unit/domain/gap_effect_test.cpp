// Numbers by hand: the worked examples of schools (GP, SP) with one doubt each.
#include "domain/checks/gap_effect.hpp"
#include "domain/city/issue_code.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

School with_outdoor(School one, double outdoor_m2)
{
    one.outdoor_m2 = outdoor_m2;
    return one;
}

std::optional<double> effect(const City& city, std::vector<WhatIf> what_if, const Settings& settings = {})
{
    const Results r = measure(city, settings);
    const GapEffects effects(measured_city(city, r, settings));
    return effects.of({IssueCode::official_differs, "schools", "A", {}, {}, std::move(what_if)});
}

City city_of(std::vector<School> schools)
{
    City city;
    city.schools = std::move(schools);
    return city;
}

} // namespace

TEST_CASE("ground that is missing opens the gap by as much", "[gap_effect]")
{
    const City city = city_of({with_outdoor(school("A", 1080), 7000.0)}); // GP-2: gap 1100; with 6200 m2 (GP-1) it is 1900
    CHECK(*effect(city, {{"A", -800.0, {}}}) == 800.0);
    CHECK(*effect(city, {{"A", 800.0, {}}}) == 800.0);
    CHECK(*effect(city, {{"A", 5000.0, {}}}) == 1100.0);  // a gap does not fall below zero
    CHECK(*effect(city, {{"A", -9000.0, {}}}) == 7000.0); // nor ground
}

TEST_CASE("a surplus does not move the gap until it is gone", "[gap_effect]")
{
    const City city = city_of({with_outdoor(school("A", 400), 5000.0)}); // GP-4: needs 3000
    CHECK(*effect(city, {{"A", -2000.0, {}}}) == 0.0);
    CHECK(*effect(city, {{"A", -2500.0, {}}}) == 500.0);
}

TEST_CASE("pupils of another stage change the need by the combined rule", "[gap_effect]")
{
    // SP-2: 600 and 300 pupils need 8623.64, of 7560 m2 1063.64 are lacking; 600 primary pupils alone need 4500.
    const City city = city_of({with_outdoor(school("A", 600), 7560.0)});
    CHECK(*effect(city, {{"A", 0.0, {{0.0, 300.0, 0.0}}}}) == Approx(1063.64));
}

TEST_CASE("what is said of a school twice adds up and several schools add up", "[gap_effect]")
{
    const City city = city_of({with_outdoor(school("A", 400), 2000.0), with_outdoor(school("B", 400), 2500.0)});
    CHECK(*effect(city, {{"A", -100.0, {}}, {"A", -50.0, {}}}) == 150.0);
    CHECK(*effect(city, {{"A", -100.0, {}}, {"B", 100.0, {}}}) == 200.0); // not 0: each is a change
}

TEST_CASE("a branch stands under its main school and an alias names its school", "[gap_effect]")
{
    School branch = with_outdoor(school("B", 100), 100.0);
    branch.parent_id = "A";
    School main = with_outdoor(school("A", 300), 1900.0); // together 400 pupils: 3000 needed, 2000 there
    main.aliases = {"node/1"};
    const City city = city_of({main, branch});
    CHECK(*effect(city, {{"B", 400.0, {}}}) == 400.0);
    CHECK(*effect(city, {{"node/1", 400.0, {}}}) == 400.0);
}

TEST_CASE("unknown ground puts the whole need at stake", "[gap_effect]")
{
    const City city = city_of({school("A", 1080)});
    CHECK(*effect(city, {{"A", 0.0, {}}}) == 8100.0);
    CHECK(*effect(city, {{"A", 6200.0, {}}}) == 1900.0);
}

TEST_CASE("where pupils are missing nobody can say unless the other way brings them", "[gap_effect]")
{
    School unknown = with_outdoor(school("A", 1), 6200.0);
    unknown.pupils[Stage::primary] = std::nullopt;
    unknown.classes[Stage::primary] = 24;
    const City city = city_of({unknown});
    CHECK_FALSE(effect(city, {{"A", 500.0, {}}}));
    CHECK(*effect(city, {{"A", 0.0, {{1080.0, 0.0, 0.0}}}}) == 1900.0); // GP-1
}

TEST_CASE("a school that is not in the city has only what the other way brings", "[gap_effect]")
{
    const City city = city_of({with_outdoor(school("A", 400), 3000.0)});
    CHECK(*effect(city, {{"Z", 2000.0, {{400.0, 0.0, 0.0}}}}) == 1000.0);
    CHECK_FALSE(effect(city, {{"Z", 2000.0, {}}}));
}

TEST_CASE("a school that needs nothing moves nothing and no way out has no effect", "[gap_effect]")
{
    School special = with_outdoor(school("A", 100), 100.0);
    special.kind = SchoolKind::special;
    CHECK(*effect(city_of({special}), {{"A", -100.0, {}}}) == 0.0);
    CHECK_FALSE(effect(city_of({special}), {}));
}

TEST_CASE("official and drawn figures that differ say what the other source would do to the gap", "[gap_effect]")
{
    City city = city_of({with_outdoor(school("A", 400), 2000.0)});
    city.campuses = {campus("CA", "A", rectangle(0, 0, 100, 100))};
    city.fields = {field("f", rectangle(0, 0, 80, 50))}; // 4000 drawn: no gap, by the official figure 1000
    Settings settings;
    for (const AreaSource source : {AreaSource::official, AreaSource::drawn}) {
        settings.standard.area_source = source;
        const Results r = measure(city, settings);
        REQUIRE(count(r.findings, IssueCode::official_differs) == 1);
        const GapEffects effects(measured_city(city, r, settings));
        CHECK(*effects.of(r.findings.at(0)) == 1000.0);
        CHECK(message_of(r.findings.at(0)).find("ratio 0.5") != std::string::npos);
    }
}
