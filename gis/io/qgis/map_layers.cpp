#include "gis/io/qgis/map_layers.hpp"

#include "words/words.hpp"

namespace gis {
namespace {

using words::Text;

const char* kind_of(LayerGeometry geometry)
{
    switch (geometry) {
    case LayerGeometry::point: return "Point";
    case LayerGeometry::line: return "Line";
    case LayerGeometry::multi_polygon: return "Polygon";
    default: return no_geometry.data();
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
                             Kind{"_without_place", Text::qgis_without_place, no_geometry.data(), "|subset=\"geom\" IS NULL", true}}) {
        if (geometry == LayerGeometry::any || !kind.is_ground_or_nothing) {
            out.push_back({layer.style, layer.written, layer.id + kind.id, words::translate(kind.title, {layer.title}), kind.geometry,
                           layer.datasource + kind.filter});
        }
    }
}

MapLayer outside_layer(const LayerStyle& style)
{
    const OutsideTable& outside = *style.outside;
    const bool leads_away = outside.path.starts_with('/') || outside.path.starts_with("..");
    return {&style,      &outside.table,     layer_id(style.key()),
            style.title, no_geometry.data(), (leads_away ? "" : "./") + outside.path + "|layername=" + outside.table.name};
}

} // namespace

std::vector<MapLayer> map_layers(const std::string& geopackage, std::span<const WrittenLayer> written_layers,
                                 std::span<const LayerStyle> styles)
{
    std::vector<MapLayer> out;
    for (const LayerStyle& style : styles) {
        if (style.outside) {
            out.push_back(outside_layer(style));
            continue;
        }
        for (const WrittenLayer& written : written_layers) {
            if (written.name != style.layer) {
                continue;
            }
            const MapLayer layer = {&style,
                                    &written,
                                    layer_id(style.key()),
                                    style.title,
                                    kind_of(written.geometry),
                                    "./" + geopackage + "|layername=" + style.layer};
            if (written.geometry == LayerGeometry::any || written.geometry == LayerGeometry::point_or_line) {
                add_each_kind(out, layer, written.geometry);
            } else {
                out.push_back(layer);
            }
        }
    }
    return out;
}

std::vector<const MapLayer*> of_key(const std::vector<MapLayer>& layers, const std::string& key)
{
    std::vector<const MapLayer*> out;
    for (const MapLayer& layer : layers) {
        if (layer.style->key() == key) {
            out.push_back(&layer);
        }
    }
    return out;
}

} // namespace gis
