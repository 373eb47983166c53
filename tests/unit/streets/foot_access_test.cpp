#include "gis/streets/foot_access.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using gis::FootAccess;

namespace {

FootAccess access(const std::vector<gis::StreetTag>& tags, bool trunk_open = false)
{
    return gis::foot_access(tags, {trunk_open});
}

} // namespace

TEST_CASE("the kind of street decides who walks on it", "[foot]")
{
    for (const char* kind :
         {"primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "road",
          "living_street", "service", "track", "path", "steps", "pedestrian", "footway", "pier"}) {
        INFO(kind);
        CHECK(access({{"highway", kind}}) == FootAccess::walked);
    }
    for (const char* kind : {"motorway", "motorway_link", "construction", "proposed", "abandoned", "corridor", "elevator", "raceway",
                             "platform", "bus_guideway", "planned", "no", "yes", "cycleway", "bridleway", "", "Residential"}) {
        INFO(kind);
        CHECK(access({{"highway", kind}}) == FootAccess::barred);
    }
    CHECK(access({}) == FootAccess::barred);
    CHECK(access({{"railway", "rail"}, {"foot", "yes"}}) == FootAccess::barred);
}

TEST_CASE("cycleways and bridleways are walked where a foot tag allows it", "[foot]")
{
    for (const char* kind : {"cycleway", "bridleway"}) {
        for (const char* foot : {"yes", "designated", "permissive", "official"}) {
            CHECK(access({{"highway", kind}, {"foot", foot}}) == FootAccess::walked);
        }
        for (const char* foot : {"no", "destination", "discouraged", "use_sidepath"}) {
            CHECK(access({{"highway", kind}, {"foot", foot}}) == FootAccess::barred);
        }
        CHECK(access({{"highway", kind}, {"access", "yes"}}) == FootAccess::barred);
    }
}

TEST_CASE("a trunk road needs a foot tag or a sidewalk unless the config opens it", "[foot]")
{
    CHECK(access({{"highway", "trunk"}}) == FootAccess::trunk_barred);
    CHECK(access({{"highway", "trunk_link"}, {"sidewalk", "no"}}) == FootAccess::trunk_barred);
    CHECK(access({{"highway", "trunk"}, {"sidewalk", "right"}}) == FootAccess::walked);
    CHECK(access({{"highway", "trunk"}, {"sidewalk", "separate"}}) == FootAccess::walked);
    CHECK(access({{"highway", "trunk"}, {"sidewalk:left", "no"}, {"sidewalk:right", "yes"}}) == FootAccess::walked);
    CHECK(access({{"highway", "trunk"}, {"foot", "yes"}}) == FootAccess::walked);
    CHECK(access({{"highway", "trunk"}}, true) == FootAccess::walked);
    CHECK(access({{"highway", "trunk"}, {"foot", "no"}}, true) == FootAccess::barred);
    CHECK(access({{"highway", "trunk"}, {"foot", "no"}, {"sidewalk", "both"}}) == FootAccess::barred);
    CHECK(access({{"highway", "trunk"}, {"access", "no"}, {"sidewalk", "both"}}) == FootAccess::barred);
    CHECK(access({{"highway", "motorway"}, {"foot", "yes"}, {"sidewalk", "both"}}, true) == FootAccess::barred);
}

TEST_CASE("foot beats access", "[foot]")
{
    for (const char* barring : {"no", "agricultural", "forestry", "delivery"}) {
        INFO(barring);
        CHECK(access({{"highway", "service"}, {"access", barring}}) == FootAccess::barred);
        CHECK(access({{"highway", "service"}, {"access", barring}, {"foot", "permissive"}}) == FootAccess::walked);
        CHECK(access({{"highway", "service"}, {"access", barring}, {"foot", "destination"}}) == FootAccess::barred);
    }
    for (const char* barring : {"no", "use_sidepath", "restricted"}) {
        INFO(barring);
        CHECK(access({{"highway", "primary"}, {"foot", barring}, {"access", "yes"}}) == FootAccess::barred);
    }
    CHECK(access({{"highway", "service"}, {"access", "customers"}}) == FootAccess::walked);
    CHECK(access({{"highway", "footway"}, {"area", "yes"}}) == FootAccess::walked);
}

TEST_CASE("a way that only foot or access = private bars is private", "[foot]")
{
    const auto is_private = [](const std::vector<gis::StreetTag>& tags) { return access(tags) == FootAccess::on_private; };
    CHECK(is_private({{"highway", "service"}, {"access", "private"}}));
    CHECK(is_private({{"highway", "steps"}, {"foot", "private"}, {"access", "yes"}}));
    CHECK(is_private({{"highway", "service"}, {"access", "private"}, {"foot", "destination"}}));
    CHECK(is_private({{"highway", "trunk"}, {"access", "private"}, {"sidewalk", "both"}}));
    CHECK(access({{"highway", "service"}, {"access", "private"}, {"foot", "permissive"}}) == FootAccess::walked);
    // Another bar, or a class that is not walked anyhow.
    CHECK(access({{"highway", "service"}, {"access", "private"}, {"foot", "no"}}) == FootAccess::barred);
    CHECK(access({{"highway", "service"}, {"access", "no"}, {"foot", "private"}}) == FootAccess::barred);
    CHECK(access({{"highway", "motorway"}, {"access", "private"}}) == FootAccess::barred);
    CHECK(access({{"highway", "cycleway"}, {"foot", "private"}}) == FootAccess::barred);
    CHECK(access({{"highway", "trunk"}, {"access", "private"}}) == FootAccess::barred);
    CHECK(access({{"access", "private"}}) == FootAccess::barred);
}

TEST_CASE("a barrier bars where people on foot are not let through", "[foot]")
{
    using gis::Admitted;
    const auto admitted = [](const std::vector<gis::StreetTag>& tags) { return gis::admitted_at_node(tags); };
    CHECK(admitted({{"barrier", "gate"}, {"access", "private"}}) == Admitted::on_private);
    CHECK(admitted({{"barrier", "gate"}, {"foot", "private"}, {"access", "yes"}}) == Admitted::on_private);
    CHECK(admitted({{"barrier", "gate"}, {"foot", "no"}, {"access", "yes"}}) == Admitted::nobody);
    CHECK(admitted({{"barrier", "gate"}, {"foot", "no"}, {"access", "private"}}) == Admitted::nobody);
    CHECK(admitted({{"access", "no"}, {"barrier", "bollard"}}) == Admitted::nobody);
    CHECK(admitted({{"barrier", "gate"}, {"access", "private"}, {"foot", "yes"}}) == Admitted::all);
    CHECK(admitted({{"barrier", "gate"}}) == Admitted::all);
    CHECK(admitted({{"barrier", "gate"}, {"access", "customers"}}) == Admitted::all);
    CHECK(admitted({{"access", "private"}}) == Admitted::all);
    CHECK(admitted({}) == Admitted::all);
}

TEST_CASE("a signal crossing is a crossing with signals", "[foot]")
{
    const auto signal = [](const std::vector<gis::StreetTag>& tags) { return gis::is_signal_crossing(tags); };
    CHECK(signal({{"highway", "crossing"}, {"crossing", "traffic_signals"}}));
    CHECK(signal({{"highway", "crossing"}, {"crossing:signals", "yes"}}));
    CHECK(signal({{"highway", "traffic_signals"}, {"crossing", "marked"}}));
    CHECK_FALSE(signal({{"highway", "crossing"}, {"crossing", "zebra"}}));
    CHECK_FALSE(signal({{"highway", "traffic_signals"}}));
    CHECK_FALSE(signal({}));
}

TEST_CASE("lights for cars are lights, though nobody waits there", "[foot]")
{
    const auto lights = [](const std::vector<gis::StreetTag>& tags) { return gis::has_lights(tags); };
    CHECK(lights({{"highway", "traffic_signals"}}));
    CHECK(lights({{"highway", "crossing"}, {"crossing", "traffic_signals"}}));
    CHECK(lights({{"highway", "crossing"}, {"crossing:signals", "yes"}}));
    CHECK_FALSE(lights({{"highway", "crossing"}, {"crossing", "zebra"}}));
    CHECK_FALSE(lights({}));
}
