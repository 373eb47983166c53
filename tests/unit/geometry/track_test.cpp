#include "gis/geometry/overlay.hpp"
#include "gis/geometry/slivers.hpp"
#include "gis/geometry/track.hpp"
#include "support/catch.hpp"
#include "support/close.hpp"
#include "support/shapes.hpp"

using namespace gis;

namespace {

constexpr double pi = 3.14159265358979323846;

/// The standard track: straights of 84.39 m, inner radius 36.50 m (docs/standards.md 3.1).
constexpr double straight_m = 84.39;
constexpr double radius_m = 36.5;
constexpr double lap_m = 2.0 * straight_m + 2.0 * pi * radius_m;
constexpr double stadium_m2 = 2.0 * radius_m * straight_m + pi * radius_m * radius_m;

/// The place on the standard lap after `along_m`, counter-clockwise from the start of the lower straight.
Point on_lap(double along_m)
{
    const double bend_m = pi * radius_m;
    if (along_m < straight_m) {
        return {along_m, 0.0};
    }
    if (along_m < straight_m + bend_m) {
        const double angle = (along_m - straight_m) / radius_m;
        return {straight_m + radius_m * std::sin(angle), radius_m - radius_m * std::cos(angle)};
    }
    if (along_m < 2.0 * straight_m + bend_m) {
        return {straight_m - (along_m - straight_m - bend_m), 2.0 * radius_m};
    }
    const double angle = (along_m - 2.0 * straight_m - bend_m) / radius_m;
    return {-radius_m * std::sin(angle), radius_m + radius_m * std::cos(angle)};
}

/// A part of the lap as somebody would draw it, a point each metre, turned by `turned` and far from the origin.
Line part_of_lap(double from_m, double to_m, double turned = 0.0)
{
    Line line;
    const int steps = static_cast<int>(to_m - from_m);
    for (int i = 0; i <= steps; ++i) {
        const Point p = on_lap(std::fmod(from_m + (to_m - from_m) * i / steps, lap_m));
        line.push_back(
            {20'000.0 + p.x * std::cos(turned) - p.y * std::sin(turned), -3'000.0 + p.x * std::sin(turned) + p.y * std::cos(turned)});
    }
    return line;
}

double m2(const CompletedTrack& track)
{
    return area({track.ground}).square_metres();
}

} // namespace

TEST_CASE("a track of which a straight is missing is closed by it, whichever way it lies", "[track]")
{
    for (const double turned : {0.0, 0.7, 2.0, -1.3}) {
        CAPTURE(turned);
        const auto track = completed_track(part_of_lap(straight_m, lap_m, turned));
        REQUIRE(track);
        CHECK(track->gap == TrackGap::straight);
        CHECK(is_close(track->added_m, straight_m, 0.01));
        CHECK(is_close(m2(*track), stadium_m2, 1e-3));
    }
}

TEST_CASE("a track of which a bend is missing is closed by a semicircle that bulges outward", "[track]")
{
    for (const double turned : {0.0, 0.7, 2.0, -1.3}) {
        CAPTURE(turned);
        const auto track = completed_track(part_of_lap(0.0, 2.0 * straight_m + pi * radius_m, turned));
        REQUIRE(track);
        CHECK(track->gap == TrackGap::bend);
        CHECK(is_close(track->added_m, pi * radius_m, 0.01));
        CHECK(is_close(m2(*track), stadium_m2, 1e-3));
        Line backwards = part_of_lap(0.0, 2.0 * straight_m + pi * radius_m, turned);
        std::reverse(backwards.begin(), backwards.end());
        CHECK(is_close(m2(*completed_track(backwards)), m2(*track), 1e-9));
    }
}

TEST_CASE("legs of unequal length are brought level before the bend is added", "[track]")
{
    const auto track = completed_track(part_of_lap(30.0, 2.0 * straight_m + pi * radius_m));
    REQUIRE(track);
    CHECK(is_close(m2(*track), stadium_m2, 2e-3));
}

TEST_CASE("any part of at least half a lap gives a ground close to the whole one", "[track]")
{
    for (double from_m = 0.0; from_m < lap_m; from_m += 10.0) {
        CAPTURE(from_m);
        const auto track = completed_track(part_of_lap(from_m, from_m + 0.8 * lap_m));
        REQUIRE(track);
        CHECK(is_close(m2(*track), stadium_m2, 0.05));
    }
}

TEST_CASE("what is no track is not completed", "[track]")
{
    CHECK_FALSE(completed_track({}));
    CHECK_FALSE(completed_track({{0, 0}, {100, 0}}));
    CHECK_FALSE(completed_track({{0, 0}, {50, 0}, {100, 0}, {150, 0.1}}));                        // a mere straight
    CHECK_FALSE(completed_track({{0, 0}, {20, 30}, {40, 0}, {60, 30}, {80, 0}, {100, 30}}));      // a zigzag
    CHECK_FALSE(completed_track(part_of_lap(0.0, 0.4 * lap_m)));                                  // less than half a lap
    CHECK_FALSE(completed_track({{0, 0}, {900, 100}, {1'500, 700}, {1'000, 1'500}, {0, 1'200}})); // a long trail
    CHECK_FALSE(completed_track({{0, 0}, {20, 0}, {20, 10}, {0, 10}}));                           // too narrow
    CHECK_FALSE(completed_track({{0, 0}, {100, 60}, {100, 0}, {0, 60}}));                         // crosses itself
    CHECK_FALSE(completed_track({{0, 0}, {0, 0}, {0, 0}, {0, 0}}));
}

TEST_CASE("lines whose ends meet within half a metre are closed", "[track]")
{
    CHECK(is_closed({{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0.4}}));
    CHECK_FALSE(is_closed({{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0.6}}));
    CHECK_FALSE(is_closed({{0, 0}, {10, 0}, {0, 0}}));
    CHECK(is_close(area(inside_of({{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0.4}}})).square_metres(), 100.0, 1e-12));
}

TEST_CASE("slivers are parts under one square metre or thinner than a tenth of a metre", "[slivers]")
{
    using shapes::rectangle_ring;
    const Polygon field = {rectangle_ring(0, 0, 20, 10), {}};
    const Polygon crumb = {rectangle_ring(30, 0, 30.9, 1), {}};
    const Polygon strip = {rectangle_ring(0, 20, 100, 20.09), {}};
    const Polygon path = {rectangle_ring(0, 30, 100, 30.2), {}};
    CHECK(slivers_of({}).parts == 0);
    CHECK_FALSE(slivers_of({}).all);
    const Slivers some = slivers_of({field, crumb, strip, path});
    CHECK(some.parts == 2);
    CHECK(is_close(some.m2, 9.9, 1e-9));
    CHECK_FALSE(some.all);
    CHECK(slivers_of({strip}).all);
}

TEST_CASE("a repair says what the rings held before, and keeps the ground where it has a meaning", "[overlay]")
{
    using shapes::rectangle_ring;
    const auto after = [](const MultiPolygon& ground) { return area(repaired(ground).ground).square_metres(); };
    const MultiPolygon spike = {{{{0, 0}, {10, 0}, {10, 10}, {10, 30}, {10, 10}, {0, 10}, {0, 0}}, {}}};
    CHECK(repaired(spike).was_invalid);
    CHECK(is_close(repaired(spike).drawn_m2, 100.0, 1e-12));
    CHECK(is_close(after(spike), 100.0, 1e-9));
    const MultiPolygon bow_tie = {{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}};
    CHECK(is_close(repaired(bow_tie).drawn_m2, 0.0, 0.0, 1e-9));
    CHECK(is_close(after(bow_tie), 50.0, 1e-9));
    const MultiPolygon overlapping = {{rectangle_ring(0, 0, 10, 10), {}}, {rectangle_ring(5, 0, 15, 10), {}}};
    CHECK(is_close(repaired(overlapping).drawn_m2, 200.0, 1e-12));
    CHECK(is_close(after(overlapping), 150.0, 1e-9));
    const MultiPolygon nested = {{rectangle_ring(0, 0, 10, 10), {}}, {rectangle_ring(2, 2, 4, 4), {}}};
    CHECK(is_close(after(nested), 100.0, 1e-9));
    const MultiPolygon inside_out = {{rectangle_ring(2, 2, 4, 4), {rectangle_ring(0, 0, 10, 10)}}};
    CHECK(repaired(inside_out).was_invalid);
    CHECK(is_close(after(inside_out), 96.0, 1e-9));
    const MultiPolygon hole_outside = {{rectangle_ring(0, 0, 10, 10), {rectangle_ring(20, 0, 22, 2)}}};
    CHECK(is_close(after(hole_outside), 100.0, 1e-9));
    const MultiPolygon doubled = {{{{0, 0}, {0, 0}, {10, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {}}};
    CHECK(is_close(after(doubled), 100.0, 1e-12));
    const MultiPolygon hole_is_shell = {{rectangle_ring(0, 0, 10, 10), {rectangle_ring(0, 0, 10, 10)}}};
    CHECK(repaired(hole_is_shell).ground.empty());
}
