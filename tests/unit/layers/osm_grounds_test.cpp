#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"
#include "layers/osm/osm_campus_holes.hpp"
#include "osm_support.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace fieldgap;
using namespace fieldgap::test;
using Strings = std::vector<std::string>;

namespace {

struct Sorted
{
    OsmGrounds grounds;
    Findings findings;

    Strings fields() const { return ids(grounds.fields); }
    Strings venues() const { return ids(grounds.venues); }
    Strings rows() const { return told(findings); }

private:
    template <class T>
    static Strings ids(const std::vector<T>& list)
    {
        Strings names;
        for (const T& thing : list) {
            names.push_back(thing.id);
        }
        return names;
    }
};

/// One campus of 100 x 100 m with its corner at the origin.
Sorted sorted(const std::vector<gis::OsmFeature>& features, OsmGroundsAsked asked = {}, const Strings& excluded = default_excluded_sports())
{
    Campus campus;
    campus.id = "way/1";
    campus.ground = {{rectangle(0, 0, 100, 100), {}}};
    Sorted result;
    result.grounds = grounds_of_osm(features, std::vector{campus}, excluded, asked, plane(), result.findings);
    return result;
}

const Tags pitch = {{"leisure", "pitch"}};
const Tags centre = {{"leisure", "sports_centre"}};
constexpr double outside = 300.0;

Sorted outside_with(Tags tags)
{
    return sorted({way(9, std::move(tags), rectangle(outside, 0, 40, 20))});
}

FieldKind kind_inside(Tags tags)
{
    const Sorted inside = sorted({way(9, std::move(tags), rectangle(10, 10, 40, 20))});
    REQUIRE(inside.grounds.fields.size() == 1);
    return inside.grounds.fields[0].kind;
}

} // namespace

TEST_CASE("a pitch of which half lies in the campus is a field, with less it is a venue", "[osm][grounds]")
{
    const Sorted half = sorted({way(9, pitch, rectangle(80, 10, 40, 20))});
    CHECK(half.fields() == Strings{"way/9"});
    CHECK(half.venues().empty());
    const Sorted less = sorted({way(9, pitch, rectangle(80.1, 10, 40, 20))});
    CHECK(less.fields().empty());
    CHECK(less.venues() == Strings{"way/9"});
    CHECK(less.rows().empty());
}

TEST_CASE("fields are outdoor, indoor or special by their tags", "[osm][grounds]")
{
    CHECK(kind_inside(pitch) == FieldKind::outdoor);
    CHECK(kind_inside({{"leisure", "track"}}) == FieldKind::outdoor);
    CHECK(kind_inside({{"leisure", "sports_hall"}}) == FieldKind::indoor);
    CHECK(kind_inside({{"building", "gymnasium"}}) == FieldKind::indoor);
    CHECK(kind_inside({{"building", "sports_hall"}}) == FieldKind::indoor);
    CHECK(kind_inside({{"leisure", "sports_centre"}, {"building", "yes"}}) == FieldKind::indoor);
    CHECK(kind_inside({{"leisure", "stadium"}, {"building", "stadium"}}) == FieldKind::indoor);
    CHECK(kind_inside({{"leisure", "swimming_pool"}, {"indoor", "yes"}}) == FieldKind::indoor);
    CHECK(kind_inside({{"leisure", "swimming_pool"}, {"location", "underground"}}) == FieldKind::indoor);
    CHECK(kind_inside({{"leisure", "pitch"}, {"covered", "yes"}}) == FieldKind::special);
    CHECK(kind_inside({{"leisure", "pitch"}, {"location", "roof"}}) == FieldKind::special);
    CHECK(kind_inside({{"leisure", "pitch"}, {"location", "underground"}}) == FieldKind::special);
    CHECK(kind_inside({{"leisure", "pitch"}, {"level", "-1"}}) == FieldKind::special);
    CHECK(kind_inside({{"leisure", "pitch"}, {"level", "-2--1"}}) == FieldKind::special);
    CHECK(kind_inside({{"leisure", "pitch"}, {"level", "-1;0"}}) == FieldKind::outdoor);
    CHECK(kind_inside({{"leisure", "pitch"}, {"level", "0"}}) == FieldKind::outdoor);
    CHECK(kind_inside({{"leisure", "pitch"}, {"covered", "no"}}) == FieldKind::outdoor);
}

TEST_CASE("open-air pools, parks and playgrounds are no sports ground", "[osm][grounds]")
{
    for (const std::string leisure : {"swimming_pool", "park", "playground", "fitness_station"}) {
        const Sorted result = sorted({way(9, {{"leisure", leisure}}, rectangle(10, 10, 40, 20)),
                                      way(10, {{"leisure", leisure}, {"building", "no"}}, rectangle(outside, 10, 40, 20))});
        CHECK(result.fields().empty());
        CHECK(result.venues().empty());
    }
}

TEST_CASE("halls have the storeys of building:levels, venues only their ground", "[osm][grounds]")
{
    const auto hall = [](const std::string& levels) {
        return Tags{{"leisure", "sports_hall"}, {"building:levels", levels}, {"surface", "wood"}};
    };
    const Sorted result = sorted({way(1, hall("2"), rectangle(0, 0, 20, 20)), way(2, hall("many"), rectangle(30, 0, 20, 20)),
                                  way(3, hall("-1"), rectangle(60, 0, 20, 20)), way(4, hall("3"), rectangle(outside, 0, 20, 20))});
    REQUIRE(result.grounds.fields.size() == 3);
    CHECK(result.grounds.fields[0].storeys == 2.0);
    CHECK(result.grounds.fields[0].surface == "wood");
    CHECK(result.grounds.fields[1].counted_storeys() == 1.0);
    CHECK(result.grounds.fields[2].counted_storeys() == 1.0);
    CHECK(result.rows() == Strings{"osm_storeys_unknown fields way/2", "osm_storeys_unknown fields way/3"});
    REQUIRE(result.grounds.venues.size() == 1);
    CHECK(gis::area(result.grounds.venues[0].ground).square_metres() == Approx(400.0).epsilon(1e-5));
    CHECK_FALSE(result.grounds.venues[0].area_m2.has_value());
    CHECK(result.grounds.venues[0].min_net_m2 == 100.0);
    CHECK(result.grounds.venues[0].kind == "hall");
}

TEST_CASE("a closed track is the ground inside its outer edge, an open one has none", "[osm][grounds]")
{
    const Tags track = {{"leisure", "track"}};
    const Sorted ring = sorted({relation(2, track, {{rectangle(0, 0, 90, 60), {rectangle(10, 10, 70, 40)}}})});
    REQUIRE(ring.grounds.fields.size() == 1);
    CHECK(gis::area(ring.grounds.fields[0].ground).square_metres() == Approx(5400.0).epsilon(1e-5));
    const Sorted line = sorted({feature(gis::OsmKind::way, 3, track, gis::MultiLine{{{outside, 0}, {outside + 100, 0}}}),
                                feature(gis::OsmKind::way, 4, track, gis::MultiLine{{{10, 10}, {50, 10}}})});
    CHECK(line.fields().empty());
    CHECK(line.venues().empty());
    CHECK(line.rows() == Strings{"osm_open_line venues way/3", "osm_open_line fields way/4"});
}

TEST_CASE("an open line of a running track is completed, one of another sport is not", "[osm][grounds]")
{
    gis::Line three_sides = {{10, 10}, {60, 10}, {75, 15}, {80, 30}, {75, 45}, {60, 50}, {10, 50}};
    const Tags running = {{"leisure", "track"}, {"sport", "athletics;running"}};
    const Sorted open = sorted({feature(gis::OsmKind::way, 3, running, gis::MultiLine{three_sides})});
    CHECK(open.fields() == Strings{"way/3"});
    CHECK(open.rows() == Strings{"track_completed fields way/3"});
    // 50 x 40 m, three quarters of an octagon on the right, a semicircle of 20 m radius on the left.
    const double right_m2 = 15.0 * (40.0 + 30.0) / 2.0 + 5.0 * 30.0 / 2.0;
    const double expected_m2 = 2000.0 + right_m2 + 3.14159265 * 200.0;
    CHECK(gis::area(open.grounds.fields.at(0).ground).square_metres() == Approx(expected_m2).epsilon(1e-3));
    const Tags cycling = {{"leisure", "track"}, {"sport", "cycling"}};
    CHECK(sorted({feature(gis::OsmKind::way, 3, cycling, gis::MultiLine{three_sides})}).fields().empty());
}

TEST_CASE("the holes of a pitch are no ground", "[osm][grounds]")
{
    const Sorted result = sorted({relation(2, pitch, {{rectangle(5, 5, 90, 60), {rectangle(15, 15, 70, 40)}}})});
    CHECK(gis::area(result.grounds.fields.at(0).ground).square_metres() == Approx(2600.0).epsilon(1e-5));
}

TEST_CASE("closed venues leave a row, open ones are kept", "[osm][grounds]")
{
    for (const std::string access : {"private", "no", "military"}) {
        const Sorted closed = outside_with({{"leisure", "pitch"}, {"access", access}});
        CHECK(closed.venues().empty());
        CHECK(closed.rows() == Strings{"osm_venue_closed venues way/9"});
    }
    for (const std::string access : {"yes", "permissive", "customers", "permit", "members", "private;customers"}) {
        CHECK(outside_with({{"leisure", "pitch"}, {"access", access}}).venues() == Strings{"way/9"});
    }
    CHECK(sorted({way(9, {{"leisure", "pitch"}, {"access", "private"}}, rectangle(10, 0, 40, 20))}).fields() == Strings{"way/9"});
}

TEST_CASE("a venue is left out only if every one of its sports is none of schools", "[osm][grounds]")
{
    const auto with_sport = [](const std::string& sport) { return outside_with({{"leisure", "pitch"}, {"sport", sport}}); };
    for (const std::string& sport : default_excluded_sports()) {
        CHECK(with_sport(sport).rows() == Strings{"osm_sport_excluded venues way/9"});
    }
    CHECK(default_excluded_sports().size() == 12);
    CHECK(with_sport("boules; minigolf").venues().empty());
    CHECK(with_sport("boules;soccer").venues() == Strings{"way/9"});
    CHECK(with_sport("tennis").venues() == Strings{"way/9"});
    CHECK(sorted({way(9, {{"leisure", "pitch"}, {"sport", "tennis"}}, rectangle(outside, 0, 40, 20))}, {}, {"tennis"}).venues().empty());
    CHECK(sorted({way(9, {{"leisure", "pitch"}, {"sport", "boules"}}, rectangle(10, 0, 40, 20))}).fields() == Strings{"way/9"});
}

TEST_CASE("an indoor pool is a venue only if it is public or in an open sports centre", "[osm][grounds]")
{
    const auto pool = [](Tags more) {
        more.insert(more.end(), {{"leisure", "swimming_pool"}, {"building", "yes"}});
        return way(9, std::move(more), rectangle(outside + 5, 5, 25, 12.5));
    };
    CHECK(sorted({pool({})}).rows() == Strings{"osm_pool_closed venues way/9"});
    CHECK(sorted({pool({{"access", "members"}})}).venues().empty());
    for (const std::string access : {"yes", "permissive", "customers", "permit"}) {
        CHECK(sorted({pool({{"access", access}})}).venues() == Strings{"way/9"});
    }
    CHECK(sorted({pool({}), way(10, centre, rectangle(outside, 0, 100, 100))}).venues() == Strings{"way/9"});
    CHECK(sorted({pool({{"access", "private"}}), way(10, centre, rectangle(outside, 0, 100, 100))}).venues().empty());
    CHECK(sorted({pool({}), way(10, {{"leisure", "sports_centre"}, {"building", "yes"}}, rectangle(outside, 0, 100, 100))}).venues() ==
          Strings{"way/10", "way/9"});
    CHECK(sorted({pool({}), way(10, {{"leisure", "sports_centre"}, {"access", "private"}}, rectangle(outside, 0, 100, 100))})
              .venues()
              .empty());
}

TEST_CASE("a sports centre gives the grounds mapped in it, and none of its own", "[osm][grounds]")
{
    const Sorted mapped =
        sorted({way(9, centre, rectangle(outside, 0, 200, 200)), way(10, pitch, rectangle(outside + 10, 10, 40, 20)),
                way(11, pitch, rectangle(outside + 180, 10, 40, 20)), way(12, pitch, rectangle(outside + 181, 50, 40, 20))});
    CHECK(mapped.venues() == Strings{"way/10", "way/11", "way/12"});
    CHECK(mapped.rows() == Strings{"osm_site_by_grounds venues way/9"});
    CHECK(message_of(mapped.findings[0]).find("the 2 pitches") != std::string::npos);
}

TEST_CASE("a stadium without mapped grounds is a venue of unknown area", "[osm][grounds]")
{
    const Sorted bare = outside_with({{"leisure", "stadium"}, {"name", "Olympic Stadium"}});
    REQUIRE(bare.grounds.venues.size() == 1);
    const Venue& venue = bare.grounds.venues[0];
    CHECK_FALSE(venue.gives_ground);
    CHECK_FALSE(venue.area_m2.has_value());
    CHECK(venue.kind == "stadium");
    CHECK(venue.name == "Olympic Stadium");
    CHECK(gis::contains(venue.ground, venue.at));
    CHECK(bare.rows() == Strings{"osm_site_without_grounds venues way/9"});
}

TEST_CASE("a sports centre in a campus is nothing to rent", "[osm][grounds]")
{
    const Sorted result = sorted({way(9, centre, rectangle(0, 0, 50, 50)), way(10, pitch, rectangle(5, 5, 20, 10))});
    CHECK(result.venues().empty());
    CHECK(result.fields() == Strings{"way/10"});
    CHECK(result.rows() == Strings{"osm_site_in_campus venues way/9"});
}

TEST_CASE("nodes have no area, and stand for what is mapped around them", "[osm][grounds]")
{
    const Sorted result =
        sorted({node(1, pitch, 10, 10), node(2, pitch, outside + 500, 0), node(3, centre, outside + 1, 1), node(4, centre, 20, 20),
                node(5, {{"leisure", "pitch"}, {"access", "private"}}, outside + 600, 0), way(9, pitch, rectangle(outside, 0, 40, 20))});
    CHECK(result.fields().empty());
    CHECK(result.venues() == Strings{"node/2", "way/9"});
    CHECK(result.grounds.venues[0].ground.empty());
    CHECK_FALSE(result.grounds.venues[0].gives_ground);
    CHECK(result.rows() == Strings{"osm_node_no_area fields node/1", "osm_node_no_area venues node/2", "osm_node_in_ground venues node/3",
                                   "osm_site_in_campus venues node/4", "osm_venue_closed venues node/5"});
}

TEST_CASE("what is incomplete gives no ground and a row of the layer it would be in", "[osm][grounds]")
{
    const Sorted result = sorted({broken(5, pitch, "incomplete", 10, 10), broken(6, pitch, "ring", outside, 0)});
    CHECK(result.fields().empty());
    CHECK(result.venues().empty());
    CHECK(result.rows() == Strings{"osm_incomplete fields relation/5", "osm_ring_broken venues relation/6"});
}

TEST_CASE("where only one of the two layers is asked for, the other is a count", "[osm][grounds]")
{
    const std::vector<gis::OsmFeature> features = {way(9, pitch, rectangle(10, 10, 40, 20)), way(10, pitch, rectangle(outside, 0, 40, 20)),
                                                   way(11, {{"leisure", "pitch"}, {"access", "no"}}, rectangle(outside, 100, 40, 20)),
                                                   node(12, pitch, outside + 500, 0)};
    const Sorted fields = sorted(features, {true, false});
    CHECK(fields.fields() == Strings{"way/9"});
    CHECK(fields.venues().empty());
    CHECK(fields.rows() == Strings{"osm_grounds_outside fields "});
    const Sorted venues = sorted(features, {false, true});
    CHECK(venues.fields().empty());
    CHECK(venues.venues() == Strings{"node/12", "way/10"});
    CHECK(count_of(venues.findings, IssueCode::osm_grounds_inside) == 1);
}

TEST_CASE("the order of the features changes nothing", "[osm][grounds]")
{
    std::vector<gis::OsmFeature> features = {way(9, centre, rectangle(outside, 0, 200, 200)),
                                             way(10, pitch, rectangle(outside + 10, 10, 40, 20)), way(11, pitch, rectangle(10, 10, 40, 20)),
                                             way(2, pitch, rectangle(60, 10, 30, 20))};
    const Sorted one = sorted(features);
    std::reverse(features.begin(), features.end());
    const Sorted other = sorted(features);
    CHECK(one.fields() == Strings{"way/11", "way/2"});
    CHECK(one.fields() == other.fields());
    CHECK(one.venues() == other.venues());
}

TEST_CASE("a pitch for which a campus was drawn with a hole is added to the campus", "[osm][grounds]")
{
    const auto campus_with_hole = [] {
        gis::MultiPolygon ground = {{rectangle(0, 0, 200, 200), {rectangle(50, 50, 100, 60)}}};
        std::reverse(ground[0].holes[0].begin(), ground[0].holes[0].end());
        return std::vector<Campus>{{"way/1", "way/1", "", ground, true}};
    };
    const auto m2_with = [&](const gis::Ring& drawn) {
        std::vector<Campus> campuses = campus_with_hole();
        add_pitches_in_holes(std::vector{way(2, {{"leisure", "pitch"}}, drawn)}, plane(), campuses);
        return gis::area(campuses[0].ground).square_metres();
    };
    CHECK(m2_with(rectangle(51, 51, 98, 58)) == Approx(34000 + 98 * 58).margin(1));
    CHECK(m2_with(rectangle(50, 50, 20, 20)) == Approx(34000).margin(1)); // a court in a yard that is not the school's
    CHECK(m2_with(rectangle(300, 50, 98, 58)) == Approx(34000).margin(1));
}
