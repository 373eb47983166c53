#include "gis/error.hpp"
#include "gis/io/source/file_digest.hpp"
#include "gis/io/vector/raster_heights.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "support/catch.hpp"
#include "unit/io/io_support.hpp"

#include <cmath>

using namespace gis;
using io_test::TempFolder;

namespace {

/// 3 x 2 cells of one degree from (10, 50) to (13, 52); the last is without data.
std::string small_raster(const TempFolder& folder)
{
    folder.with(
        "dem.prj",
        R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]])");
    return folder.with("dem.asc",
                       "ncols 3\nnrows 2\nxllcorner 10\nyllcorner 50\ncellsize 1\nNODATA_value -9999\n100 200 300\n0 40 -9999\n");
}

} // namespace

TEST_CASE("heights lie between the middles of cells", "[raster]")
{
    const TempFolder folder;
    const auto heights = heights_at(small_raster(folder), {{10.5, 51.5}, {11.0, 51.5}, {11.5, 51.0}, {11.0, 51.0}, {10.0, 52.0}});
    CHECK(std::fabs(heights[0] - 100.0F) < 1e-3F);
    CHECK(std::fabs(heights[1] - 150.0F) < 1e-3F);
    CHECK(std::fabs(heights[2] - 120.0F) < 1e-3F);
    CHECK(std::fabs(heights[3] - 85.0F) < 1e-3F);
    CHECK(std::fabs(heights[4] - 100.0F) < 1e-3F);
}

TEST_CASE("outside the raster and without data there is no height", "[raster]")
{
    const TempFolder folder;
    const auto heights = heights_at(small_raster(folder), {{9.9, 51.0}, {13.1, 51.0}, {12.5, 50.5}, {11.0, 53.0}});
    for (const float height : heights) {
        CHECK(std::isnan(height));
    }
    CHECK(heights_at(folder / "dem.asc", {}).empty());
}

TEST_CASE("a raster without CRS or of no kind is refused", "[raster]")
{
    const TempFolder folder;
    small_raster(folder);
    std::filesystem::remove(folder / "dem.prj");
    CHECK_THROWS_AS(heights_at(folder / "dem.asc", {{10.5, 51.5}}), Error);
    CHECK_THROWS_AS(heights_at(folder.with("x.tif", "nonsense"), {{10.5, 51.5}}), Error);
    CHECK_THROWS_AS(heights_at(folder / "nope.tif", {{10.5, 51.5}}), Error);
    CHECK_THROWS_AS(heights_at("/vsicurl/http://x/y.tif", {{10.5, 51.5}}), Error);
}

TEST_CASE("digests are those that sha256sum prints", "[digest]")
{
    const TempFolder folder;
    const FileDigest digest = file_digest(folder.with("a.txt", "abc"));
    CHECK(digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(digest.bytes == 3);
    folder.with("s.shp", "a");
    folder.with("s.dbf", "c");
    folder.with("s.shx", "b");
    CHECK(file_digest(folder / "s.shp").sha256 == digest.sha256);
    CHECK(file_digest(folder / "s.shp").bytes == 3);
    CHECK_THROWS_AS(file_digest(folder / "nope"), Error);
    CHECK(file_digest("PG:dbname=x").sha256.empty());
}
