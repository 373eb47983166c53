#include "layers/crs/street_offset.hpp"

#include "support/catch.hpp"

#include <cmath>

using namespace fieldgap;

namespace {

constexpr int blocks = 9;

/// Streets about every 260 m but at no equal steps, so that no move lays them upon each other.
double street_m(int i)
{
    return 260.0 * i + 70.0 * std::sin(2.3 * i * i);
}

std::vector<gis::Line> streets(const gis::Point& moved_by_m)
{
    std::vector<gis::Line> lines;
    for (int i = -12; i <= blocks + 12; ++i) {
        const double at_m = street_m(i);
        lines.push_back({{at_m + moved_by_m.x, -4000.0 + moved_by_m.y}, {at_m + moved_by_m.x, 7000.0 + moved_by_m.y}});
        lines.push_back({{-4000.0 + moved_by_m.x, at_m + moved_by_m.y}, {7000.0 + moved_by_m.x, at_m + moved_by_m.y}});
    }
    return lines;
}

std::optional<StreetOffset> offset(const std::vector<gis::MultiPolygon>& grounds, const std::vector<gis::Point>& gates,
                                   const std::vector<gis::Line>& roads)
{
    return offset_of_streets(grounds, gates, {roads.begin(), roads.end()});
}

/// A campus in every second block, 15 m from its streets, and a gate on the street to its south.
struct Campuses
{
    std::vector<gis::MultiPolygon> grounds;
    std::vector<gis::Point> gates;

    Campuses()
    {
        for (int row = 0; row < blocks; ++row) {
            for (int column = row % 2; column < blocks; column += 2) {
                const double west = street_m(column) + 15.0;
                const double east = street_m(column + 1) - 15.0;
                const double south = street_m(row) + 15.0;
                const double north = street_m(row + 1) - 15.0;
                grounds.push_back({{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}});
                gates.push_back({(west + east) / 2.0, south - 5.0});
            }
        }
    }
};

} // namespace

TEST_CASE("streets that lie beside all campuses are moved back", "[crs]")
{
    const Campuses city;
    for (const gis::Point shift_m : {gis::Point{60.0, -40.0}, gis::Point{-480.0, 260.0}, gis::Point{1200.0, 1100.0}}) {
        CAPTURE(shift_m.x, shift_m.y);
        const auto found = offset(city.grounds, city.gates, streets(shift_m));
        REQUIRE(found);
        CHECK(std::fabs(found->offset_m.x + shift_m.x) < 20.0);
        CHECK(std::fabs(found->offset_m.y + shift_m.y) < 20.0);
        CHECK(found->tested == city.grounds.size() + city.gates.size());
        CHECK(found->agree_then > found->agree_declared);
    }
}

TEST_CASE("streets that fit, or that prove nothing, are left alone", "[crs]")
{
    const Campuses city;
    CHECK_FALSE(offset(city.grounds, city.gates, streets({})));
    CHECK_FALSE(offset(city.grounds, {}, streets({10.0, 0.0})));
    CHECK_FALSE(offset({}, city.gates, streets({60.0, 0.0})));
    CHECK_FALSE(offset({city.grounds.begin(), city.grounds.begin() + 7}, {}, streets({60.0, 0.0})));
    CHECK_FALSE(offset(city.grounds, city.gates, {}));
}

TEST_CASE("streets across grounds that no move keeps off are no shifted streets", "[crs]")
{
    const Campuses city;
    std::vector<gis::Line> dense = streets({});
    for (int i = 0; i < 220; ++i) {
        dense.push_back({{-4000.0, -4000.0 + 50.0 * i}, {7000.0, -4000.0 + 50.0 * i}});
    }
    CHECK_FALSE(offset(city.grounds, city.gates, dense));
}
