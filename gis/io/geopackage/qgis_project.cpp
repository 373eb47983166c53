#include "gis/io/geopackage/qgis_project.hpp"

#include "gis/io/crs/crs.hpp"
#include "gis/io/geopackage/qgis_style.hpp"
#include "words/words.hpp"

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace gis {
namespace {

using words::Text;

constexpr const char* no_geometry = "No geometry";

/// One layer of the project: a style's, or for a layer of any geometry one for each kind.
struct MapLayer
{
    const LayerStyle* style = nullptr;
    std::string id;
    std::string title;
    std::string kind; ///< as QGIS calls it
    std::string datasource;
};

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

const char* kind_of(LayerGeometry geometry)
{
    switch (geometry) {
    case LayerGeometry::point: return "Point";
    case LayerGeometry::line: return "Line";
    case LayerGeometry::multi_polygon: return "Polygon";
    default: return no_geometry;
    }
}

/// QGIS shows one kind of geometry at a time, so each kind of a mixed layer is a layer of its own; rows without geometry are a table where
/// any geometry is allowed.
void add_each_kind(std::vector<MapLayer>& out, const MapLayer& layer, LayerGeometry geometry)
{
    struct Kind
    {
        const char* id;
        Text title;
        const char* geometry;
        const char* filter;
        bool is_ground_or_nothing;
    };
    for (const Kind& kind : {Kind{"_points", Text::qgis_points, "Point", "|geometrytype=Point", false},
                             Kind{"_lines", Text::qgis_lines, "Line", "|geometrytype=LineString", false},
                             Kind{"_areas", Text::qgis_areas, "Polygon", "|geometrytype=Polygon", true},
                             Kind{"_without_place", Text::qgis_without_place, no_geometry, "|subset=\"geom\" IS NULL", true}}) {
        if (geometry == LayerGeometry::any || !kind.is_ground_or_nothing) {
            out.push_back({layer.style, layer.id + kind.id, words::translate(kind.title, {layer.title}), kind.geometry,
                           layer.datasource + kind.filter});
        }
    }
}

std::vector<MapLayer> map_layers(const QgisProject& project)
{
    std::vector<MapLayer> out;
    for (const LayerStyle& style : project.styles) {
        for (const WrittenLayer& written : project.layers) {
            if (written.name != style.layer) {
                continue;
            }
            // QGIS throws away ids of ten characters or fewer.
            const MapLayer layer = {&style, "map_layer_" + style.layer, style.title, kind_of(written.geometry),
                                    "./" + project.geopackage + "|layername=" + style.layer};
            if (written.geometry == LayerGeometry::any || written.geometry == LayerGeometry::point_or_line) {
                add_each_kind(out, layer, written.geometry);
            } else {
                out.push_back(layer);
            }
        }
    }
    return out;
}

std::string layer_flags(const LayerStyle& style)
{
    const bool labelled = style.maplayer_body.find("<labeling") != std::string::npos;
    return std::string(R"(readOnly="1" labelsEnabled=")") + (labelled ? "1" : "0") + "\"";
}

std::string map_layer_xml(const MapLayer& layer, const std::string& crs)
{
    return fmt::format(R"(<maplayer type="vector" geometry="{}" {}><id>{}</id><datasource>{}</datasource><layername>{}</layername>)"
                       R"(<provider encoding="UTF-8">ogr</provider><srs>{}</srs>{}</maplayer>)"
                       "\n",
                       layer.kind, layer_flags(*layer.style), xml_text(layer.id), xml_text(layer.datasource), xml_text(layer.title),
                       layer.kind == no_geometry ? "" : crs, layer.kind == no_geometry ? "" : layer.style->maplayer_body);
}

std::string tree_xml(const std::vector<MapLayer>& layers)
{
    std::string xml = "<layer-tree-group>";
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const LayerStyle& style = *layers[i].style;
        const bool opens = i == 0 || layers[i - 1].style->group != style.group;
        if (opens) {
            xml += fmt::format(R"({}<layer-tree-group name="{}" checked="Qt::Checked" expanded="1">)", i == 0 ? "" : "</layer-tree-group>",
                               xml_text(style.group));
        }
        xml += fmt::format(R"(<layer-tree-layer id="{}" name="{}" checked="{}" expanded="0"/>)", xml_text(layers[i].id),
                           xml_text(layers[i].title), style.visible ? "Qt::Checked" : "Qt::Unchecked");
    }
    return xml + (layers.empty() ? "" : "</layer-tree-group>") + "</layer-tree-group>\n";
}

Box box_of_layers(const QgisProject& project, bool mixed_ones)
{
    Box box;
    for (const WrittenLayer& layer : project.layers) {
        if (!layer.box.is_empty() && (layer.geometry == LayerGeometry::any) == mixed_ones) {
            box.add(layer.box);
        }
    }
    return box;
}

/// The layers of one kind of geometry with a margin: a layer of any kind holds doubts, and a doubt may be that a thing lies at the other
/// end of the world. A plain degree where there is nothing to see.
Box view_of(const QgisProject& project)
{
    Box box = box_of_layers(project, false);
    if (box.is_empty()) {
        box = box_of_layers(project, true);
    }
    if (box.is_empty()) {
        return {-0.5, -0.5, 0.5, 0.5};
    }
    const double size = std::max({box.max_x - box.min_x, box.max_y - box.min_y, 1e-3});
    return box.widened(0.05 * size);
}

std::string canvas_xml(const QgisProject& project, const std::string& crs)
{
    const Box view = view_of(project);
    return fmt::format(
        R"(<mapcanvas name="theMapCanvas"><units>{}</units><extent><xmin>{}</xmin><ymin>{}</ymin><xmax>{}</xmax><ymax>{}</ymax></extent>)"
        "<rotation>0</rotation><destinationsrs>{}</destinationsrs></mapcanvas>\n",
        project.crs->IsGeographic() != 0 ? "degrees" : "meters", view.min_x, view.min_y, view.max_x, view.max_y, crs);
}

constexpr const char* doctype = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n";

} // namespace

std::string project_xml(const QgisProject& project)
{
    const std::string crs = crs_xml(*project.crs);
    const auto layers = map_layers(project);
    std::string xml = doctype;
    xml += fmt::format(R"(<qgis projectname="{0}" version="3.22.16"><title>{0}</title><projectCrs>{1}</projectCrs>)"
                       "\n",
                       xml_text(project.title), crs);
    xml += tree_xml(layers) + canvas_xml(project, crs) + "<projectlayers>\n";
    for (const MapLayer& layer : layers) {
        xml += map_layer_xml(layer, crs);
    }
    xml += R"(</projectlayers><properties><SpatialRefSys><ProjectionsEnabled type="int">1</ProjectionsEnabled></SpatialRefSys>)"
           R"(<Paths><Absolute type="bool">false</Absolute></Paths></properties></qgis>)"
           "\n";
    return xml;
}

std::string style_document(const LayerStyle& style)
{
    return fmt::format("{}<qgis version=\"3.22.16\" styleCategories=\"AllStyleCategories\" {}>{}</qgis>", doctype, layer_flags(style),
                       style.maplayer_body);
}

} // namespace gis
