#pragma once
// A page to print: what stands where on it. Lengths are millimetres, from the upper left corner of the page.

#include <string>
#include <variant>
#include <vector>

namespace gis {

struct PageBox
{
    double x = 0.0;
    double y = 0.0;
    double width = 0.0;
    double height = 0.0;
};

struct PrintLabel
{
    PageBox box;
    std::string text; ///< `[% expression %]` stands for its value
    double size_pt = 9.0;
    bool bold = false;
    bool right = false; ///< aligned to the right
    std::string colour = "30,30,30";
};

/// Shows `layers`, the first on top. Without a scale it shows all of the city, with one it is centred on the atlas' feature.
struct PrintMap
{
    PageBox box;
    std::string name;
    std::vector<std::string> layers; ///< keys
    std::string theme;               ///< used in place of `layers` where it is not empty
    double scale = 0.0;              ///< 1:scale; 0 for the city
};

/// The layers on `map`, with what is seen on it only.
struct PrintLegend
{
    PageBox box;
    std::string title;
    std::string map;
    std::vector<std::string> layers; ///< keys
};

struct PrintScaleBar
{
    PageBox box;
    std::string map;
};

struct PrintNorth
{
    PageBox box;
    std::string map;
};

struct PrintColumn
{
    std::string heading;
    std::string expression;
    double width = 0.0; ///< 0: as wide as its text
    bool right = false;
    int sort_position = 0; ///< 1: sorted by it first; 0: not sorted by it
    bool descending = false;
};

/// Rows of a layer; with a relation those that belong to the atlas' feature.
struct PrintTable
{
    PageBox box;
    std::string layer;    ///< key
    std::string relation; ///< id, or empty for all rows
    std::vector<PrintColumn> columns;
    double size_pt = 7.0;
    bool goes_on = false; ///< what finds no room goes on further pages; else it is left out
};

using PrintItem = std::variant<PrintLabel, PrintMap, PrintLegend, PrintScaleBar, PrintNorth, PrintTable>;

/// One page for each row of a layer.
struct PrintAtlas
{
    std::string layer; ///< key
    std::string page_name;
    std::string file_name;
    std::string filter; ///< an expression; empty: all rows
};

struct PrintLayout
{
    std::string name;
    double width = 297.0;
    double height = 210.0;
    std::vector<PrintItem> items;
    PrintAtlas atlas; ///< without a layer: one page
};

} // namespace gis
