#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/vector/vector_layer.hpp"
#include "support/catch.hpp"
#include "unit/io/io_support.hpp"

#include <limits>

using namespace gis;

TEST_CASE("a figure that is no finite number is none in the result", "[geopackage]")
{
    const io_test::TempFolder folder;
    GeoPackageTarget target;
    target.path = folder / "out.gpkg";
    const CityPlane plane({117.2, 39.13});
    {
        GeoPackage file(target, plane);
        file.begin_layer({"figures", LayerGeometry::point, {{"m2", ColumnType::real}}, ""});
        for (const double m2 : {1.5, std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()}) {
            file.add_row(Point{1.0, 2.0}, std::vector<Cell>{m2});
        }
        file.publish();
    }
    VectorSource source;
    source.path = target.path;
    source.layer = "figures";
    const VectorLayer layer = read_vector_layer(source);
    REQUIRE(layer.features.size() == 3);
    CHECK(layer.features[0].values[0] == "1.5");
    CHECK_FALSE(layer.features[1].values[0].has_value());
    CHECK_FALSE(layer.features[2].values[0].has_value());
}
