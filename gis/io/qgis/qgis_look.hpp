#pragma once
// How a GeoPackage is shown in QGIS: styles, themes, relations, print layouts. Layers are named by their keys: the name in the file, or for
// a further view of a layer `LAYER_VIEW`. What names a layer that is not in the file is left out.

#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_print.hpp"
#include "gis/io/qgis/written_layer.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace gis {

/// A table of another file that people fill in beside the result.
struct OutsideTable
{
    std::string path; ///< counted from the project
    WrittenLayer table;
};

/// One QGIS style of a layer: parts of the body of a <qgis> document (see qgis_style.hpp and qgis_form.hpp for builders).
struct LayerStyle
{
    std::string layer;
    std::string title;         ///< the layer's name in the project's tree
    std::string group;         ///< the tree's group
    std::string maplayer_body; ///< renderer and labels as XML; empty for a table
    bool has_geometry = true;
    bool visible = true;   ///< on opening, in a project without themes
    std::string form = ""; ///< form and tips as XML
    std::string view = ""; ///< empty: the layer's own style, kept in layer_styles; else one more layer of the project with the same rows
    std::optional<OutsideTable> outside = {}; ///< the layer is this table, whatever the result has by its name, and may be edited

    std::string key() const { return view.empty() ? layer : layer + "_" + view; }
};

/// What is switched on together.
struct MapTheme
{
    std::string name;
    std::vector<std::string> layers;
};

/// Rows of `child` that belong to a row of `parent`: pairs of child column and parent column that are the same.
struct Relation
{
    std::string id;
    std::string title;
    std::string child;
    std::string parent;
    std::vector<std::pair<std::string, std::string>> columns;
};

struct QgisLook
{
    std::vector<LayerStyle> styles; ///< the first is drawn on top
    std::vector<MapTheme> themes;   ///< the first is what opens
    std::vector<Relation> relations;
    std::vector<PrintLayout> layouts;
    std::vector<std::string> focus; ///< layers that the first view holds; none, or without places: all
    /// What a planner reads for a column; none: its name and values as they are.
    std::function<ColumnWords(const std::string& layer, const std::string& column)> words;
};

/// The project's own id of a layer of one kind of geometry.
inline std::string layer_id(const std::string& key)
{
    return "map_layer_" + key; // QGIS throws away ids of ten characters or fewer
}

} // namespace gis
