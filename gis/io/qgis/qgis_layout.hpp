#pragma once
// Print layouts as XML. QGIS 3.22 and later read them.

#include "gis/geometry/shapes.hpp"
#include "gis/io/qgis/qgis_print.hpp"

#include <functional>
#include <string>
#include <vector>

namespace gis {

/// The map behind a layout.
struct LayoutGround
{
    Box view;                   ///< what there is to see, in the project's CRS
    double units_per_metre = 1; ///< of the project's CRS
    /// The layers of the project for a key, none where the file has none.
    std::function<std::vector<std::string>(const std::string& key)> ids;
    /// A layer's title.
    std::function<std::string(const std::string& id)> title;
};

/// `number` tells the layouts of a project apart.
std::string layout_xml(const PrintLayout& layout, const LayoutGround& ground, std::size_t number);

} // namespace gis
