#include "gis/io/geopackage/qgis_style.hpp"

#include "gis/io/crs/crs.hpp"
#include "gis/io/geopackage/qgis_project.hpp"
#include "gis/io/geopackage/qgis_zip.hpp"
#include "support/catch.hpp"
#include "unit/io/io_support.hpp"

#include <cpl_minixml.h>
#include <cpl_vsi.h>
#include <ogr_spatialref.h>

#include <memory>

using namespace gis;
using Catch::Matchers::Contains;

namespace {

bool is_well_formed(const std::string& xml)
{
    CPLXMLNode* root = CPLParseXMLString(xml.c_str());
    CPLDestroyXMLNode(root);
    return root != nullptr;
}

const char* const hostile = "a<b>&\"c'\x01\xFF";

} // namespace

TEST_CASE("text in XML is escaped and has no character that XML lacks", "[qgis]")
{
    CHECK(xml_text(hostile) == "a&lt;b&gt;&amp;&quot;c' \xEF\xBF\xBD");
}

TEST_CASE("styles and projects with hostile names are well-formed", "[qgis]")
{
    const std::vector<StyleClass> classes = {{hostile, hostile, marker({"1,2,3,255", 2.0, hostile, "circle", "0,0,0,255"})},
                                             {"ELSE", "rest", line({"1,2,3,255", 0.4, true, ""}), 5000}};
    const std::string body = by_rule(classes) + labels({hostile}) + display_expression(hostile);
    const LayerStyle style = {"places", hostile, hostile, body, true, true};
    CHECK(is_well_formed(style_document(style)));
    CHECK(is_well_formed("<a>" + by_value("kind", classes) + single_symbol(fill({"1,1,1,1", "2,2,2,2"})) + "</a>"));
    const std::vector<WrittenLayer> layers = {{"places", LayerGeometry::any, Box{0.0, 0.0, 1.0, 1.0}}};
    const Crs crs = wgs84();
    const std::vector<LayerStyle> styles = {style};
    const std::string project = project_xml({hostile, "a&b.gpkg", crs.get(), layers, styles});
    CHECK(is_well_formed(project));
    CHECK_THAT(project, Contains("./a&amp;b.gpkg|layername=places|geometrytype=Point") && Contains("IS NULL"));
}

TEST_CASE("a project without layers and places is well-formed", "[qgis]")
{
    const Crs crs = wgs84();
    CHECK(is_well_formed(project_xml({"", "a.gpkg", crs.get(), {}, {}})));
}

TEST_CASE("an archive of ours opens elsewhere and gives its content back", "[qgis]")
{
    const io_test::TempFolder folder;
    std::string content;
    for (int i = 0; i < 20'000; ++i) {
        content += std::to_string(i * 7919 % 1000);
    }
    const std::string file = folder.with("p.zip", zipped("项目.qgs", content));
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> inside(VSIFOpenL(("/vsizip/" + file + "/项目.qgs").c_str(), "rb"),
                                                               [](VSILFILE* open) { return VSIFCloseL(open); });
    REQUIRE(inside != nullptr);
    std::string read(content.size() + 1, '\0');
    read.resize(VSIFReadL(read.data(), 1, read.size(), inside.get()));
    CHECK(read == content);
    CHECK(zipped("a", "b") == zipped("a", "b"));
}
