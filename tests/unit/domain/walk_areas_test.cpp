// Walk areas of small towns, by hand: lengths that are walked times their width, round ends, campuses.
#include "domain/walk_map/walk_areas.hpp"

#include "domain/walk_map/reached_streets.hpp"
#include "gis/geometry/overlay.hpp"
#include "support/ascii_town.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/small_city.hpp"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <cmath>
#include <numbers>

using namespace fieldgap;
using namespace fieldgap::test;

namespace {

/// A circle of 25 m with chords of an eighth of a quarter.
const double round_m2 = 16.0 * std::sin(std::numbers::pi / 16.0) * 25.0 * 25.0;

std::vector<WalkArea> areas_of(const City& city, const AsciiTown& town, const Settings& settings = {})
{
    const gis::WalkNetwork network = town.network();
    const WalkNetworkView walking{&network, {}};
    const Results r = analyse(city, walking, settings, [](Step) {});
    std::vector<WalkArea> areas;
    for_each_walk_area(measured_city(city, r, settings), r.reach.access_points.of_school, walking,
                       [&](const WalkArea& area) { areas.push_back(area); });
    return areas;
}

double area_m2(const WalkArea& area)
{
    return gis::area(area.ground).square_metres();
}

School school_at(const AsciiTown& town, char place)
{
    return school(std::string(1, place), 400, 0, town.at(place));
}

Settings with_minutes(std::vector<double> minutes)
{
    Settings settings;
    settings.walk.area_minutes = std::move(minutes);
    return settings;
}

} // namespace

TEST_CASE("ten minutes along one street are 1,600 m of it, 50 m wide with round ends", "[walk areas]")
{
    const AsciiTown town("+------------A------------+", metres_per_cell(100));
    City city;
    city.schools = {school_at(town, 'A')};
    const auto areas = areas_of(city, town);
    REQUIRE(areas.size() == 1);
    CHECK(areas[0].minutes == 10.0);
    CHECK(is_close(area_m2(areas[0]), 1600.0 * 50.0 + round_m2, 3e-4));
}

TEST_CASE("each school has a row for each of the minutes, out of one search", "[walk areas]")
{
    const AsciiTown town("+------------A------B------------+", metres_per_cell(100));
    City city;
    city.schools = {school_at(town, 'A'), school_at(town, 'B')};
    const auto areas = areas_of(city, town, with_minutes({2.5, 5.0, 10.0}));
    REQUIRE(areas.size() == 6);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        CHECK(index(areas[i].school) == i / 3);
        CHECK(is_close(area_m2(areas[i]), 160.0 * areas[i].minutes * 50.0 + round_m2, 3e-4));
    }
    CHECK(areas_of(city, town, with_minutes({})).empty());
}

TEST_CASE("a river without a bridge stays open, and so does a block of houses", "[walk areas]")
{
    // The banks are 100 m apart, the blocks on the south bank 300 m by 100 m.
    const AsciiTown town(R"(
        +-----------------------------+

        +--------+--A--+--------+-----+
        |        |     |        |
        +--------+-----+--------+
    )",
                         metres_per_cell(50));
    City city;
    city.schools = {school_at(town, 'A')};
    const auto areas = areas_of(city, town);
    REQUIRE(areas.size() == 1);
    const gis::Point a = town.at('A');
    CHECK(gis::contains(areas[0].ground, {a.x, a.y + 24.9}));
    CHECK_FALSE(gis::contains(areas[0].ground, {a.x, a.y + 25.1}));
    CHECK_FALSE(gis::contains(areas[0].ground, {a.x, a.y + 100.0}));
    REQUIRE(areas[0].ground.size() == 1);
    REQUIRE(areas[0].ground[0].holes.size() == 3);
    CHECK_FALSE(gis::contains(areas[0].ground, {a.x, a.y - 50.0}));
}

TEST_CASE("the campus belongs to the area, and the way from its gate to the street", "[walk areas]")
{
    const AsciiTown town("+------------a------------+", metres_per_cell(100));
    City city;
    city.schools = {school("A", 400, 0, town.beside('a', 0, 90))};
    // 80 m by 40 m, 70 m north of the street.
    city.campuses = {campus("C", "A", rectangle(town.at('a').x - 40.0, town.at('a').y + 70.0, 80.0, 40.0))};
    city.gates = {{"G", OwnerKind::school, "A", false, EntrySource::gate, town.beside('a', 0, 70)}};
    const auto areas = areas_of(city, town);
    REQUIRE(areas.size() == 1);
    // 730 m each way are left; between street and campus 20 m of the connector's strip are on neither.
    const double strip_m2 = 2.0 * 730.0 * 50.0 + round_m2;
    const double connector_m2 = (70.0 - 25.0) * 50.0;
    CHECK(is_close(area_m2(areas[0]), strip_m2 + connector_m2 + 80.0 * 40.0, 3e-4));
    CHECK(areas[0].ground.size() == 1);
}

TEST_CASE("all campuses of a school and of its branches belong to its area, what they share once", "[walk areas]")
{
    const AsciiTown town("+------------A------------+", metres_per_cell(100));
    const gis::Point a = town.at('A');
    City city;
    city.schools = {school_at(town, 'A')};
    city.campuses = {campus("C", "A", rectangle(a.x - 40.0, a.y + 300.0, 80.0, 40.0)),
                     campus("D", "A", rectangle(a.x, a.y + 320.0, 80.0, 40.0))};
    const auto areas = areas_of(city, town);
    REQUIRE(areas.size() == 1);
    CHECK(area_m2(areas[0]) == Approx(80.0 * 40.0 * 2.0 - 40.0 * 20.0));
}

TEST_CASE("a school that reaches no street has its campus alone, or no area", "[walk areas]")
{
    const AsciiTown town("+------------a------------+", metres_per_cell(100));
    City city;
    city.schools = {school("A", 400, 0, town.beside('a', 0, 500)), school("B", 400, 0, town.beside('a', 0, 900))};
    city.campuses = {campus("C", "A", rectangle(town.at('a').x - 40.0, town.at('a').y + 480.0, 80.0, 40.0))};
    const auto areas = areas_of(city, town);
    REQUIRE(areas.size() == 1);
    CHECK(index(areas[0].school) == 0);
    CHECK(area_m2(areas[0]) == Approx(3200.0));
}

TEST_CASE("schools of which nothing is known have areas, branches are in that of their main school", "[walk areas]")
{
    const AsciiTown town("+------------A---B----D------------+", metres_per_cell(100));
    City city;
    city.schools = {school_at(town, 'A'), school_at(town, 'B'), school_at(town, 'D')};
    city.schools[1].parent_id = "A";
    city.schools[2].pupils = {};
    const auto areas = areas_of(city, town, with_minutes({1.0}));
    REQUIRE(areas.size() == 2);
    CHECK(index(areas[0].school) == 0);
    CHECK(is_close(area_m2(areas[0]), 2.0 * (160.0 * 50.0 + round_m2), 3e-4));
    CHECK(index(areas[1].school) == 2);
}

TEST_CASE("areas come in the order of the schools and are the same for any number of threads", "[walk areas]")
{
    const tbb::global_control four_threads(tbb::global_control::max_allowed_parallelism, 4);
    const AsciiTown town(R"(
        +------a------+------+
        |      |      |      |
        +------+------+------+
    )",
                         metres_per_cell(100));
    City city;
    for (int i = 0; i < 600; ++i) {
        const std::string number = std::to_string(1000 + i);
        city.schools.push_back(school(number, 400, 0, town.beside('a', i, 3.0 * (i % 11))));
    }
    std::vector<WalkArea> alone, together;
    tbb::task_arena(1).execute([&] { alone = areas_of(city, town); });
    tbb::task_arena(4).execute([&] { together = areas_of(city, town); });
    REQUIRE(alone.size() == 600);
    REQUIRE(together.size() == 600);
    for (std::size_t i = 0; i < alone.size(); ++i) {
        REQUIRE(index(alone[i].school) == i);
        REQUIRE(index(together[i].school) == i);
        REQUIRE(alone[i].ground == together[i].ground);
    }
}

TEST_CASE("streets are those within the walk of any school, each with the minutes from the nearest", "[streets]")
{
    // 440 m, five minutes and a half, from corner to corner.
    const AsciiTown town(R"(
        A---b---c---D---e---f---g---+
            |   |   |   |   |   |
            +   +   +   +   +   +
    )",
                         metres_per_cell(110));
    City city;
    city.schools = {school_at(town, 'A'), school_at(town, 'D')};
    const auto minutes_of = [&](const City& of) {
        const gis::WalkNetwork network = town.network();
        const WalkNetworkView walking{&network, {}};
        const Settings settings;
        const Results r = analyse(of, walking, settings, [](Step) {});
        std::vector<double> minutes;
        for (const ReachedStreet& street : reached_streets(measured_city(of, r, settings), r.reach.access_points.of_school, walking)) {
            minutes.push_back(std::round(street.seconds / 6.0) / 10.0);
        }
        std::sort(minutes.begin(), minutes.end());
        return minutes;
    };
    // A: its street. D: both ways and down. Then from b, c and e onwards and down; f is too far.
    CHECK(minutes_of(city) == std::vector<double>{0.0, 0.0, 0.0, 0.0, 5.5, 5.5, 5.5, 5.5, 5.5});
    city.schools[1].phase = SchoolPhase::planned;
    CHECK(minutes_of(city) == std::vector<double>{0.0, 5.5, 5.5});
}
