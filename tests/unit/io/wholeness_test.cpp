// Files that are damaged without saying so, and what is asked before a file is opened.

#include "gis/error.hpp"
#include "gis/io/source/file_digest.hpp"
#include "gis/io/source/source_path.hpp"
#include "gis/io/source/sqlite_input.hpp"
#include "gis/io/source/zip_directory.hpp"
#include "gis/io/vector/json_text.hpp"
#include "gis/io/vector/vector_filter.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "support/catch.hpp"
#include "unit/io/io_support.hpp"

#include <sys/stat.h>

using namespace gis;
using io_test::TempFolder;

namespace {

const std::string feature = R"({"type":"Feature","properties":{"id":"1"},"geometry":{"type":"Point","coordinates":[117,39]}})";

std::string collection(const std::string& head, const std::string& features)
{
    return R"({"type":"FeatureCollection",)" + head + R"("features":[)" + features + "]}";
}

VectorSource source_of(const std::string& path)
{
    VectorSource source;
    source.path = path;
    source.role = "venues";
    source.needs_crs = false;
    return source;
}

std::string refusal_of(const VectorSource& source)
{
    try {
        read_layer_as_written(source);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

/// An archive of one stored file that claims these sizes: local head, list, end.
std::string archive_claiming(std::uint32_t packed, std::uint32_t unpacked, std::uint16_t count)
{
    const auto number = [](std::uint64_t value, int length) {
        std::string bytes;
        for (int i = 0; i < length; ++i) {
            bytes += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 255U);
        }
        return bytes;
    };
    const std::string name = "a.kml";
    const std::string member = std::string("PK\x01\x02") + std::string(16, '\0') + number(packed, 4) + number(unpacked, 4) +
                               number(name.size(), 2) + std::string(16, '\0') + name;
    return member + "PK\x05\x06" + std::string(4, '\0') + number(count, 2) + number(count, 2) + number(member.size(), 4) + number(0, 4) +
           number(0, 2);
}

} // namespace

TEST_CASE("features of a collection are counted whatever stands in them", "[wholeness]")
{
    const TempFolder folder;
    const auto count = [&](const std::string& text) { return geojson_text(folder.with("a.geojson", text)).features; };
    CHECK(count(collection("", "")) == 0);
    CHECK(count(collection("", feature + ", null, 12 ,[1,2]\n")) == 4);
    CHECK(count(collection(R"("name":"features:[,]\"","bbox":[1,2],)", feature)) == 1);
    CHECK(count(R"({"features":[{"features":[1,2,3]}],"type":"FeatureCollection"})") == 1);
    CHECK_FALSE(count(feature));
}

TEST_CASE("the system of a collection is found, and what follows the collection", "[wholeness]")
{
    const TempFolder folder;
    const std::string link = R"({"type":"link","properties":{"href":"http://x/y","type":"ogcwkt"}})";
    const auto text = geojson_text(folder.with("a.geojson", collection("\"crs\":" + link + ",", feature)));
    CHECK(text.crs == link);
    CHECK_FALSE(is_known_crs_member(text.crs));
    CHECK_FALSE(is_known_crs_member(R"({"type":"name","properties":{"name":"http://127.0.0.1:1/crs"}})"));
    CHECK_FALSE(is_known_crs_member(R"({"type":"name","properties":{"name":"/dev/zero"}})"));
    CHECK(is_known_crs_member(R"({"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}})"));
    CHECK(is_known_crs_member(R"({"type":"name","properties":{"name":"EPSG:4490"}})"));
    CHECK(is_known_crs_member(""));
    CHECK(text.line_of_more == 0);
    CHECK(geojson_text(folder.with("b.geojson", feature + "\n\nmore")).line_of_more == 3);
}

TEST_CASE("each line of features is one whole object", "[wholeness]")
{
    const TempFolder folder;
    const auto odd = [&](const std::string& line) {
        return json_lines(folder.with("a.geojsonl", feature + "\n" + line + "\r\n\n" + feature)).odd;
    };
    CHECK(odd(feature) == 0);
    CHECK(odd(feature + ",") == 0);
    CHECK(odd(feature.substr(0, 30)) == 2);
    CHECK(odd("no json") == 2);
    CHECK(odd("[1,2]") == 2);
    CHECK(odd(feature + feature) == 2);
    CHECK(json_lines(folder.with("rs.geojsonl", "\x1E{\n}\n\x1E" + feature + "\n")).records == 2);
    CHECK(json_lines(folder.with("rs.geojsonl", "\x1E{\n}\n\x1E" + feature + "\n")).odd == 0);
}

TEST_CASE("a collection with elements that are no features is refused by name", "[wholeness]")
{
    const TempFolder folder;
    CHECK(refusal_of(source_of(folder.with("whole.geojson", collection("", feature + "," + feature)))).empty());
    const std::string said = refusal_of(source_of(folder.with("odd.geojson", collection("", feature + ",null"))));
    CHECK(said.find("venues") != std::string::npos);
    CHECK(said.find("odd.geojson") != std::string::npos);
}

TEST_CASE("a quote that nothing closes ends a table only where cells are missing", "[wholeness]")
{
    const TempFolder folder;
    CHECK(refusal_of(source_of(folder.with("inch.csv", "id,width\n1,\"4\n2,5\n"))).empty());
    CHECK(refusal_of(source_of(folder.with("cut.csv", "id,name,x\n1,a,3\n2,\"b"))).find("cut.csv") != std::string::npos);
}

TEST_CASE("a filter ends early at a semicolon outside its texts and names", "[wholeness]")
{
    CHECK(ends_early("1=1; DROP TABLE schools"));
    CHECK(ends_early("name = 'it''s';"));
    CHECK_FALSE(ends_early("name = 'a;b'"));
    CHECK_FALSE(ends_early("name = 'it''s; not' AND \"a;b\" = 1"));
    CHECK_FALSE(ends_early(""));
}

TEST_CASE("pipes are seen in the file, its parts, its folder and its archive", "[wholeness]")
{
    const TempFolder folder;
    const std::string file = folder.with("a.shp", "");
    CHECK_FALSE(pipe_among(file));
    REQUIRE(mkfifo((folder / "A.prj").c_str(), 0600) == 0);
    CHECK(pipe_among(file) == folder / "A.prj");
    CHECK(pipe_among(folder.path().string()));
    CHECK_FALSE(pipe_among(folder.with("b.shp", "")));
    CHECK(pipe_among("/vsizip/{" + folder / "A.prj" + "}/x.shp") == folder / "A.prj");
    CHECK(pipe_among("/vsizip/" + folder / "A.prj" + "/x.shp") == folder / "A.prj");
    CHECK(pipe_among("/dev/zero") == "/dev/zero");
    CHECK_FALSE(pipe_among(folder / "nothing.shp"));
    CHECK_THROWS_AS(file_digest(folder / "A.prj"), Error);
}

TEST_CASE("archives are judged by what they claim", "[wholeness]")
{
    const TempFolder folder;
    const auto is_refused = [&](const std::string& bytes) {
        const std::string path = folder.with("a.zip", bytes);
        try {
            check_zip(source_of(path), path);
        } catch (const Error& error) {
            CHECK(std::string(error.what()).find("a.zip") != std::string::npos);
            return true;
        }
        return false;
    };
    CHECK_FALSE(is_refused(archive_claiming(100, 2000, 1)));
    CHECK_FALSE(is_refused(archive_claiming(10'000'000, 1'000'000'000, 1)));
    CHECK(is_refused(archive_claiming(4'000'000, 1'000'000'000, 1)));
    CHECK(is_refused(archive_claiming(100, 2000, 2)));
    CHECK(is_refused(archive_claiming(100, 2000, 1).substr(0, 60)));
    CHECK(is_refused("no archive"));
}

TEST_CASE("edits pend only beside SQLite files", "[wholeness]")
{
    const TempFolder folder;
    folder.with("a.gpkg-wal", "edits");
    folder.with("b.gpkg-wal", "edits");
    folder.with("b.gpkg-journal", "");
    CHECK(pending_edits(folder.with("a.gpkg", "no such file")).empty());
    CHECK(pending_edits(folder.with("b.gpkg", std::string("SQLite format 3\0", 16))) == std::vector<std::string>{folder / "b.gpkg-wal"});
    CHECK(file_digest(folder / "b.gpkg").bytes == 16 + 5);
    const std::string stamp = file_stamp(folder / "b.gpkg");
    folder.with("b.gpkg-wal", "more edits");
    CHECK(file_stamp(folder / "b.gpkg") != stamp);
}
