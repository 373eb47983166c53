// What is walked and what is joined, right at the limits.
#include "gis/network/edge_index.hpp"
#include "gis/network/walk_network.hpp"
#include "gis/streets/foot_access.hpp"
#include "support/catch.hpp"

#include <vector>

namespace {

gis::FootAccess access(const std::vector<gis::StreetTag>& tags)
{
    return gis::foot_access(tags, {false});
}

/// Whether an entry joins a street of this length that hangs together with no other.
bool is_joined(double length_m)
{
    const gis::CityPlane plane({117.2, 39.1});
    gis::Streets streets;
    streets.node = {{-length_m / 2.0, 0.0}, {length_m / 2.0, 0.0}};
    plane.to_degrees(streets.node);
    streets.node_flags = {0, 0};
    streets.ref = {0, 1};
    streets.first_ref = {0, 2};
    streets.line_flags = {0};
    streets.line_kind = {0};
    return gis::EdgeIndex(gis::build_walk_network(streets, plane)).nearest({0.0, 5.0}, 100.0).has_value();
}

} // namespace

TEST_CASE("a sidewalk of none is no sidewalk", "[foot]")
{
    CHECK(access({{"highway", "trunk"}, {"sidewalk", "none"}}) == gis::FootAccess::trunk_barred);
    CHECK(access({{"highway", "trunk"}, {"sidewalk:both", "none"}}) == gis::FootAccess::trunk_barred);
    CHECK(access({{"highway", "trunk"}, {"sidewalk:left", "none"}, {"sidewalk:right", "no"}}) == gis::FootAccess::trunk_barred);
    CHECK(access({{"highway", "trunk"}, {"sidewalk", "both"}}) == gis::FootAccess::walked);
}

TEST_CASE("a kilometre of street may lack a millimetre, and no more", "[network]")
{
    CHECK(is_joined(1000.001));
    CHECK(is_joined(1000.0));
    CHECK(is_joined(999.9994));
    CHECK_FALSE(is_joined(999.998));
    CHECK_FALSE(is_joined(999.99));
}
