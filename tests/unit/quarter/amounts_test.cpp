#include "domain/quarter/amounts.hpp"

#include "support/catch.hpp"

using namespace fieldgap;
using quarter::Amount;

TEST_CASE("each key of two runs has one change, and what one of them lacks has changed")
{
    const std::vector<Amount> before = {{"speed", 80.0, "", ""}, {"network", {}, "aa", ""}, {"gone", 1.0, "", ""}};
    const std::vector<Amount> now = {{"network", {}, "bb", ""}, {"speed", 80.0, "", ""}, {"new", 2.0, "", ""}, {"new", 3.0, "", ""}};
    const auto all = quarter::changes(before, now);
    REQUIRE(all.size() == 4);
    CHECK((all[0].key == "network" && !all[0].is_same()));
    CHECK((all[1].key == "speed" && all[1].is_same()));
    CHECK((all[2].key == "new" && !all[2].is_same() && !all[2].before && all[2].now->value == 2.0));
    CHECK((all[3].key == "gone" && !all[3].is_same() && !all[3].now));
    CHECK(quarter::changes({}, {}).empty());
}
