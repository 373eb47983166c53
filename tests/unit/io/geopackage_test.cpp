#include "gis/io/geopackage/geopackage.hpp"

#include "gis/error.hpp"
#include "gis/io/geopackage/geometry_out.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "support/catch.hpp"
#include "unit/io/io_support.hpp"

#include <sqlite3.h>

#include <csignal>
#include <limits>

#include <sys/resource.h>

using namespace gis;
using io_test::bytes_in;
using io_test::TempFolder;

namespace {

const Point centre = {117.2, 39.13};

MultiPolygon square(double x, double y, double side)
{
    return {Polygon{Ring{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}, {}}};
}

GeoPackageTarget target_at(const std::string& path)
{
    GeoPackageTarget target;
    target.path = path;
    target.timestamp_s = 1'700'000'000;
    return target;
}

const LayerSchema grounds = {
    "grounds",
    LayerGeometry::multi_polygon,
    {{"name", ColumnType::text}, {"area_m2", ColumnType::real}, {"count", ColumnType::integer}, {"open", ColumnType::boolean}},
    "what there is"};

std::vector<Cell> ground_row(const std::string& name, double area_m2)
{
    return {name, area_m2, std::int64_t{7}, true};
}

LayerStyle style_of(const std::string& layer)
{
    return {layer, "Title of " + layer, "Group", "<renderer-v2 type=\"nullSymbol\"/>", true, true};
}

void write_sample(const GeoPackageTarget& target, int rows = 3)
{
    const CityPlane plane(centre);
    GeoPackage file(target, plane);
    file.begin_layer(grounds);
    for (int i = 0; i < rows; ++i) {
        file.add_row(square(20.0 * i, 0.0, 10.0), ground_row("ground " + std::to_string(i), 0.5 * i));
    }
    file.begin_layer({"notes", LayerGeometry::any, {{"text", ColumnType::text}}, ""});
    file.add_row(Point{1.0, 2.0}, std::vector<Cell>{std::string("point")});
    file.add_row(MultiLine{{{0.0, 0.0}, {5.0, 5.0}}}, std::vector<Cell>{std::string("line")});
    file.add_row(square(0.0, 0.0, 3.0), std::vector<Cell>{std::string("ground")});
    file.add_row({}, std::vector<Cell>{Cell()});
    file.begin_layer({"empty", LayerGeometry::point, {{"a", ColumnType::text}}, ""});
    file.begin_layer({"table", LayerGeometry::none, {{"key", ColumnType::text}}, ""});
    file.add_row({}, std::vector<Cell>{std::string("k")});
    file.metadata(R"({"it's": "here"})");
    QgisLook look;
    look.styles = {style_of("grounds"), style_of("notes"), style_of("not there")};
    file.styles("A <title> & more", look);
    file.publish();
}

/// All rows of a query, columns joined by `|`.
std::vector<std::string> query(const std::string& path, const std::string& sql)
{
    std::vector<std::string> rows;
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const auto keep = [](void* into, int count, char** values, char**) {
        std::string row;
        for (int i = 0; i < count; ++i) {
            row += (i == 0 ? "" : "|");
            row += values[i] == nullptr ? "NULL" : values[i];
        }
        static_cast<std::vector<std::string>*>(into)->push_back(row);
        return 0;
    };
    char* message = nullptr;
    const int result = sqlite3_exec(database, sql.c_str(), keep, &rows, &message);
    INFO(sql << ": " << (message == nullptr ? "" : message));
    CHECK(result == SQLITE_OK);
    sqlite3_free(message);
    sqlite3_close(database);
    return rows;
}

VectorLayer layer_of(const std::string& path, const std::string& layer)
{
    VectorSource source;
    source.path = path;
    source.layer = layer;
    return read_vector_layer(source);
}

std::size_t files_in(const TempFolder& folder)
{
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("what is written is read back, in place and value", "[geopackage]")
{
    const TempFolder folder;
    for (const std::string crs : {"EPSG:4326", "EPSG:4490", "EPSG:4548", "EPSG:32650"}) {
        GeoPackageTarget target = target_at(folder / "out.gpkg");
        target.crs = crs;
        target.overwrite = true;
        write_sample(target);
        const VectorLayer layer = layer_of(target.path, "grounds");
        INFO(crs);
        CHECK(layer.crs_authority == crs);
        REQUIRE(layer.features.size() == 3);
        CHECK(layer.features[1].values[0] == "ground 1");
        CHECK(layer.features[1].values[1] == "0.5");
        CHECK(layer.features[1].values[2] == "7");
        CHECK(layer.features[1].values[3] == "1");
        const CityPlane plane(centre);
        const auto metres = std::get<MultiPolygon>(plane.to_plane(layer.features[1].geometry));
        REQUIRE(metres.size() == 1);
        REQUIRE(metres[0].outer.size() == 5);
        CHECK(distance_m(metres[0].outer[0], {20.0, 0.0}) < 1e-3);
        CHECK(distance_m(metres[0].outer[2], {30.0, 10.0}) < 1e-3);
    }
}

TEST_CASE("a mixed layer keeps points, lines, grounds and rows without a place", "[geopackage]")
{
    const TempFolder folder;
    write_sample(target_at(folder / "out.gpkg"));
    const VectorLayer layer = layer_of(folder / "out.gpkg", "notes");
    REQUIRE(layer.features.size() == 4);
    CHECK(std::holds_alternative<Point>(layer.features[0].geometry));
    CHECK(std::holds_alternative<MultiLine>(layer.features[1].geometry));
    CHECK(std::holds_alternative<MultiPolygon>(layer.features[2].geometry));
    CHECK(layer.features[3].geometry_problem == "empty");
    CHECK_FALSE(layer.features[3].values[0].has_value());
}

TEST_CASE("the file is a sound GeoPackage with indexes, metadata, styles and a project", "[geopackage]")
{
    const TempFolder folder;
    const std::string path = folder / "out.gpkg";
    write_sample(target_at(path));
    CHECK(query(path, "PRAGMA integrity_check") == std::vector<std::string>{"ok"});
    CHECK(query(path, "PRAGMA application_id") == std::vector<std::string>{"1196444487"});
    CHECK(query(path, "PRAGMA journal_mode") == std::vector<std::string>{"delete"});
    CHECK(query(path, "SELECT table_name, data_type FROM gpkg_contents ORDER BY 1") ==
          std::vector<std::string>{"empty|features", "grounds|features", "layer_styles|attributes", "notes|features", "table|attributes"});
    CHECK(query(path, "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' ORDER BY 1") ==
          std::vector<std::string>{"empty", "grounds", "notes"});
    CHECK(query(path, "SELECT count(*) FROM rtree_grounds_geom") == std::vector<std::string>{"3"});
    CHECK(query(path, "SELECT min_x IS NOT NULL, max_x > min_x FROM gpkg_contents WHERE table_name = 'grounds'") ==
          std::vector<std::string>{"1|1"});
    CHECK(query(path, "SELECT metadata, mime_type FROM gpkg_metadata") == std::vector<std::string>{R"({"it's": "here"}|application/json)"});
    CHECK(query(path, "SELECT f_table_schema, f_table_name, f_geometry_column, useAsDefault FROM layer_styles ORDER BY id") ==
          std::vector<std::string>{"|grounds|geom|1", "|notes|geom|1"});
    CHECK(query(path, "SELECT name, substr(content, 1, 8) FROM qgis_projects") == std::vector<std::string>{"out|504b0304"});
    CHECK(query(path, "SELECT DISTINCT last_change FROM gpkg_contents") == std::vector<std::string>{"2023-11-14T22:13:20.000Z"});
}

TEST_CASE("the project beside the file is the one inside it", "[geopackage]")
{
    const TempFolder folder;
    write_sample(target_at(folder / "out.gpkg"));
    const std::string zip = bytes_in(folder / "out.qgz");
    const auto inside = query(folder / "out.gpkg", "SELECT content FROM qgis_projects");
    REQUIRE(inside.size() == 1);
    CHECK(inside[0].size() == 2 * zip.size());
}

TEST_CASE("the same rows give the same bytes", "[geopackage]")
{
    const TempFolder folder;
    const TempFolder other;
    write_sample(target_at(folder / "out.gpkg"), 500);
    write_sample(target_at(other / "out.gpkg"), 500);
    CHECK(bytes_in(folder / "out.gpkg") == bytes_in(other / "out.gpkg"));
    CHECK(bytes_in(folder / "out.qgz") == bytes_in(other / "out.qgz"));
}

TEST_CASE("nothing stays behind without publish", "[geopackage]")
{
    const TempFolder folder;
    {
        const CityPlane plane(centre);
        GeoPackage file(target_at(folder / "out.gpkg"), plane);
        file.begin_layer(grounds);
        file.add_row(square(0.0, 0.0, 10.0), ground_row("a", 1.0));
    }
    CHECK(files_in(folder) == 0);
}

TEST_CASE("a file that is there is replaced only when that is asked for", "[geopackage]")
{
    const TempFolder folder;
    GeoPackageTarget target = target_at(folder.with("out.gpkg", "mine"));
    CHECK_THROWS_AS(check_target(target), WriteError);
    CHECK_THROWS_AS(write_sample(target), WriteError);
    CHECK(bytes_in(target.path) == "mine");
    target.overwrite = true;
    write_sample(target);
    CHECK(bytes_in(target.path).substr(0, 6) == "SQLite");
    CHECK(files_in(folder) == 2);
}

TEST_CASE("somebody's own project beside the target is not overwritten", "[geopackage]")
{
    const TempFolder folder;
    GeoPackageTarget target = target_at(folder / "out.gpkg");
    folder.with("out.qgz", "my project");
    CHECK_THROWS_AS(check_target(target), WriteError);
    target.with_project = false;
    CHECK_NOTHROW(check_target(target));
}

TEST_CASE("a target that is open elsewhere is refused", "[geopackage]")
{
    for (const std::string ending : {"-wal", "-shm", "-journal"}) {
        const TempFolder folder;
        GeoPackageTarget target = target_at(folder / "out.gpkg");
        target.overwrite = true;
        folder.with("out.gpkg" + ending, "x");
        CHECK_THROWS_AS(check_target(target), WriteError);
    }
}

TEST_CASE("a missing folder is made only where its own parent is there", "[geopackage]")
{
    const TempFolder folder;
    CHECK_THROWS_AS(check_target(target_at(folder / "a/b/out.gpkg")), WriteError);
    write_sample(target_at(folder / "a/out.gpkg"));
    CHECK(std::filesystem::exists(folder / "a/out.gpkg"));
    CHECK_THROWS_AS(check_target(target_at(folder.path().string())), WriteError);
    CHECK_THROWS_AS(check_target(target_at("/dev/null")), WriteError);
    CHECK_THROWS_AS(check_target(target_at("")), WriteError);
}

TEST_CASE("a disk that runs full ends in an error and leaves nothing", "[geopackage]")
{
    const TempFolder folder;
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    for (const rlim_t bytes : {rlim_t{20'000}, rlim_t{200'000}, rlim_t{900'000}}) {
        const rlimit small = {bytes, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        CHECK_THROWS_AS(write_sample(target_at(folder / "out.gpkg"), 20'000), WriteError);
        setrlimit(RLIMIT_FSIZE, &before);
        CHECK(files_in(folder) == 0);
    }
    std::signal(SIGXFSZ, handler);
}

TEST_CASE("hostile text and numbers are written as plain data", "[geopackage]")
{
    const TempFolder folder;
    const std::string hostile = "Robert'); DROP TABLE grounds;--\xFF\xE5\xAD";
    const CityPlane plane(centre);
    {
        GeoPackage file(target_at(folder / "out.gpkg"), plane);
        file.begin_layer(grounds);
        file.add_row(square(0.0, 0.0, 1.0), std::vector<Cell>{hostile, std::numeric_limits<double>::quiet_NaN(), Cell(), false});
        file.add_row(square(std::numeric_limits<double>::infinity(), 0.0, 1.0), ground_row("nowhere", 1.0));
        file.publish();
    }
    const VectorLayer layer = layer_of(folder / "out.gpkg", "grounds");
    REQUIRE(layer.features.size() == 2);
    CHECK(layer.features[0].values[0] == "Robert'); DROP TABLE grounds;--\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK_FALSE(layer.features[0].values[1].has_value());
    CHECK_FALSE(layer.features[0].values[2].has_value());
    CHECK(layer.features[0].values[3] == "0");
    CHECK(layer.features[1].geometry_problem == "empty");
}

TEST_CASE("parts of a route become one line", "[geopackage]")
{
    const TempFolder folder;
    const CityPlane plane(centre);
    {
        GeoPackage file(target_at(folder / "out.gpkg"), plane);
        file.begin_layer({"routes", LayerGeometry::line, {}, ""});
        file.add_row(MultiLine{{{0.0, 0.0}, {5.0, 0.0}}, {{5.0, 0.0}, {5.0, 9.0}}}, {});
        file.add_row(MultiLine{{{3.0, 3.0}}}, {});
        file.publish();
    }
    const VectorLayer layer = layer_of(folder / "out.gpkg", "routes");
    REQUIRE(layer.features.size() == 2);
    CHECK(std::get<MultiLine>(layer.features[0].geometry).size() == 1);
    CHECK(std::get<MultiLine>(layer.features[0].geometry)[0].size() == 4);
    CHECK(std::get<MultiLine>(layer.features[1].geometry)[0].size() == 2);
}

TEST_CASE("a CRS that is none is a wrong config", "[geopackage]")
{
    const TempFolder folder;
    const CityPlane plane(centre);
    for (const std::string crs : {"EPSG:999999", "nonsense", "", "EPSG:5773"}) {
        GeoPackageTarget target = target_at(folder / "out.gpkg");
        target.crs = crs;
        CHECK_THROWS_AS(GeoPackage(target, plane), UsageError);
    }
    CHECK(files_in(folder) == 0);
}

TEST_CASE("a geometry with a point that is nowhere in the CRS is NULL, and the extent is that of the others", "[geopackage]")
{
    const TempFolder folder;
    const CityPlane plane(centre);
    const Point far = plane.to_plane(Point{27.0, 0.0}); // 90 degrees from the meridian of EPSG:4548
    GeoPackageTarget target = target_at(folder / "out.gpkg");
    target.crs = "EPSG:4548";
    {
        GeoPackage file(target, plane);
        file.begin_layer({"places", LayerGeometry::any, {}, ""});
        file.add_row(far, {});
        file.add_row(MultiLine{{{0.0, 0.0}, far}}, {});
        file.add_row(MultiPolygon{Polygon{Ring{{0.0, 0.0}, {10.0, 0.0}, far, {0.0, 0.0}}, {}}}, {});
        file.add_row(Point{1.0, 2.0}, {});
        file.publish();
    }
    const VectorLayer layer = layer_of(target.path, "places");
    REQUIRE(layer.features.size() == 4);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(layer.features[i].geometry_problem == "empty");
    }
    CHECK(std::holds_alternative<Point>(layer.features[3].geometry));
}

TEST_CASE("a place is nowhere where a projection fails, is too far, or leads back to another place", "[geopackage]")
{
    const CityPlane plane(centre);
    const auto lost = [&](const std::string& crs, Point degrees) { return GeometryOut(plane, crs).without_place(plane.to_plane(degrees)); };
    for (const std::string crs : {"EPSG:4326", "EPSG:4490", "EPSG:4548", "EPSG:3857", "EPSG:32650"}) {
        CHECK_FALSE(lost(crs, centre));
        CHECK_FALSE(lost(crs, {118.9, 25.0})); // beyond the zone of EPSG:4548, as cities at its rim are
    }
    CHECK_FALSE(lost("EPSG:4326", {27.0, 0.0}));
    CHECK_FALSE(lost("EPSG:3857", {27.0, 89.999}));
    CHECK(lost("EPSG:3857", {27.0, 90.0}));
    const auto stray = lost("EPSG:4548", {27.0, 0.0});
    REQUIRE(stray);
    CHECK(std::abs(stray->x - 27.0) < 1e-6);
    CHECK(std::abs(stray->y) < 1e-6);
    // Cassini far from its meridian: finite, and somewhere else.
    CHECK(lost("+proj=cass +lat_0=39 +lon_0=117 +ellps=GRS80 +units=m", {-60.0, 10.0}));
    CHECK_FALSE(GeometryOut(plane, "EPSG:4548").without_place(Geometry()));
}
