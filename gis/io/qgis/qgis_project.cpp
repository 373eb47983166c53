#include "gis/io/qgis/qgis_project.hpp"

#include "gis/io/crs/crs.hpp"
#include "gis/io/qgis/map_layers.hpp"
#include "gis/io/qgis/project_crs.hpp"
#include "gis/io/qgis/qgis_layout.hpp"
#include "gis/io/qgis/qgis_style.hpp"

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace gis {
namespace {

constexpr double metres_per_degree = 111'320.0;

std::string crs_xml(const OGRSpatialReference& crs)
{
    char* wkt = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
    crs.exportToWkt(&wkt, options);
    const std::string text = wkt == nullptr ? "" : wkt;
    CPLFree(wkt);
    // Without a number of its own QGIS 3.22 takes a system with a code for an invalid one; any number will do.
    return fmt::format("<spatialrefsys><wkt>{}</wkt><srsid>1</srsid><authid>{}</authid></spatialrefsys>", xml_text(text),
                       xml_text(authority_of(crs)));
}

std::string layer_flags(const LayerStyle& style)
{
    const bool labelled = style.maplayer_body.find("<labeling") != std::string::npos;
    return fmt::format(R"(readOnly="{}" labelsEnabled=")", style.outside ? 0 : 1) + (labelled ? "1" : "0") + "\"";
}

std::string columns_xml(const WrittenLayer& layer, const QgisLook& look)
{
    std::vector<ColumnWords> words;
    for (const std::string& column : layer.columns) {
        if (look.words) {
            words.push_back(look.words(layer.name, column));
        }
    }
    return column_words(words);
}

std::string map_layer_xml(const MapLayer& layer, const QgisLook& look, const std::string& crs)
{
    const std::string drawing = layer.has_geometry() ? layer.style->maplayer_body : "";
    return fmt::format(R"(<maplayer type="vector" geometry="{}" {}><id>{}</id><datasource>{}</datasource><layername>{}</layername>)"
                       R"(<provider encoding="UTF-8">ogr</provider><srs>{}</srs>{}</maplayer>)"
                       "\n",
                       layer.kind, layer_flags(*layer.style), xml_text(layer.id), xml_text(layer.datasource), xml_text(layer.title),
                       layer.has_geometry() ? crs : "", drawing + columns_xml(*layer.written, look) + layer.style->form);
}

bool opens(const QgisLook& look, const LayerStyle& style)
{
    if (look.themes.empty()) {
        return style.visible;
    }
    const auto& shown = look.themes.front().layers;
    return std::find(shown.begin(), shown.end(), style.key()) != shown.end();
}

std::string tree_xml(const QgisLook& look, const std::vector<MapLayer>& layers)
{
    std::string xml = "<layer-tree-group>";
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const LayerStyle& style = *layers[i].style;
        const bool opens_group = i == 0 || layers[i - 1].style->group != style.group;
        if (opens_group) {
            xml += fmt::format(R"({}<layer-tree-group name="{}" checked="Qt::Checked" expanded="1">)", i == 0 ? "" : "</layer-tree-group>",
                               xml_text(style.group));
        }
        xml += fmt::format(R"(<layer-tree-layer id="{}" name="{}" checked="{}" expanded="0"/>)", xml_text(layers[i].id),
                           xml_text(layers[i].title), opens(look, style) ? "Qt::Checked" : "Qt::Unchecked");
    }
    return xml + (layers.empty() ? "" : "</layer-tree-group>") + "</layer-tree-group>\n";
}

/// Without naming the style of each layer: QGIS 3.22 forgets the relations of forms where it is named.
std::string themes_xml(const QgisLook& look, const std::vector<MapLayer>& layers)
{
    std::string xml;
    for (const MapTheme& theme : look.themes) {
        xml += fmt::format(R"(<visibility-preset name="{}" has-expanded-info="0">)", xml_text(theme.name));
        for (const std::string& key : theme.layers) {
            for (const MapLayer* layer : of_key(layers, key)) {
                xml += fmt::format(R"(<layer id="{}" visible="1"/>)", xml_text(layer->id));
            }
        }
        xml += "</visibility-preset>";
    }
    return "<visibility-presets>" + xml + "</visibility-presets>\n";
}

std::string relations_xml(const QgisLook& look, const std::vector<MapLayer>& layers)
{
    std::string xml;
    for (const Relation& relation : look.relations) {
        const auto children = of_key(layers, relation.child);
        const auto parents = of_key(layers, relation.parent);
        if (children.empty() || parents.empty()) {
            continue;
        }
        xml += fmt::format(R"(<relation id="{}" name="{}" strength="Association" referencingLayer="{}" referencedLayer="{}">)",
                           xml_text(relation.id), xml_text(relation.title), xml_text(children.front()->id), xml_text(parents.front()->id));
        for (const auto& [child, parent] : relation.columns) {
            xml += fmt::format(R"(<fieldRef referencingField="{}" referencedField="{}"/>)", xml_text(child), xml_text(parent));
        }
        xml += "</relation>";
    }
    return "<relations>" + xml + "</relations>\n";
}

std::string layouts_xml(const QgisLook& look, const std::vector<MapLayer>& layers, const OGRSpatialReference& crs, const Box& view)
{
    LayoutGround ground;
    ground.view = view;
    ground.units_per_metre = crs.IsGeographic() != 0 ? 1.0 / metres_per_degree : 1.0 / crs.GetLinearUnits();
    ground.ids = [&](const std::string& key) {
        std::vector<std::string> ids;
        for (const MapLayer* layer : of_key(layers, key)) {
            ids.push_back(layer->id);
        }
        return ids;
    };
    ground.title = [&](const std::string& id) {
        const auto found = std::find_if(layers.begin(), layers.end(), [&](const MapLayer& layer) { return layer.id == id; });
        return found == layers.end() ? std::string() : found->title;
    };
    std::string xml;
    for (std::size_t i = 0; i < look.layouts.size(); ++i) {
        xml += layout_xml(look.layouts[i], ground, i + 1);
    }
    return "<Layouts>" + xml + "</Layouts>\n";
}

Box box_of_layers(const QgisProject& project, const std::function<bool(const WrittenLayer&)>& counts)
{
    Box box;
    for (const WrittenLayer& layer : project.layers) {
        if (!layer.box.is_empty() && counts(layer)) {
            box.add(layer.box);
        }
    }
    return box;
}

/// The focus, else the layers of one kind of geometry: a layer of any kind holds doubts, and a doubt may be that a thing lies at the other
/// end of the world. With a margin; a plain degree where there is nothing to see.
Box view_of(const QgisProject& project)
{
    const auto& focus = project.look->focus;
    Box box =
        box_of_layers(project, [&](const WrittenLayer& layer) { return std::find(focus.begin(), focus.end(), layer.name) != focus.end(); });
    for (const bool mixed_ones : {false, true}) {
        if (box.is_empty()) {
            box = box_of_layers(project, [&](const WrittenLayer& layer) { return (layer.geometry == LayerGeometry::any) == mixed_ones; });
        }
    }
    if (box.is_empty()) {
        return {-0.5, -0.5, 0.5, 0.5};
    }
    const double size = std::max({box.max_x - box.min_x, box.max_y - box.min_y, 1e-3});
    return box.widened(0.05 * size);
}

std::string canvas_xml(const OGRSpatialReference& crs, const Box& view, const std::string& crs_text)
{
    return fmt::format(
        R"(<mapcanvas name="theMapCanvas"><units>{}</units><extent><xmin>{}</xmin><ymin>{}</ymin><xmax>{}</xmax><ymax>{}</ymax></extent>)"
        "<rotation>0</rotation><destinationsrs>{}</destinationsrs></mapcanvas>\n",
        crs.IsGeographic() != 0 ? "degrees" : "meters", view.min_x, view.min_y, view.max_x, view.max_y, crs_text);
}

constexpr const char* doctype = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n";

} // namespace

std::string project_xml(const QgisProject& project)
{
    const Box view_of_layers = view_of(project);
    const Crs map = map_crs(*project.crs, view_of_layers);
    const Box view = box_in(*project.crs, *map, view_of_layers);
    const std::string map_text = crs_xml(*map);
    const std::string layer_text = crs_xml(*project.crs);
    const auto layers = map_layers(project.geopackage, project.layers, project.look->styles);
    std::string xml = doctype;
    xml += fmt::format(R"(<qgis projectname="{0}" version="3.22.16"><title>{0}</title><projectCrs>{1}</projectCrs>)"
                       "\n",
                       xml_text(project.title), map_text);
    xml += tree_xml(*project.look, layers) + relations_xml(*project.look, layers) + canvas_xml(*map, view, map_text) + "<projectlayers>\n";
    for (const MapLayer& layer : layers) {
        xml += map_layer_xml(layer, *project.look, layer_text);
    }
    xml += "</projectlayers>" + themes_xml(*project.look, layers) + layouts_xml(*project.look, layers, *map, view);
    xml += R"(<properties><SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>)"
           R"(<Paths><Absolute type="bool">false</Absolute></Paths></properties></qgis>)"
           "\n";
    return xml;
}

std::string style_document(const LayerStyle& style, const WrittenLayer& layer, const QgisLook& look)
{
    return fmt::format("{}<qgis version=\"3.22.16\" styleCategories=\"AllStyleCategories\" {}>{}</qgis>", doctype, layer_flags(style),
                       style.maplayer_body + columns_xml(layer, look) + style.form);
}

} // namespace gis
