#pragma once
// The layers of a project: one or more for each style of a layer that is in the file.

#include "gis/io/qgis/qgis_look.hpp"
#include "gis/io/qgis/written_layer.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

inline constexpr std::string_view no_geometry = "No geometry"; ///< as QGIS calls a table

/// One layer of the project: a style's, or for a layer of any geometry one for each kind.
struct MapLayer
{
    const LayerStyle* style = nullptr;
    const WrittenLayer* written = nullptr;
    std::string id;
    std::string title;
    std::string kind; ///< as QGIS calls it
    std::string datasource;

    bool has_geometry() const { return kind != no_geometry; }
};

/// In the order of `styles`, which the layers borrow.
std::vector<MapLayer> map_layers(const std::string& geopackage, std::span<const WrittenLayer> written_layers,
                                 std::span<const LayerStyle> styles);

/// Those of a key: one, or for a layer of any geometry one for each kind; none where the file has none.
std::vector<const MapLayer*> of_key(const std::vector<MapLayer>& layers, const std::string& key);

} // namespace gis
