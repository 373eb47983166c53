#include "gis/io/crs/crs_guess.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace gis;

namespace {

/// A small city around a place, written by a reading.
std::vector<Point> city_in(const SourceCrs& reading, Point centre)
{
    std::vector<Point> degrees;
    for (int i = -3; i <= 3; ++i) {
        degrees.push_back({centre.x + 0.01 * i, centre.y + 0.007 * ((i * 2) % 5)});
    }
    std::vector<Point> written;
    for (const auto& point : written_of(reading, degrees)) {
        written.push_back(point.value());
    }
    return written;
}

Box place_around(Point centre)
{
    return Box{centre.x, centre.y, centre.x, centre.y}.widened(0.1);
}

constexpr Point tianjin = {117.20, 39.13};

} // namespace

TEST_CASE("the point of docs/standards.md has the published coordinates in each system, both ways", "[crs_guess]")
{
    const std::vector<std::pair<std::string, Point>> published = {
        {"EPSG:4527", {39517293.540, 4332955.206}}, {"EPSG:4548", {517293.540, 4332955.206}},   {"EPSG:4528", {40257870.728, 4336671.502}},
        {"EPSG:4549", {257870.728, 4336671.502}},   {"EPSG:4498", {20517293.540, 4332955.206}}, {"EPSG:4509", {517293.540, 4332955.206}},
        {"EPSG:32650", {517286.622, 4331222.025}}};
    for (const auto& [crs, numbers] : published) {
        INFO(crs);
        const SourceCrs reading{crs, WebDatum::none, false, {}};
        const Point written = written_of(reading, std::vector<Point>{tianjin})[0].value();
        CHECK(std::fabs(written.x - numbers.x) < 2e-3);
        CHECK(std::fabs(written.y - numbers.y) < 2e-3);
        const Point back = to_degrees(reading, std::vector<Point>{written})[0].value();
        CHECK(std::fabs(back.x - tianjin.x) < 1e-8);
        CHECK(std::fabs(back.y - tianjin.y) < 1e-8);
    }
}

TEST_CASE("swap, four parameters, plane and datum are undone in this order", "[crs_guess]")
{
    const SourceCrs reading{"EPSG:4548", WebDatum::gcj02, true, Helmert{214000.0, 4230000.0, 1.00002, 0.105}};
    const Point written = written_of(reading, std::vector<Point>{tianjin})[0].value();
    CHECK(written.x < 110000.0); // the northing of a local plane stands first
    const Point back = to_degrees(reading, std::vector<Point>{written})[0].value();
    CHECK(std::fabs(back.x - tianjin.x) < 1e-7);
    CHECK(std::fabs(back.y - tianjin.y) < 1e-7);
}

TEST_CASE("a zone number before the easting leaves one reading", "[crs_guess]")
{
    for (const std::string crs : {"EPSG:4527", "EPSG:4498"}) {
        for (const bool is_swapped : {false, true}) {
            INFO(crs << " " << is_swapped);
            const SourceCrs reading{crs, WebDatum::none, is_swapped, {}};
            const auto found = possible_readings(city_in(reading, tianjin));
            REQUIRE_FALSE(found.empty());
            CHECK(found.front().reading == reading);
            CHECK(std::count_if(found.begin(), found.end(), [](const CrsCandidate& one) { return one.reading.crs != "EPSG:3857"; }) == 1);
        }
    }
}

TEST_CASE("without a zone number only a place settles the zone, and UTM stays beside Gauss-Kruger", "[crs_guess]")
{
    const auto points = city_in({"EPSG:4548", WebDatum::none, false, {}}, tianjin);
    const auto open = possible_readings(points);
    CHECK(open.size() > 20);
    const auto settled = possible_readings(points, place_around(tianjin));
    const auto has = [&](const char* crs) {
        return std::any_of(settled.begin(), settled.end(), [&](const CrsCandidate& one) { return one.reading.crs == crs; });
    };
    REQUIRE_FALSE(settled.empty());
    CHECK(settled.front().reading.crs == "EPSG:4548");
    CHECK(has("EPSG:32650"));
    CHECK_FALSE(has("EPSG:4549"));
    CHECK_FALSE(has("EPSG:3857"));
}

TEST_CASE("every other system is found by its numbers and the place", "[crs_guess]")
{
    const std::vector<std::pair<std::string, Point>> cities = {
        {"EPSG:3857", tianjin},        {"EPSG:2326", {114.15, 22.30}}, {"EPSG:27700", {-1.55, 53.80}},
        {"EPSG:28992", {5.12, 52.09}}, {"EPSG:32637", {37.45, 55.72}}, {"EPSG:32723", {-46.63, -23.55}},
        {"EPSG:2154", {2.35, 48.86}},  {"EPSG:2180", {21.0, 52.23}},   {"EPSG:4326", {8.69, 49.41}}};
    for (const auto& [crs, centre] : cities) {
        const SourceCrs reading{crs, WebDatum::none, false, {}};
        const auto found = possible_readings(city_in(reading, centre), place_around(centre));
        INFO(crs << " " << found.size() << " " << (found.empty() ? "" : found.front().reading.crs));
        REQUIRE_FALSE(found.empty());
        const auto own = std::find_if(found.begin(), found.end(), [&](const CrsCandidate& one) { return one.reading == reading; });
        CHECK(own != found.end());
        CHECK(std::fabs(found.front().centre.x - centre.x) < 0.02);
        CHECK(std::fabs(found.front().centre.y - centre.y) < 0.05);
    }
}

TEST_CASE("latitude first is seen beyond 90, and by the place below", "[crs_guess]")
{
    const SourceCrs swapped{"EPSG:4326", WebDatum::none, true, {}};
    const auto china = possible_readings(city_in(swapped, tianjin));
    REQUIRE(china.size() == 1);
    CHECK(china.front().reading.swap_xy);
    const auto europe = city_in(swapped, {8.69, 49.41});
    CHECK(possible_readings(europe).size() == 2);
    const auto settled = possible_readings(europe, place_around({8.69, 49.41}));
    REQUIRE(settled.size() == 1);
    CHECK(settled.front().reading.swap_xy);
}

TEST_CASE("numbers of a local plane ask for its parameters, and nothing gives nothing", "[crs_guess]")
{
    const std::vector<Point> local = {{301000.0, 98000.0}, {302000.0, 99500.0}, {299500.0, 101000.0}};
    const auto found = possible_readings(local, place_around(tianjin));
    REQUIRE(found.size() == 1);
    CHECK(found.front().needs_helmert);
    CHECK(possible_readings({}).empty());
    CHECK(possible_readings(std::vector<Point>{{0.0, 0.0}, {NAN, 1.0}}).empty());
}
