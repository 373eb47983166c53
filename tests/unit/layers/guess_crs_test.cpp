#include "layers/guess/guess_crs.hpp"
#include "support/catch.hpp"

using namespace fieldgap;

namespace {

CrsReadings readings_at(const gis::Point& point, const std::optional<gis::Box>& place = std::nullopt)
{
    gis::VectorLayer rows;
    rows.has_geometry = true;
    rows.features.emplace_back().geometry = point;
    return crs_readings(rows, place);
}

const gis::Box tianjin{116.9, 38.9, 117.5, 39.4};

} // namespace

TEST_CASE("a lone layer in degrees is longitude and latitude", "[guess_crs]")
{
    for (const gis::Point& point : {gis::Point{117.2, 39.13}, gis::Point{9.52, 47.14}}) {
        const CrsReadings readings = readings_at(point);
        REQUIRE(readings.list.size() == 1);
        CHECK(readings.list[0].reading.crs == "EPSG:4326");
        CHECK_FALSE(readings.list[0].reading.swap_xy);
    }
}

TEST_CASE("a place turns latitude first where both orders are possible", "[guess_crs]")
{
    const CrsReadings readings = readings_at({47.14, 9.52}, gis::Box{9.4, 47.0, 9.7, 47.3});
    REQUIRE(readings.list.size() == 1);
    CHECK(readings.list[0].reading.swap_xy);
}

TEST_CASE("a zone number settles the plane, also with northing first", "[guess_crs]")
{
    const CrsReadings plain = readings_at({39517293.540, 4332955.206});
    REQUIRE(plain.list.size() == 1);
    CHECK(plain.list[0].reading.crs == "EPSG:4527");
    const CrsReadings swapped = readings_at({4332955.206, 39517293.540});
    REQUIRE(swapped.list.size() == 1);
    CHECK(swapped.list[0].reading.crs == "EPSG:4527");
    CHECK(swapped.list[0].reading.swap_xy);
}

TEST_CASE("without a zone number several planes are left, with a place those that lead there", "[guess_crs]")
{
    CHECK(readings_at({517293.540, 4332955.206}).list.size() > 20);
    const CrsReadings near = readings_at({517293.540, 4332955.206}, tianjin);
    REQUIRE(near.list.size() >= 2);
    CHECK(near.list[0].reading.crs == "EPSG:4548");
    for (const gis::CrsCandidate& one : near.list) {
        CHECK(gis::lies_in(tianjin, one.centre));
    }
}

TEST_CASE("no coordinates have no reading", "[guess_crs]")
{
    const CrsReadings readings = crs_readings({}, std::nullopt);
    CHECK(readings.list.empty());
    CHECK(readings.evidence.empty());
}
