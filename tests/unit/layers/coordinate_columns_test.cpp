#include "gis/geometry/datum.hpp"
#include "layers/columns/coordinate_columns.hpp"
#include "layers/columns/coordinate_heading.hpp"
#include "layers/columns/map_maker.hpp"

#include "support/catch.hpp"

#include <string>
#include <utility>

using namespace fieldgap;
using gis::WebDatum;

namespace {

gis::CoordinateColumns found_in(std::vector<std::string> columns, std::vector<std::vector<std::optional<std::string>>> rows = {})
{
    return coordinate_columns_of({std::move(columns), std::move(rows)}, {});
}

std::string number(double value)
{
    return std::to_string(value);
}

/// Schools of Wuhan with their places in one datum and in another.
gis::TableSample table_with(WebDatum second)
{
    gis::TableSample table{{"校名", "lng", "lat", "x1", "y1"}, {}};
    for (int i = 0; i < 4; ++i) {
        const gis::Point at{114.30 + 0.013 * i, 30.55 - 0.007 * i};
        const gis::Point other = second == WebDatum::none ? at : second == WebDatum::gcj02 ? gis::gcj02_of(at) : gis::bd09_of(at);
        table.rows.push_back({"第" + std::to_string(i) + "小学", number(other.x), number(other.y), number(at.x), number(at.y)});
    }
    return table;
}

} // namespace

TEST_CASE("coordinates are found by our names and by common headings", "[coordinate_columns]")
{
    CHECK(found_in({"id", "y", "x"}).x == "x");
    CHECK(found_in({"名称", "经度", "纬度"}).y == "纬度");
    CHECK(found_in({"Longitude", "LATITUDE"}).x == "Longitude");
    CHECK(found_in({"x", "y", "lon", "lat"}).x == "x");
    CHECK(found_in({"x", "y", "WKT"}).wkt == "WKT");
    CHECK(found_in({"x", "name"}).is_empty());
    CHECK(found_in({}).is_empty());
    CHECK(found_in({"Easting", "Northing", "Latitude", "Longitude"}).x == "Longitude");
    CHECK(found_in({"Rechtswert", "Hochwert"}).y == "Hochwert");
}

TEST_CASE("pairs of headings name the datum in any case and order", "[coordinate_columns]")
{
    const std::vector<std::pair<std::string, std::string>> wgs84 = {{"经度wgs84", "纬度wgs84"}, {"经度_WGS84", "纬度_WGS84"},
                                                                    {"wgs84_lng", "wgs84_lat"}, {"lng_wgs84", "lat_wgs84"},
                                                                    {"WGS84经度", "WGS84纬度"}, {"x_wgs84", "y_wgs84"},
                                                                    {"lon84", "lat84"},         {"GPS经度", "GPS纬度"},
                                                                    {"wgsLng", "wgsLat"},       {"经度（WGS84）", "纬度（WGS84）"}};
    for (const auto& [x, y] : wgs84) {
        INFO(x);
        CHECK(found_in({"name", y, x}).x == x);
        CHECK(found_in({"name", y, x}).datum == WebDatum::none);
    }
    const std::vector<std::pair<std::string, std::string>> gcj02 = {{"高德经度", "高德纬度"},
                                                                    {"gcj02_lng", "gcj02_lat"},
                                                                    {"lng_gcj", "lat_gcj"},
                                                                    {"lon_gd", "lat_gd"},
                                                                    {"火星经度", "火星纬度"},
                                                                    {"腾讯经度", "腾讯纬度"},
                                                                    {"amap_lon", "amap_lat"},
                                                                    {"火星坐标经度", "火星坐标纬度"},
                                                                    {"GCJ02X", "GCJ02Y"},
                                                                    {"经度(高德)", "纬度(高德)"},
                                                                    {"longitude_gcj02", "latitude_gcj02"}};
    for (const auto& [x, y] : gcj02) {
        INFO(x);
        CHECK(found_in({"name", x, y}).y == y);
        CHECK(found_in({"name", x, y}).datum == WebDatum::gcj02);
    }
    for (const auto& [x, y] : {std::pair("百度经度", "百度纬度"), std::pair("bd09_lng", "bd09_lat"), std::pair("bd_lon", "bd_lat"),
                               std::pair("baidu_x", "baidu_y")}) {
        INFO(x);
        CHECK(found_in({"name", x, y}).datum == WebDatum::bd09);
    }
    for (const auto& [x, y] : {std::pair("location_lng", "location_lat"), std::pair("学校经度", "学校纬度"), std::pair("lng1", "lat1")}) {
        INFO(x);
        CHECK(found_in({"name", x, y}).x == x);
        CHECK_FALSE(found_in({"name", x, y}).datum);
    }
}

TEST_CASE("of several coordinates WGS 84 goes first and x goes with its own y", "[coordinate_columns]")
{
    CHECK(found_in({"经度_gcj02", "纬度_gcj02", "经度_wgs84", "纬度_wgs84"}).y == "纬度_wgs84");
    CHECK(found_in({"lng", "lat", "lat_wgs84", "lng_wgs84"}).x == "lng_wgs84");
    CHECK(found_in({"bd09_lng", "bd09_lat", "gcj02_lng", "gcj02_lat"}).x == "gcj02_lng");
    CHECK(found_in({"lng", "lat_gcj02", "lng_gcj02"}).x == "lng_gcj02");
}

TEST_CASE("two coordinates that differ as the datums do say in which each is", "[coordinate_columns]")
{
    for (const WebDatum second : {WebDatum::gcj02, WebDatum::bd09}) {
        const gis::CoordinateColumns found = coordinate_columns_of(table_with(second), {});
        CHECK(found.x == "x1");
        CHECK(found.datum == WebDatum::none);
        CHECK(found.datum_beside == "lng");
    }
    CHECK_FALSE(coordinate_columns_of(table_with(WebDatum::none), {}).datum);
}

TEST_CASE("a column of pairs is a point column whatever its heading", "[coordinate_columns]")
{
    for (const char* heading : {"location", "坐标", "经纬度", "lnglat", "任意", "高德坐标"}) {
        INFO(heading);
        CHECK(found_in({"name", heading}, {{"一小", "121.4401,31.2172"}, {"二小", "121.4317,31.2801"}}).wkt == heading);
    }
    CHECK(found_in({"name", "高德坐标"}, {{"一小", "121.4401,31.2172"}}).datum == WebDatum::gcj02);
    CHECK(found_in({"name", "p"}, {{"一小", "31.2172, 121.4401"}}).is_north_first);
    CHECK(found_in({"name", "p"}, {{"一小", "[121.4401, 31.2172]"}}).wkt == "p");
    CHECK(found_in({"name", "latlng"}, {{"a", "51.5012,-0.1262"}}).is_north_first);
    CHECK(found_in({"name", "班级"}, {{"一小", "12,18"}}).is_empty());
    CHECK(found_in({"name", "电话"}, {{"一小", "62780001,62780002"}}).is_empty());
}

TEST_CASE("columns without values are no coordinates where others have some", "[coordinate_columns]")
{
    CHECK(found_in({"wgs84_lng", "wgs84_lat", "lng", "lat"}, {{"", "", "121.44", "31.21"}, {"", "", "121.45", "31.22"}}).x == "lng");
}

TEST_CASE("headings in the plane say nothing of a web map", "[coordinate_columns]")
{
    CHECK_FALSE(found_in({"CGCS2000_X", "CGCS2000_Y"}, {{"517293.5", "4332955.1"}}).datum);
}

TEST_CASE("those that the user names get the datum of their headings", "[coordinate_columns]")
{
    const gis::TableSample table{{"百度经度", "百度纬度"}, {{"121.4401", "31.2172"}}};
    CHECK(coordinate_columns_of(table, {"百度经度", "百度纬度", ""}).datum == WebDatum::bd09);
    CHECK(is_coordinate_heading("经度"));
    CHECK_FALSE(is_coordinate_heading("East School"));
}

TEST_CASE("the maker of a table shows in its columns and types", "[map_maker]")
{
    const auto maker = [](std::vector<std::string> columns, std::vector<std::optional<std::string>> row) {
        const auto found = map_maker_of({std::move(columns), {std::move(row)}});
        return found ? found->name : std::string();
    };
    CHECK(maker({"name", "typecode", "location", "adname"}, {"一小", "141203", "121.44,31.21", "东湖区"}) == "Amap");
    CHECK(maker({"name", "类型"}, {"一小", "科教文化服务;学校;小学"}) == "Amap");
    CHECK(maker({"name", "tag"}, {"一小", "教育培训;小学"}) == "Baidu");
    CHECK(maker({"uid", "street_id", "name"}, {"5f2c", "", "一小"}) == "Baidu");
    CHECK(maker({"title", "category"}, {"一小", "教育学校:小学"}) == "Tencent");
    CHECK(maker({"学校名称", "类型", "adcode"}, {"一小", "小学", "420106"}).empty());
}
