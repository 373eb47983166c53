#include "gis/joining/line_joining.hpp"

#include "gis/geometry/plane.hpp"
#include "gis/joining/doubled_lines.hpp"
#include "gis/joining/gap_sides.hpp"
#include "gis/joining/street_line_collector.hpp"
#include "gis/network/part_lengths.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"

#include <cmath>
#include <random>

namespace {

const gis::CityPlane& plane()
{
    static const gis::CityPlane plane({117.2, 39.1});
    return plane;
}

gis::Line degrees(gis::Line metres)
{
    plane().to_degrees(metres);
    return metres;
}

gis::Streets streets(const gis::MultiLine& lines, double join_m)
{
    gis::StreetLineCollector collector;
    for (const gis::Line& line : lines) {
        collector.add(degrees(line), 0, 0);
    }
    return std::move(collector).streets(plane(), join_m, {});
}

/// The length of the longest connected part.
double longest_part_m(const gis::Streets& all)
{
    double longest_m = 0.0;
    for (const double part_m : gis::part_lengths_m(gis::build_walk_network(all, plane()))) {
        longest_m = std::max(longest_m, part_m);
    }
    return longest_m;
}

const gis::Line main_street = {{-1000, 0}, {1000, 0}};

} // namespace

TEST_CASE("an end joins a line within join_m by a straight piece", "[joining]")
{
    const double off_m = GENERATE(0.0, 0.006, 0.3, 0.9);
    CAPTURE(off_m);
    const auto joined = streets({main_street, {{0, off_m}, {0, 500}}}, 1.0);
    CHECK(is_close(longest_part_m(joined), 2500.0, 0.0, 0.02));
    CHECK(joined.gaps.empty());
}

TEST_CASE("an end that join_m does not reach is a gap up to two metres", "[joining]")
{
    CHECK(streets({main_street, {{0, 0.5}, {0, 500}}}, 0.01).gaps.size() == 1);
    CHECK(streets({main_street, {{0, 1.99}, {0, 500}}}, 0.01).gaps.size() == 1);
    CHECK(streets({main_street, {{0, 2.01}, {0, 500}}}, 0.01).gaps.empty());
    CHECK(streets({main_street, {{0, 3.5}, {0, 500}}}, 3.4).gaps.empty());
    CHECK(is_close(longest_part_m(streets({main_street, {{0, 3.5}, {0, 500}}}, 3.4)), 2000.0, 0.0, 0.01));
    CHECK(is_close(longest_part_m(streets({main_street, {{0, 3.5}, {0, 500}}}, 3.6)), 2500.0, 0.0, 0.01));
}

TEST_CASE("two ends that miss each other are one gap and one piece", "[joining]")
{
    const gis::MultiLine lines = {{{-500, 0}, {-0.5, 0}}, {{0.5, 0}, {500, 0}}};
    CHECK(streets(lines, 0.01).gaps.size() == 1);
    const auto joined = streets(lines, 1.5);
    CHECK(joined.line_count() == 3);
    CHECK(is_close(longest_part_m(joined), 1000.0, 0.0, 0.01));
}

TEST_CASE("an end joins the nearest of two lines and what passes within a centimetre there", "[joining]")
{
    const gis::Line peak = {{-100, -600}, {0, 0}, {100, -600}}; // touches the main street, which has no vertex there
    const double peak_m = 2.0 * std::hypot(100.0, 600.0);
    CHECK(is_close(longest_part_m(streets({main_street, peak}, 1.0)), 2000.0, 0.0, 0.02));
    CHECK(is_close(longest_part_m(streets({main_street, peak, {{0, 0.5}, {0, 500}}}, 1.0)), 2500.0 + peak_m, 0.0, 0.05));
    const gis::Line apart = {{-1000, -300}, {-50, -0.4}, {50, -0.4}, {1000, -300}};
    CHECK(is_close(longest_part_m(streets({main_street, apart, {{0, 0.5}, {0, 500}}}, 1.0)), 2500.0, 0.0, 0.02));
}

TEST_CASE("an end that has a junction joins only what passes within a centimetre", "[joining]")
{
    const gis::MultiLine street = {{{0, 0.5}, {0, 500}}, {{0, 0.5}, {300, 300}}};
    const auto apart = streets({main_street, street[0], street[1]}, 1.0);
    CHECK(apart.gaps.size() == 1);
    CHECK(is_close(longest_part_m(apart), 2000.0, 0.0, 0.01));
    const gis::MultiLine on_it = {{{0, 0.004}, {0, 500}}, {{0, 0.004}, {-300, 300}}};
    CHECK(longest_part_m(streets({main_street, on_it[0], on_it[1]}, 0.01)) > 2900.0);
}

TEST_CASE("lines of other levels are neither joined nor gaps", "[joining]")
{
    gis::StreetLineCollector collector;
    collector.add(degrees(main_street), 0, 0);
    collector.add(degrees({{0, 0}, {0, 500}}), 0, 0, {1, true, false});
    const auto apart = std::move(collector).streets(plane(), 1.0, {});
    CHECK(apart.gaps.empty());
    CHECK(is_close(longest_part_m(apart), 2000.0, 0.0, 0.01));
}

TEST_CASE("an end from which one walks a few metres to the other line is no gap", "[joining]")
{
    const gis::Line over = {{0, -1.5}, {0, 0}, {0, 500}}; // meets the main street at its second vertex
    CHECK(streets({{{-1000, 0}, {0, 0}, {1000, 0}}, over}, 0.01).gaps.empty());
}

TEST_CASE("doubled lines are one, whichever way they run, and a double joins as the line does", "[joining]")
{
    const gis::Line side = {{0, 0.5}, {0, 500}};
    const gis::Line back = {{0, 500}, {0, 0.5}};
    const auto joined = streets({main_street, main_street, side, back}, 1.0);
    CHECK(joined.doubled_lines == 2);
    CHECK(is_close(longest_part_m(joined), 2500.0, 0.0, 0.01));
}

TEST_CASE("a gap says how many places lose how many metres of streets", "[joining]")
{
    const auto all = streets({main_street, {{0, 0.5}, {0, 500}}, {{500, 0.5}, {500, 3000}}}, 0.01);
    REQUIRE(all.gaps.size() == 2);
    const std::vector<gis::Point> places = {{-200, 10}, {200, -10}, {0, 400}};
    const auto sides = gis::gap_sides(all, plane(), places, 100.0);
    CHECK(sides[0].places == 1); // the one on the side street loses the main street
    CHECK(is_close(sides[0].streets_m, 2000.0, 0.0, 0.1));
    CHECK(sides[1].places == 2);
    CHECK(is_close(sides[1].streets_m, 2999.5, 0.0, 0.1));
}

TEST_CASE("the order of the lines does not change what joins", "[joining]")
{
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-60.0, 60.0);
    gis::MultiLine lines;
    for (int i = 0; i < 60; ++i) {
        lines.push_back({{place(random), place(random)}, {place(random), place(random)}});
    }
    const auto first = streets(lines, 2.0);
    std::shuffle(lines.begin(), lines.end(), random);
    const auto second = streets(lines, 2.0);
    CHECK(first.node == second.node);
    REQUIRE(first.gaps.size() == second.gaps.size());
    for (std::size_t i = 0; i < first.gaps.size(); ++i) {
        CHECK(first.gaps[i].at == second.gaps[i].at);
        CHECK(first.gaps[i].metres == second.gaps[i].metres);
    }
    CHECK(is_close(longest_part_m(first), longest_part_m(second), 0.0, 1e-6));
}
