#pragma once
// A QGIS project that shows a GeoPackage, and the style documents in it. QGIS 3.22 and later read them.

#include "gis/io/qgis/qgis_look.hpp"
#include "gis/io/qgis/written_layer.hpp"

#include <span>
#include <string>

class OGRSpatialReference;

namespace gis {

/// What a project is made of; everything is borrowed.
struct QgisProject
{
    std::string title;
    std::string geopackage; ///< its file name; it lies beside the project
    const OGRSpatialReference* crs = nullptr;
    std::span<const WrittenLayer> layers;
    const QgisLook* look = nullptr;
};

/// The .qgs document.
std::string project_xml(const QgisProject& project);

/// The document for one style, as QGIS keeps it in layer_styles.
std::string style_document(const LayerStyle& style, const WrittenLayer& layer, const QgisLook& look);

} // namespace gis
