// Grounds by surface and rural flag, and the plan's rural grounds.
#include "domain/ground/field_shares.hpp"
#include "domain/plan/surfaces.hpp"
#include "support/catch.hpp"
#include "support/small_city.hpp"

#include <cmath>
#include <random>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

Field surfaced(const std::string& id, gis::MultiPolygon ground, const std::string& surface, std::optional<bool> is_hard)
{
    Field one = field(id, std::move(ground));
    one.surface = surface;
    one.is_hard = is_hard;
    return one;
}

School placed(const std::string& id, std::optional<bool> rural, const std::string& district, gis::Point at)
{
    School one = school(id, 100, 0, at);
    one.rural = rural;
    one.district = district;
    return one;
}

/// A village school and a town school 200 m apart, each on a campus of 100 m x 100 m.
City two_schools()
{
    City city;
    city.schools = {placed("A", true, "Ninghe", {5, 5}), placed("B", false, "Heping", {205, 5})};
    city.campuses = {campus("a", "A", rectangle(0, 0, 100, 100)), campus("b", "B", rectangle(200, 0, 100, 100))};
    return city;
}

/// With its own results, for as long as it lives.
struct Surfaced
{
    City city;
    Settings settings;
    Results results = measured(city, settings);
    WalkNetworkView walking = {};

    AnalysedCity analysed() const { return {city, results, walking, settings}; }
    std::vector<SurfaceRow> rows() const { return surface_rows(analysed()); }
    std::optional<RuralGround> rural() const { return rural_ground(analysed()); }
};

/// What the layer `fields` shows, in its own rounding.
double counted_m2(const Surfaced& of)
{
    double sum = 0.0;
    for (std::size_t f = 0; f < of.city.fields.size(); ++f) {
        for (const FieldShare& share : shares_of_field(of.city, of.results.owns, of.results.drawn, of.results.shares, f)) {
            sum += std::round(share.counted_m2 * 1e4) / 1e4;
        }
    }
    return sum;
}

} // namespace

TEST_CASE("grounds stand by district, rural flag and surface, with how many they are", "[surfaces]")
{
    City city = two_schools();
    city.fields = {surfaced("1", rectangle(0, 0, 10, 10), "沥青", true), surfaced("2", rectangle(20, 0, 10, 20), "沥青", true),
                   surfaced("3", rectangle(40, 0, 10, 30), "塑胶", false), surfaced("4", rectangle(60, 0, 10, 40), "", std::nullopt),
                   surfaced("5", rectangle(200, 0, 10, 50), "沥青", true)};
    const Surfaced found{std::move(city), {}};
    const auto rows = found.rows();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].district == "Heping");
    CHECK(rows[0].rural == false);
    CHECK(rows[0].area_m2 == Approx(500.0));
    CHECK(rows[1].district == "Ninghe");
    CHECK(rows[1].surface.empty());
    CHECK_FALSE(rows[1].is_hard);
    CHECK(rows[2].surface == "塑胶");
    CHECK(rows[2].is_hard == false);
    CHECK(rows[3].surface == "沥青");
    CHECK(rows[3].is_hard == true);
    CHECK(rows[3].grounds == 2);
    CHECK(rows[3].area_m2 == Approx(300.0));

    const auto rural = found.rural();
    REQUIRE(rural);
    CHECK(rural->hard_m2 == Approx(300.0));
    CHECK(rural->soft_m2 == Approx(300.0));
    CHECK(rural->unknown_m2 == Approx(400.0));
}

TEST_CASE("what does not count is in no row, and a school that says nothing is neither rural nor not", "[surfaces]")
{
    City city = two_schools();
    city.schools[0].rural.reset();
    city.fields = {surfaced("1", rectangle(0, 0, 10, 10), "cement", true), surfaced("2", rectangle(150, 0, 10, 10), "cement", true)};
    const Surfaced found{std::move(city), {}};
    const auto rows = found.rows();
    REQUIRE(rows.size() == 1);
    CHECK_FALSE(rows[0].rural);
    CHECK(rows[0].grounds == 1);
    CHECK(found.rural()->hard_m2 == 0.0); // school B says that it is not rural

    City nobody = two_schools();
    nobody.schools[0].rural.reset();
    nobody.schools[1].rural.reset();
    const Surfaced unknown{std::move(nobody), {}};
    CHECK_FALSE(unknown.rural());
}

TEST_CASE("a ground of two schools is split between their rows and is one ground in each", "[surfaces]")
{
    City city;
    city.schools = {placed("A", true, "Ninghe", {5, 5}), placed("B", false, "Ninghe", {6, 6})};
    city.schools[0].pupils[Stage::primary] = 300;
    city.campuses = {campus("a", "", rectangle(0, 0, 100, 100))};
    city.fields = {surfaced("1", rectangle(0, 0, 20, 20), "concrete", true)};
    const Surfaced found{std::move(city), {}};
    const auto rows = found.rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].rural == false);
    CHECK(rows[0].area_m2 == Approx(100.0));
    CHECK(rows[1].area_m2 == Approx(300.0));
    CHECK(rows[0].grounds == 1);
    CHECK(rows[1].grounds == 1);
}

TEST_CASE("surfaces sum to the counted ground of the fields, whatever lies where", "[surfaces]")
{
    std::mt19937 random(20221231);
    const auto below = [&random](unsigned limit) { return static_cast<int>(random() % limit); };
    const std::vector<std::pair<std::string, std::optional<bool>>> surfaces = {
        {"asphalt", true}, {"水泥", true}, {"tartan", false}, {"", {}}, {"lava", {}}};
    for (int trial = 0; trial < 100; ++trial) {
        INFO("trial " << trial);
        City city = two_schools();
        city.schools[1].phase = below(4) == 0 ? SchoolPhase::planned : SchoolPhase::open;
        city.schools.push_back(placed("C", below(2) == 0 ? std::optional(true) : std::nullopt, "", {207, 7}));
        city.campuses[1].school_id.clear(); // B and C share it
        for (int f = 0; f < 12; ++f) {
            const auto& [surface, is_hard] = surfaces[static_cast<std::size_t>(below(5))];
            const gis::MultiPolygon ground = rectangle(below(300), below(90), 1 + below(60) / 7.0, 1 + below(60) / 3.0);
            city.fields.push_back(surfaced("f" + std::to_string(10 + f), ground, surface, is_hard));
            city.fields.back().kind = all_field_kinds[static_cast<std::size_t>(below(3))];
        }
        const Surfaced found{std::move(city), {}};
        double sum_m2 = 0.0;
        for (const SurfaceRow& row : found.rows()) {
            CHECK(row.area_m2 > 0.0);
            CHECK(row.grounds > 0);
            sum_m2 += row.area_m2;
        }
        CHECK(sum_m2 == Approx(counted_m2(found)).margin(1e-6));
    }
}

TEST_CASE("done is what was hard before and is not today, never less than nothing", "[surfaces]")
{
    PlanSettings plan;
    const RuralGround today = {300.0, 50.0, 0.0};
    CHECK_FALSE(rural_done_m2(plan, today));
    plan.rural_hard_before_m2 = 800.0;
    CHECK(rural_done_m2(plan, today) == 500.0);
    CHECK_FALSE(rural_done_m2(plan, {}));
    CHECK_FALSE(rural_rate(plan, today));
    plan.rural_grounds_m2 = 1000.0;
    CHECK(rural_rate(plan, today) == 0.5);
    plan.rural_hard_before_m2 = 200.0;
    CHECK(rural_done_m2(plan, today) == 0.0);
    CHECK(rural_rate(plan, today) == 0.0);
    plan.rural_grounds_m2 = 0.0;
    CHECK_FALSE(rural_rate(plan, today));
}
