#include "gis/io/qgis/qgis_style.hpp"

#include "words/utf8.hpp"

#include <fmt/format.h>

namespace gis {
namespace {

std::string option(std::string_view name, std::string_view value)
{
    return fmt::format(R"(<Option name="{}" type="QString" value="{}"/>)", name, xml_text(value));
}

std::string number(double value)
{
    return fmt::format("{}", value);
}

/// A property of a symbol that follows an expression.
std::string driven(std::string_view property, std::string_view expression)
{
    if (expression.empty()) {
        return "";
    }
    return fmt::format(
        R"(<data_defined_properties><Option type="Map"><Option name="name" type="QString" value=""/><Option name="properties" type="Map">)"
        R"(<Option name="{}" type="Map"><Option name="active" type="bool" value="true"/><Option name="expression" type="QString" value="{}"/>)"
        R"(<Option name="type" type="int" value="3"/></Option></Option><Option name="type" type="QString" value="collection"/></Option>)"
        R"(</data_defined_properties>)",
        property, xml_text(expression));
}

std::string symbol_layer(std::string_view kind, std::string_view options, std::string_view driven_properties)
{
    return fmt::format(R"(<layer class="{}" enabled="1" locked="0" pass="0"><Option type="Map">{}</Option>{}</layer>)", kind, options,
                       driven_properties);
}

std::string symbol_xml(const Symbol& symbol, std::size_t position)
{
    return fmt::format(R"(<symbol name="{}" type="{}" alpha="1" clip_to_extent="1" force_rhr="0">{}</symbol>)", position, symbol.type,
                       symbol.body);
}

std::string symbols_xml(const std::vector<StyleClass>& classes)
{
    std::string xml = "<symbols>";
    for (std::size_t i = 0; i < classes.size(); ++i) {
        xml += symbol_xml(classes[i].symbol, i);
    }
    return xml + "</symbols>";
}

/// QGIS takes symbol and expression from the source symbol; where there is no title it would show the expression.
std::string size_legend(const SizeLegend& legend)
{
    if (legend.sizes.empty()) {
        return "";
    }
    std::string classes;
    for (const SizeLegend::Size& size : legend.sizes) {
        classes += fmt::format(R"(<class size="{}" label="{}"/>)", size.size_mm, xml_text(size.label));
    }
    return fmt::format(R"(<source-symbol>{}</source-symbol><data-defined-size-legend type="separated" valign="center" title="{}">)"
                       R"(<classes>{}</classes></data-defined-size-legend>)",
                       symbol_xml(legend.symbol, 0), xml_text(legend.title), classes);
}

} // namespace

std::string xml_text(std::string_view text)
{
    std::string out;
    for (const char letter : words::valid_utf8(text)) {
        switch (letter) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += "&#10;"; break;
        default: out += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    }
    return out;
}

Symbol marker(const MarkerLook& look)
{
    const std::string options = option("name", look.shape) + option("color", look.colour) + option("outline_color", look.outline) +
                                option("outline_width", "0.3") + option("size", number(look.size_mm)) + option("size_unit", "MM");
    return {"marker", symbol_layer("SimpleMarker", options, driven("size", look.size_expression))};
}

Symbol line(const LineLook& look)
{
    const std::string options = option("line_color", look.colour) + option("line_width", number(look.width_mm)) +
                                option("line_width_unit", "MM") + option("line_style", look.dashed ? "dash" : "solid") +
                                option("capstyle", "round") + option("joinstyle", "round");
    return {"line", symbol_layer("SimpleLine", options, driven("outlineWidth", look.width_expression))};
}

Symbol fill(const FillLook& look)
{
    const std::string options = option("color", look.colour) + option("outline_color", look.outline) +
                                option("outline_width", number(look.outline_mm)) + option("outline_width_unit", "MM") +
                                option("outline_style", look.dashed_outline ? "dash" : "solid") + option("style", "solid");
    return {"fill", symbol_layer("SimpleFill", options, "")};
}

std::string single_symbol(const Symbol& symbol)
{
    return fmt::format(
        R"(<renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0"><symbols>{}</symbols></renderer-v2>)",
        symbol_xml(symbol, 0));
}

std::string by_value(std::string_view column, const std::vector<StyleClass>& classes, const SizeLegend& sizes)
{
    std::string categories;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        categories += fmt::format(R"(<category value="{}" symbol="{}" label="{}" render="true"/>)", xml_text(classes[i].when), i,
                                  xml_text(classes[i].label));
    }
    return fmt::format(
        R"(<renderer-v2 type="categorizedSymbol" attr="{}" enableorderby="0" forceraster="0" symbollevels="0"><categories>{}</categories>{}{}</renderer-v2>)",
        xml_text(column), categories, symbols_xml(classes), size_legend(sizes));
}

std::string by_rule(const std::vector<StyleClass>& classes)
{
    std::string rules;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const StyleClass& one = classes[i];
        rules += fmt::format(R"(<rule key="rule{0}" symbol="{0}" label="{1}")", i, xml_text(one.label));
        rules += one.when.empty() ? "" : fmt::format(R"( filter="{}")", xml_text(one.when));
        rules += one.far_scale == 0 ? "" : fmt::format(R"( scalemaxdenom="{}" scalemindenom="1")", one.far_scale);
        rules += "/>";
    }
    return fmt::format(
        R"(<renderer-v2 type="RuleRenderer" enableorderby="0" forceraster="0" symbollevels="1"><rules key="rules">{}</rules>{}</renderer-v2>)",
        rules, symbols_xml(classes));
}

std::string labels(const LabelLook& look)
{
    // Without a family QGIS takes its own font, in which each system has its letters; one that is not there is a warning on opening.
    return fmt::format(
        R"(<labeling type="simple"><settings calloutType="simple"><text-style fieldName="{}" isExpression="1" fontSize="{}" )"
        R"(fontSizeUnit="Point" fontWeight="{}" textColor="{}" textOpacity="1"><text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" )"
        R"(bufferColor="255,255,255,220" bufferOpacity="1"/></text-style><placement placement="{}" offsetType="1" dist="0.5" distUnits="MM" centroidInside="1"/>)"
        R"(<rendering scaleVisibility="1" scaleMin="1" scaleMax="{}" obstacle="0"{}/></settings></labeling>)",
        xml_text(look.expression), look.size_pt, look.bold ? 75 : 50, look.colour, look.on_polygons ? 1 : 6, look.far_scale,
        look.on_every_part ? R"( labelPerPart="1")" : "");
}

std::string layer_opacity(double opacity)
{
    return fmt::format("<layerOpacity>{}</layerOpacity>", opacity);
}

std::string display_expression(std::string_view expression)
{
    return fmt::format("<previewExpression>{}</previewExpression>", xml_text(expression));
}

} // namespace gis
