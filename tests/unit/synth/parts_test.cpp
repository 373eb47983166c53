#include "support/catch.hpp"

#include "synth/land/place_names.hpp"
#include "synth/land/random.hpp"
#include "synth/roster.hpp"
#include "synth/yard.hpp"

#include <algorithm>
#include <cmath>
#include <set>

using namespace fieldgap;

TEST_CASE("chance is the same everywhere and differs between seeds and streams", "[synth]")
{
    Random a(1);
    Random same(1);
    Random seed(2);
    Random stream(1, 5);
    const std::uint64_t first = a.next();
    REQUIRE(first == same.next());
    REQUIRE(first != seed.next());
    REQUIRE(first != stream.next());
}

TEST_CASE("shares stay in their bounds and whole numbers reach both ends", "[synth]")
{
    Random random(42);
    std::set<int> seen;
    for (int i = 0; i < 1000; ++i) {
        const double share = random.unit();
        REQUIRE(share >= 0.0);
        REQUIRE(share < 1.0);
        seen.insert(random.whole(3, 6));
    }
    REQUIRE(seen == std::set<int>{3, 4, 5, 6});
}

TEST_CASE("numbers are written as one says them", "[synth]")
{
    REQUIRE(chinese_number(1) == "一");
    REQUIRE(chinese_number(10) == "十");
    REQUIRE(chinese_number(19) == "十九");
    REQUIRE(chinese_number(20) == "二十");
    REQUIRE(chinese_number(105) == "一百零五");
    REQUIRE(chinese_number(110) == "一百一十");
    REQUIRE(chinese_number(1005) == "一千零五");
    REQUIRE(chinese_number(2000) == "二千");
}

TEST_CASE("pieces cut from a yard keep to it and apart", "[synth]")
{
    Parcel zone;
    zone.corner = {{{0.0, 0.0}, {100.0, 0.0}, {96.0, 60.0}, {3.0, 64.0}}};
    Random random(9);
    Yard yard;
    yard.add_zone(zone, 2.0);
    std::vector<Parcel> placed;
    for (int i = 0; i < 60; ++i) {
        const auto plot = yard.cut_plot(random.between(5.0, 40.0), random.between(5.0, 25.0));
        if (plot) {
            Parcel piece;
            piece.corner = {plot->point(0.0, 0.0), plot->point(plot->length_m, 0.0), plot->point(plot->length_m, plot->width_m),
                            plot->point(0.0, plot->width_m)};
            REQUIRE(std::fabs(area_m2(piece) - plot->length_m * plot->width_m) < 1e-6);
            for (const gis::Point& corner : piece.corner) {
                REQUIRE(corner.x > 4.9);
                REQUIRE(corner.x < 94.1);
                REQUIRE(corner.y > 1.9);
                REQUIRE(corner.y < 58.1);
            }
            for (const Parcel& other : placed) {
                REQUIRE_FALSE(meet(piece, other, 0.5));
            }
            placed.push_back(piece);
        }
    }
    REQUIRE(placed.size() > 3);
}

TEST_CASE("a yard of nothing holds nothing", "[synth]")
{
    Parcel zone;
    zone.corner = {{{0.0, 0.0}, {3.0, 0.0}, {3.0, 3.0}, {0.0, 3.0}}};
    Yard yard;
    yard.add_zone(zone, 2.0);
    REQUIRE_FALSE(yard.cut_plot(1.0, 1.0));
    REQUIRE_FALSE(yard.cut_area(100.0, 1.0));
}

TEST_CASE("parcels meet where they overlap or come too close, also crosswise", "[synth]")
{
    const auto box = [](double x, double y, double w, double h) {
        Parcel parcel;
        parcel.corner = {{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}};
        return parcel;
    };
    REQUIRE(meet(box(0, 40, 100, 10), box(40, 0, 10, 100), 0.0));
    REQUIRE(meet(box(0, 0, 10, 10), box(12, 0, 10, 10), 3.0));
    REQUIRE_FALSE(meet(box(0, 0, 10, 10), box(12, 0, 10, 10), 1.0));
    REQUIRE(crosses(box(0, 0, 10, 10), {-5.0, 5.0}, {15.0, 5.0}));
    REQUIRE(crosses(box(0, 0, 10, 10), {4.0, 4.0}, {6.0, 6.0}));
    REQUIRE_FALSE(crosses(box(0, 0, 10, 10), {-5.0, 0.0}, {0.0, 16.0}));
}

TEST_CASE("a larger city has guests, a smaller one only what it can", "[synth]")
{
    const auto has_guest = [](const SchoolPlan& plan) { return plan.second_school; };
    const auto small = roster(19, Random(1));
    const auto large = roster(120, Random(1));
    REQUIRE(small.size() == 19);
    REQUIRE(large.size() == 120);
    REQUIRE(std::none_of(small.begin(), small.end(), has_guest));
    REQUIRE(std::any_of(large.begin(), large.end(), has_guest));
    REQUIRE(std::all_of(small.begin(), small.end(), [](const SchoolPlan& plan) { return is_regular(plan.type); }));
}
