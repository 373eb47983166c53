#include "gis/io/vector/vector_layer.hpp"

#include "gis/error.hpp"
#include "gis/geometry/datum.hpp"
#include "gis/io/base/encoding.hpp"
#include "support/catch.hpp"
#include "support/shared_data.hpp"
#include "unit/io/io_support.hpp"
#include "words/utf8.hpp"

#include <cmath>

#include <sys/stat.h>

using namespace gis;
using Catch::Matchers::Contains;
using io_test::TempFolder;

namespace {

VectorSource source_of(const std::string& path)
{
    VectorSource source;
    source.path = path;
    source.role = "schools";
    return source;
}

VectorSource table_of(const std::string& path)
{
    VectorSource source = source_of(path);
    source.needs_crs = false;
    return source;
}

std::string collection(const std::string& features)
{
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = "{}")
{
    return R"({"type":"Feature","geometry":)" + geometry + R"(,"properties":)" + properties + "}";
}

} // namespace

TEST_CASE("a CSV stays text, with leading zeros and empty cells as NULL", "[vector]")
{
    const TempFolder folder;
    const VectorLayer layer = read_vector_layer(table_of(folder.with("t.csv", "id,name,pupils\n00123,\"a, b\",600\n7,,\n")));
    REQUIRE(layer.features.size() == 2);
    CHECK(layer.columns == std::vector<std::string>{"id", "name", "pupils"});
    CHECK(layer.features[0].values[0] == "00123");
    CHECK(layer.features[0].values[1] == "a, b");
    CHECK_FALSE(layer.features[1].values[1].has_value());
    CHECK(layer.features[1].row == 2);
    CHECK_FALSE(layer.has_geometry);
    CHECK(layer.column("name") == 1);
    CHECK_FALSE(layer.column("Name").has_value());
}

TEST_CASE("tables may be set apart by commas, semicolons or tabs and end in .txt", "[vector]")
{
    const TempFolder folder;
    for (const std::string separator : {",", ";", "\t"}) {
        for (const std::string name : {"t.csv", "t.txt"}) {
            const std::string text = "id" + separator + "name\n1" + separator + "first\n";
            const VectorLayer layer = read_vector_layer(table_of(folder.with(name, text)));
            CHECK(layer.columns == std::vector<std::string>{"id", "name"});
            REQUIRE(layer.features.size() == 1);
            CHECK(layer.features[0].values[1] == "first");
        }
    }
}

TEST_CASE("a CSV in GBK, in UTF-16 and with a mark reads the same", "[vector]")
{
    const TempFolder folder;
    const std::string text = "编号,名称\n1,天津市实验小学\n";
    const std::string utf16 = std::string("\xFF\xFE") + encoded(text, "UTF-16LE");
    for (const std::string& path : {folder.with("a.csv", text), folder.with("b.csv", encoded(text, "GBK")), folder.with("c.csv", utf16),
                                    folder.with("d.csv", "\xEF\xBB\xBF" + text)}) {
        INFO(path);
        const VectorLayer layer = read_vector_layer(table_of(path));
        REQUIRE(layer.features.size() == 1);
        CHECK(layer.columns[1] == "名称");
        CHECK(layer.features[0].values[1] == "天津市实验小学");
    }
    CHECK_FALSE(read_vector_layer(table_of(folder / "d.csv")).encoding_guessed);
    CHECK(read_vector_layer(table_of(folder / "b.csv")).encoding_guessed);
}

TEST_CASE("coordinates in columns need a CRS and give points", "[vector]")
{
    const TempFolder folder;
    VectorSource source = source_of(folder.with("t.csv", "id,x,y\n1, 517293.540 ,4332955.206\n2,,\n3,abc,1\n4,nan,1\n"));
    source.coordinates.x = "x";
    source.coordinates.y = "y";
    CHECK_THROWS_WITH(read_vector_layer(source), Contains("name one with [inputs.schools] crs = \"EPSG:4490\""));
    source.crs = "EPSG:4548";
    const VectorLayer layer = read_vector_layer(source);
    const Point point = std::get<Point>(layer.features[0].geometry);
    CHECK(std::fabs(point.x - 117.2) < 1e-8);
    CHECK(std::fabs(point.y - 39.13) < 1e-8);
    CHECK(layer.crs_authority == "EPSG:4548");
    CHECK(layer.features[1].geometry_problem == "empty");
    CHECK(layer.features[2].geometry_problem == "not_finite");
    CHECK(layer.features[3].geometry_problem == "not_finite");
    source.coordinates.x = "east";
    CHECK_THROWS_WITH(read_vector_layer(source), Contains("no column 'east'"));
}

TEST_CASE("WKT in a column is geometry", "[vector]")
{
    const TempFolder folder;
    VectorSource source = source_of(folder.with("t.csv", "id;shape\n1;POLYGON((0 0,1 0,1 1,0 0))\n2;nonsense\n"));
    source.coordinates.wkt = "shape";
    source.crs = "EPSG:4326";
    const VectorLayer layer = read_vector_layer(source);
    CHECK(std::get<MultiPolygon>(layer.features[0].geometry)[0].outer.size() == 4);
    CHECK(layer.features[1].geometry_problem == "empty");
}

TEST_CASE("geometry of every kind becomes points, lines and polygons", "[vector]")
{
    const TempFolder folder;
    const std::string ground = "[[[0,0],[1,0],[1,1],[0,0]]]";
    const std::string file = folder.with(
        "all.geojson",
        collection(
            feature(R"({"type":"Point","coordinates":[117.2,39.13,5]})") + "," +
            feature(R"({"type":"MultiPoint","coordinates":[[1,2],[3,4]]})") + "," +
            feature(R"({"type":"LineString","coordinates":[[0,0],[1,1]]})") + "," +
            feature(R"({"type":"Polygon","coordinates":)" + ground + "}") + "," +
            feature(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]},{"type":"Polygon","coordinates":)" +
                    ground + "}]}") +
            "," + feature("null") + "," + feature(R"({"type":"Point","coordinates":[500000,4332955]})") + "," +
            feature(R"({"type":"MultiPolygon","coordinates":[]})")));
    const VectorLayer layer = read_vector_layer(source_of(file));
    REQUIRE(layer.features.size() == 8);
    CHECK(std::get<Point>(layer.features[0].geometry) == Point{117.2, 39.13});
    CHECK(std::get<Point>(layer.features[1].geometry) == Point{1.0, 2.0});
    CHECK(layer.features[1].geometry_problem == "multipoint");
    CHECK(std::get<MultiLine>(layer.features[2].geometry).size() == 1);
    CHECK(std::get<MultiPolygon>(layer.features[3].geometry).size() == 1);
    CHECK(std::get<MultiPolygon>(layer.features[4].geometry).size() == 1);
    CHECK(layer.features[4].geometry_problem == "collection");
    CHECK(layer.features[5].geometry_problem == "empty");
    CHECK(layer.features[6].geometry_problem == "not_finite");
    CHECK(layer.features[7].geometry_problem == "empty");
}

TEST_CASE("numbers keep their full precision and NULL stays apart", "[vector]")
{
    const TempFolder folder;
    const std::string file = folder.with(
        "n.geojson", collection(feature("null", R"({"a":0.1,"b":12345678901234,"c":null,"d":"x","e":["primary","junior"],"f":true})") +
                                "," + feature("null", R"({"a":8100.0,"b":1})")));
    const VectorLayer layer = read_vector_layer(source_of(file));
    const auto value = [&](std::size_t row, const char* column) { return layer.features[row].values[*layer.column(column)]; };
    CHECK(value(0, "a") == "0.1");
    CHECK(value(0, "b") == "12345678901234");
    CHECK_FALSE(value(0, "c").has_value());
    CHECK(value(0, "e") == "primary,junior");
    CHECK(value(0, "f") == "1");
    CHECK(value(1, "a") == "8100");
    CHECK_FALSE(value(1, "d").has_value());
}

TEST_CASE("a filter keeps the rows it names and their numbers", "[vector]")
{
    const TempFolder folder;
    const std::string text = "编号,阶段\n1,小学\n2,初中\n3,小学\n";
    for (const std::string& bytes : {text, encoded(text, "GBK")}) {
        VectorSource source = table_of(folder.with("t.csv", bytes));
        source.encoding = bytes == text ? "UTF-8" : "GBK";
        source.where = "\"阶段\" = '小学'";
        const VectorLayer layer = read_vector_layer(source);
        REQUIRE(layer.features.size() == 2);
        CHECK(layer.features[1].row == 3);
        CHECK(layer.features[1].values[0] == "3");
        source.where = "no such thing =";
        CHECK_THROWS_WITH(read_vector_layer(source), Contains("the filter"));
    }
}

TEST_CASE("shifted coordinates are undone", "[vector]")
{
    const TempFolder folder;
    const Point place = {117.20, 39.13};
    const Point shifted = gcj02_of(place);
    VectorSource source = source_of(folder.with("t.csv", "x,y\n" + std::to_string(shifted.x) + "," + std::to_string(shifted.y) + "\n"));
    source.coordinates.x = "x";
    source.coordinates.y = "y";
    source.crs = "EPSG:4490";
    source.datum = WebDatum::gcj02;
    const Point back = std::get<Point>(read_vector_layer(source).features[0].geometry);
    CHECK(std::fabs(back.x - place.x) < 2e-6);
    CHECK(std::fabs(back.y - place.y) < 2e-6);
}

TEST_CASE("nothing that leaves this machine is opened unasked", "[vector]")
{
    for (const std::string path :
         {"http://example.com/a.geojson", "PG:dbname=x password=secret", "/vsicurl/http://x/a.shp", "/vsizip//vsicurl/x.zip",
          "/vsizip/{/vsis3/b/x.zip}/a.shp", "GeoJSON:http://x", "/vsistdin/", "postgresql://u:secret@h/d", "/VSICURL/http://x"}) {
        INFO(path);
        CHECK_THROWS_AS(read_vector_layer(source_of(path)), Error);
        CHECK_THROWS_WITH(read_vector_layer(source_of(path)), Contains("remote = true") && !Contains("secret"));
    }
}

TEST_CASE("what cannot be read is an error that says so", "[vector]")
{
    const TempFolder folder;
    CHECK_THROWS_WITH(read_vector_layer(source_of(folder / "nope.shp")), Contains("does not exist"));
    CHECK_THROWS_AS(read_vector_layer(source_of("")), Error);
    CHECK_THROWS_AS(read_vector_layer(source_of("/dev/zero")), Error);
    CHECK_THROWS_AS(read_vector_layer(source_of(folder.with("x.vrt", "<OGRVRTDataSource/>"))), Error);
    CHECK_THROWS_AS(read_vector_layer(source_of(folder.with("x.zip", "PK nonsense"))), Error);
    CHECK_THROWS_WITH(read_vector_layer(source_of(folder.with("cut.geojson", R"({"type":"FeatureCollection","features":[{"type":)"))),
                      Contains("cannot be read"));
    mkfifo((folder / "pipe.csv").c_str(), 0600);
    CHECK_THROWS_WITH(read_vector_layer(source_of(folder / "pipe.csv")), Contains("neither a file nor a folder"));
    VectorSource encoded_source = table_of(folder.with("t.csv", "a,b\n1,2\n"));
    encoded_source.encoding = "quatsch";
    CHECK_THROWS_WITH(read_vector_layer(encoded_source), Contains("GB18030"));
    VectorSource wrong_crs = source_of(folder.with("p.geojson", collection(feature("null"))));
    wrong_crs.crs = "EPSG:999999";
    CHECK_THROWS_AS(read_vector_layer(wrong_crs), Error);
}

TEST_CASE("a folder of several layers asks which one", "[vector]")
{
    const TempFolder folder;
    folder.with("a.csv", "x,y\n1,1\n");
    folder.with("b.csv", "x,y\n2,2\n");
    VectorSource source = table_of(folder.path().string());
    CHECK(layer_names(source).size() == 2);
    CHECK_THROWS_WITH(read_vector_layer(source), Contains("'a', 'b'"));
    source.layer = "c";
    CHECK_THROWS_WITH(read_vector_layer(source), Contains("no layer 'c'"));
    source.layer = "b";
    CHECK(read_vector_layer(source).features[0].values[0] == "2");
}

TEST_CASE("all broken files of the shared collection are read or refused", "[vector][shared]")
{
    const auto folder = found_in_shared_data("broken");
    if (!folder) {
        return;
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        ++files;
        INFO(entry.path());
        try {
            for (const VectorFeature& row : read_vector_layer(table_of(entry.path().string())).features) {
                for (const auto& value : row.values) {
                    REQUIRE((!value || words::is_valid_utf8(*value)));
                }
            }
        } catch (const Error& error) {
            CHECK(words::is_valid_utf8(error.what()));
        }
    }
    CHECK(files > 100);
}
