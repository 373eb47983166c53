#include "gis/io/qgis/qgis_style.hpp"

#include "gis/io/crs/crs.hpp"
#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_layout.hpp"
#include "gis/io/qgis/qgis_project.hpp"
#include "gis/io/qgis/qgis_zip.hpp"
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
    const std::vector<WrittenLayer> layers = {{"places", LayerGeometry::any, Box{0.0, 0.0, 1.0, 1.0}, {hostile}}};
    QgisLook look;
    look.styles = {style};
    look.words = [](const std::string&, const std::string& column) { return ColumnWords{column, hostile, {{hostile, hostile}}}; };
    CHECK(is_well_formed(style_document(style, layers.front(), look)));
    CHECK(is_well_formed("<a>" + by_value("kind", classes, {hostile, {{2.0, hostile}}, classes.front().symbol}) +
                         single_symbol(fill({"1,1,1,1", "2,2,2,2"})) + "</a>"));
    CHECK(is_well_formed("<a>" + tabbed_form({{hostile, {hostile}, hostile}}) + map_tip(hostile) + "</a>"));
    const Crs crs = wgs84();
    const std::string project = project_xml({hostile, "a&b.gpkg", crs.get(), layers, &look});
    CHECK(is_well_formed(project));
    CHECK_THAT(project, Contains("./a&amp;b.gpkg|layername=places|geometrytype=Point") && Contains("IS NULL"));
}

TEST_CASE("a sentence is one expression, whatever its words hold", "[qgis]")
{
    CHECK(quoted_text("it's \\") == "'it''s \\\\'");
    CHECK(sentence("a {} b's {}", {"\"x\"", "1"}) == "('a ' || coalesce(\"x\", '?') || ' b''s ' || coalesce(1, '?') || '')");
    CHECK(html_escaped("\"x\"") == "replace(replace(replace(\"x\", '&', '&amp;'), '<', '&lt;'), '>', '&gt;')");
}

TEST_CASE("a project names the layers of its themes, relations and pages by the ids that it gives them", "[qgis]")
{
    const std::vector<WrittenLayer> layers = {{"places", LayerGeometry::point, Box{8.0, 49.0, 8.1, 49.1}, {"id"}},
                                              {"notes", LayerGeometry::none, Box(), {"place"}}};
    QgisLook look;
    LayerStyle view = {"places", "again", "g", "", true, true};
    view.view = "again";
    look.styles = {
        {"places", "Places", "g", "", true, true}, view, {"notes", "Notes", "g", "", false, true}, {"gone", "Gone", "g", "", true, true}};
    look.themes = {{"first", {"places_again", "gone"}}, {"second", {"places"}}};
    look.relations = {{"notes_of", "Notes", "notes", "places", {{"place", "id"}}}, {"lost", "Lost", "gone", "places", {{"a", "b"}}}};
    PrintLayout page;
    page.name = "page";
    page.items = {PrintMap{{0.0, 0.0, 100.0, 50.0}, "m", {"places"}, "", 10'000.0},
                  PrintLegend{{0.0, 0.0, 9.0, 9.0}, "L", "m", {"places"}},
                  PrintLabel{{0.0, 0.0, 9.0, 9.0}, hostile},
                  PrintScaleBar{{0.0, 0.0, 90.0, 9.0}, "m"},
                  PrintNorth{{0.0, 0.0, 9.0, 9.0}, "m"},
                  PrintTable{{0.0, 0.0, 9.0, 9.0}, "notes", "notes_of", {{hostile, hostile}}, 7.0}};
    page.atlas = {"places", "id", "id", hostile};
    look.layouts = {page};
    const Crs crs = wgs84();
    const std::string project = project_xml({"p", "p.gpkg", crs.get(), layers, &look});
    CHECK(is_well_formed(project));
    CHECK_THAT(project, Contains(R"(<layer id="map_layer_places_again" visible="1"/></visibility-preset>)") &&
                            Contains(R"(referencingLayer="map_layer_notes" referencedLayer="map_layer_places")") &&
                            !Contains("map_layer_gone") && !Contains("lost") && Contains(R"(coverageLayer="map_layer_places")") &&
                            !Contains("Microsoft") &&
                            // true to scale: metres of a zone, not degrees
                            Contains("EPSG:32632"));
    // Of the first theme alone: what is drawn again, not the layer itself.
    CHECK_THAT(project, Contains(R"(<layer-tree-layer id="map_layer_places" name="Places" checked="Qt::Unchecked")") &&
                            Contains(R"(<layer-tree-layer id="map_layer_places_again" name="again" checked="Qt::Checked")"));
}

TEST_CASE("a project without layers and places is well-formed", "[qgis]")
{
    const Crs crs = wgs84();
    const QgisLook nothing;
    CHECK(is_well_formed(project_xml({"", "a.gpkg", crs.get(), {}, &nothing})));
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
