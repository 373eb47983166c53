#pragma once
// The parts of a QGIS style as XML: symbols, renderers, labels. QGIS 3.22 and later read them.

#include <string>
#include <string_view>
#include <vector>

namespace gis {

/// Text for an XML element or attribute: escaped, valid UTF-8, without the control characters that XML has no form for; ends of
/// lines stay in attributes too.
std::string xml_text(std::string_view text);

/// How something is drawn. Made by the functions below.
struct Symbol
{
    std::string type; ///< `marker`, `line`, `fill`
    std::string body;
};

/// Colours are `red,green,blue,opacity`, each 0 to 255.
struct MarkerLook
{
    std::string colour;
    double size_mm = 2.0;
    std::string size_expression; ///< of the data, in mm; empty: size_mm for all
    std::string shape = "circle";
    std::string outline = "255,255,255,255";
};

struct LineLook
{
    std::string colour;
    double width_mm = 0.3;
    bool dashed = false;
    std::string width_expression; ///< of the data, in mm; empty: width_mm for all
};

struct FillLook
{
    std::string colour;
    std::string outline;
    double outline_mm = 0.26;
    bool dashed_outline = false;
};

Symbol marker(const MarkerLook& look);
Symbol line(const LineLook& look);
Symbol fill(const FillLook& look);

/// One class of a renderer: `when` is a value of the column, or an expression in rules (empty: all, `ELSE`: the rest).
struct StyleClass
{
    std::string when;
    std::string label;
    Symbol symbol;
    int far_scale = 0; ///< rules only: not drawn further out than 1:far_scale; 0 for always
};

std::string single_symbol(const Symbol& symbol);

/// Sizes that the legend of markers shows, and what they stand for. Without sizes there is none.
struct SizeLegend
{
    struct Size
    {
        double size_mm = 0.0;
        std::string label;
    };
    std::string title;
    std::vector<Size> sizes;
    Symbol symbol; ///< with the size expression of the classes
};

/// With a legend of sizes all classes have markers of one size expression.
std::string by_value(std::string_view column, const std::vector<StyleClass>& classes, const SizeLegend& sizes = {});
/// Every rule that holds draws, later ones on top. Rules may mix kinds of symbols: those of another kind than the layer's draw nothing.
std::string by_rule(const std::vector<StyleClass>& classes);

struct LabelLook
{
    std::string expression;
    double size_pt = 8.0;
    std::string colour = "40,40,40,255";
    int far_scale = 25000; ///< not further out than 1:far_scale
    bool on_polygons = false;
    bool bold = false;
    bool on_every_part = false; ///< else on the largest part of a ground alone
};

std::string labels(const LabelLook& look);

/// Of all that a layer draws together: what lies upon another of its rows is no darker. 0 to 1.
std::string layer_opacity(double opacity);

/// What identifies a row in lists and on hovering: an expression.
std::string display_expression(std::string_view expression);

} // namespace gis
