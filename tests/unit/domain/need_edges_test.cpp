// What combined schools need where the numbers are not those of the example.
#include "support/catch.hpp"
#include "support/small_city.hpp"

using namespace fieldgap;
using namespace fieldgap::test;

TEST_CASE("a complete secondary school has weights of its own, 1 and 1.2", "[need]")
{
    const Need secondary = need({{0, 600, 500}}, {});
    CHECK(secondary.weight[Stage::junior] == 1.0);
    CHECK(secondary.weight[Stage::senior] == 1.2);
    CHECK(secondary.weighted_pupils == Approx(1200.0));
    CHECK(need({{100, 600, 500}}, {}).weight[Stage::senior] == 1.32);
}

TEST_CASE("a combined school needs what its most demanding stage needs, whichever that is", "[need]")
{
    Standard standard;
    standard.of_stage[Stage::primary] = StageStandard::per_pupil(12.0); // more than 10.2 / 1.1
    CHECK(need({{600, 300, 0}}, standard).required->square_metres() == Approx(930.0 * 12.0));
    standard.of_stage[Stage::senior] = StageStandard::per_pupil(20.0); // 20 / 1.32 = 15.15 binds
    CHECK(need({{600, 300, 100}}, standard).required->square_metres() == Approx((930.0 + 132.0) * 20.0 / 1.32).margin(0.006));
}

TEST_CASE("a branch without a pupil number makes its main school unknown", "[gap]")
{
    City city;
    city.schools = {school("A", 400), school("A-branch", 0)};
    city.schools[0].outdoor_m2 = 3000.0;
    city.schools[1].parent_id = "A";
    city.schools[1].has_stage[Stage::primary] = true;
    city.schools[1].pupils[Stage::primary] = std::nullopt;
    const Results r = measured(city);
    CHECK(r.assessments[0].status == Status::unknown);
    CHECK_FALSE(r.enrolled[0].pupils[Stage::primary]);
    city.schools[1].pupils[Stage::primary] = 0;
    CHECK(measured(city).assessments[0].status == Status::meets);
}
