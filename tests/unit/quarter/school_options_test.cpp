#include "domain/quarter/school_options.hpp"

#include "support/catch.hpp"

using namespace fieldgap;
using quarter::SchoolOption;

namespace {

SchoolOption option(const std::string& id, std::optional<double> proposed_m2, std::optional<double> possible_m2,
                    std::optional<double> walk_s)
{
    return {"rent", id, id, proposed_m2, possible_m2, walk_s, {}, {}, {}};
}

} // namespace

TEST_CASE("what is proposed comes first, then what closes more, is nearer, has the smaller id")
{
    const auto ranked = quarter::ranked_options(
        {option("nothing", 0.0, 0.0, 60.0), option("b", {}, 900.0, 300.0), option("a", {}, 2000.0, 300.0), option("far", {}, 5000.0, 500.0),
         option("small", {}, 200.0, 10.0), option("taken", 100.0, 100.0, 590.0), option("unknown", {}, {}, 1.0)},
        900.0);
    std::string order;
    for (const SchoolOption& one : ranked) {
        order += one.from_id + " ";
    }
    CHECK(order == "taken a b far small ");
}

TEST_CASE("nothing closes more than the gap, and a school without a gap has no option")
{
    CHECK(option("a", {}, 2000.0, {}).closes_m2(900.0) == 900.0);
    CHECK(option("a", 300.0, 200.0, {}).closes_m2(900.0) == 300.0);
    CHECK(quarter::ranked_options({option("a", {}, 2000.0, 60.0)}, 0.0).empty());
}
