#include "gis/io/qgis/qgis_layout.hpp"

#include "gis/io/qgis/layout_parts.hpp"
#include "gis/io/qgis/qgis_style.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace gis {
namespace {

// The kinds of items, as QGIS numbers them.
constexpr int page_kind = 65638;
constexpr int map_kind = 65639;
constexpr int picture_kind = 65640;
constexpr int label_kind = 65641;
constexpr int legend_kind = 65642;
constexpr int scale_bar_kind = 65646;
constexpr int frame_kind = 65647;
constexpr int table_kind = 65649;

constexpr double mm_per_m = 1000.0;

/// Writes the items of one layout in their order.
class LayoutWriter
{
public:
    LayoutWriter(const PrintLayout& layout, const LayoutGround& ground, std::size_t number)
        : layout_(layout), ground_(ground), number_(number)
    {
    }

    std::string operator()(const PrintLabel& label);
    std::string operator()(const PrintMap& map);
    std::string operator()(const PrintLegend& legend);
    std::string operator()(const PrintScaleBar& bar);
    std::string operator()(const PrintNorth& north);
    std::string operator()(const PrintTable& table);

    std::string page() const;
    std::string atlas() const;

private:
    std::string next_uuid() { return uuid(std::to_string(++count_)); }
    std::string uuid(const std::string& name) const { return fmt::format("{{fieldgap-{}-{}}}", number_, name); }
    std::string item(int kind, const PageBox& box, const std::string& uuid, std::string_view attributes, std::string_view body,
                     bool has_ground = false) const;
    std::string extent(const PrintMap& map) const;
    std::string layer_set(const PrintMap& map) const;

    const PrintLayout& layout_;
    const LayoutGround& ground_;
    std::size_t number_ = 0;
    int count_ = 0;
};

std::string LayoutWriter::item(int kind, const PageBox& box, const std::string& uuid, std::string_view attributes, std::string_view body,
                               bool has_ground) const
{
    // The later an item is listed, the further down it lies in QGIS.
    return fmt::format(
        R"(<LayoutItem type="{}" uuid="{}" templateUuid="{}" position="{},{},mm" positionOnPage="{},{},mm" size="{},{},mm" referencePoint="0" )"
        R"(visibility="1" opacity="1" itemRotation="0" blendMode="0" excludeFromExports="0" positionLock="false" frame="{}" )"
        R"(outlineWidthM="0.2,mm" background="{}" zValue="{}" {}><FrameColor red="120" green="120" blue="120" alpha="255"/>)"
        R"(<BackgroundColor red="255" green="255" blue="255" alpha="255"/>{}</LayoutItem>)"
        "\n",
        kind, uuid, uuid, box.x, box.y, box.x, box.y, box.width, box.height, kind == map_kind ? "true" : "false",
        has_ground ? "true" : "false", count_ + 1, attributes, body);
}

std::string LayoutWriter::operator()(const PrintLabel& label)
{
    return item(label_kind, label.box, next_uuid(),
                fmt::format(R"(labelText="{}" htmlState="0" halign="{}" valign="32" marginX="0" marginY="0")", xml_text(label.text),
                            label.right ? 2 : 1),
                text_style(label.size_pt, label.bold, label.colour) + font_description("LabelFont", label.size_pt, label.bold) +
                    R"(<FontColor red="30" green="30" blue="30" alpha="255"/>)");
}

/// As wide and as high as the item, or QGIS would draw another piece than it says.
std::string LayoutWriter::extent(const PrintMap& map) const
{
    const Box& view = ground_.view;
    const double units_per_mm = map.scale > 0.0
                                    ? map.scale / mm_per_m * ground_.units_per_metre
                                    : std::max((view.max_x - view.min_x) / map.box.width, (view.max_y - view.min_y) / map.box.height);
    const double half_width = 0.5 * units_per_mm * map.box.width;
    const double half_height = 0.5 * units_per_mm * map.box.height;
    const double x = 0.5 * (view.min_x + view.max_x);
    const double y = 0.5 * (view.min_y + view.max_y);
    return fmt::format(R"(<Extent xmin="{}" ymin="{}" xmax="{}" ymax="{}"/>)", x - half_width, y - half_height, x + half_width,
                       y + half_height);
}

std::string LayoutWriter::layer_set(const PrintMap& map) const
{
    std::string layers;
    for (const std::string& key : map.layers) {
        for (const std::string& id : ground_.ids(key)) {
            layers += fmt::format(R"(<Layer provider="ogr">{}</Layer>)", xml_text(id));
        }
    }
    return "<LayerSet>" + layers + "</LayerSet>";
}

std::string LayoutWriter::operator()(const PrintMap& map)
{
    ++count_;
    const bool by_theme = !map.theme.empty();
    const std::string atlas = map.scale > 0.0 ? R"(<AtlasMap atlasDriven="1" scalingMode="0" margin="0.1"/>)"
                                              : R"(<AtlasMap atlasDriven="0" scalingMode="2" margin="0.1"/>)";
    return item(map_kind, map.box, uuid("map-" + map.name),
                fmt::format(R"(id="{}" followPreset="{}" followPresetName="{}" keepLayerSet="{}" drawCanvasItems="false" mapRotation="0")",
                            xml_text(map.name), by_theme ? "true" : "false", xml_text(map.theme), by_theme ? "false" : "true"),
                extent(map) + layer_set(map) + atlas, true);
}

std::string LayoutWriter::operator()(const PrintLegend& legend)
{
    std::string tree;
    for (const std::string& key : legend.layers) {
        for (const std::string& id : ground_.ids(key)) {
            tree += fmt::format(R"(<layer-tree-layer id="{0}" name="{1}" checked="Qt::Checked" expanded="1" providerKey="ogr"/>)",
                                xml_text(id), xml_text(ground_.title(id)));
        }
    }
    const auto style = [](const char* name, double size_pt, bool bold, std::string_view margins) {
        return fmt::format(R"(<style name="{}" alignment="1" {}>{}</style>)", name, margins,
                           font_description("styleFont", size_pt, bold) + text_style(size_pt, bold, "30,30,30"));
    };
    return item(
        legend_kind, legend.box, next_uuid(),
        fmt::format(
            R"(title="{}" titleAlignment="1" columnCount="1" splitLayer="0" equalColumnWidth="0" symbolWidth="6" symbolHeight="3.5" )"
            R"(maxSymbolSize="0" minSymbolSize="0" wmsLegendWidth="50" wmsLegendHeight="25" wrapChar="" map_uuid="{}" legendFilterByMap="0" )"
            R"(legendFilterByAtlas="0" resizeToContents="0" symbolAlignment="1" columnSpace="2" boxSpace="0" lineSpacing="1" rasterBorder="0")",
            xml_text(legend.title), uuid("map-" + legend.map)),
        "<styles>" + style("title", 11, true, R"(marginBottom="2")") + style("group", 9, true, R"(marginTop="3")") +
            style("subgroup", 8, true, R"(marginTop="3")") + style("symbol", 8, false, R"(marginTop="1.5")") +
            style("symbolLabel", 7.5, false, R"(marginTop="1.5" marginLeft="2")") + "</styles><layer-tree-group>" + tree +
            "</layer-tree-group>");
}

std::string LayoutWriter::operator()(const PrintScaleBar& bar)
{
    return item(
        scale_bar_kind, bar.box, next_uuid(),
        fmt::format(
            R"(mapUuid="{}" style="Single Box" unitType="meters" numMapUnitsPerScaleBarUnit="1" unitLabel="m" numSegments="2" )"
            R"(numSegmentsLeft="0" segmentSizeMode="1" minBarWidth="30" maxBarWidth="{}" numUnitsPerSegment="100" height="2" outlineWidth="0.2" )"
            R"(segmentMillimeters="20" boxContentSpace="1" labelBarSpace="1" alignment="0" labelVerticalPlacement="0" labelHorizontalPlacement="0")",
            uuid("map-" + bar.map), bar.box.width - 15.0),
        text_style(7.5, false, "30,30,30"), true);
}

std::string LayoutWriter::operator()(const PrintNorth& north)
{
    return item(
        picture_kind, north.box, next_uuid(),
        fmt::format(
            R"(file="base64:{}" mode="0" resizeMode="0" anchorPoint="4" northMode="0" northOffset="0" pictureRotation="0" mapUuid="{}" )"
            R"(svgFillColor="30,30,30,255" svgBorderColor="30,30,30,255" svgBorderWidth="0.2")",
            north_arrow_base64(), uuid("map-" + north.map)),
        "");
}

std::string LayoutWriter::operator()(const PrintTable& table)
{
    const auto ids = ground_.ids(table.layer);
    if (ids.empty()) {
        return "";
    }
    const std::string frame = next_uuid();
    const std::string whole = uuid("table-" + std::to_string(count_));
    const auto font = [&](const char* name, bool bold) {
        return fmt::format("<{0}>{1}</{0}>", name, text_style(table.size_pt, bold, "30,30,30"));
    };
    return item(frame_kind, table.box, frame,
                fmt::format(R"(multiFrame="{}" multiFrameTemplateUuid="{}" sectionX="0" sectionY="0" sectionWidth="{}" sectionHeight="{}" )"
                            R"(hidePageIfEmpty="0" hideBackgroundIfEmpty="0")",
                            whole, whole, table.box.width, table.box.height),
                "") +
           fmt::format(
               R"(<LayoutMultiFrame type="{}" uuid="{}" templateUuid="{}" source="{}" relationId="{}" vectorLayer="{}" resizeMode="{}" )"
               R"(cellMargin="0.8" gridStrokeWidth="0.1" gridColor="170,170,170,255" showGrid="1" horizontalGrid="1" verticalGrid="0" )"
               R"(headerMode="0" headerHAlignment="0" emptyTableMode="1" maxFeatures="200" filterFeatures="false" wrapBehavior="1" )"
               R"(showUniqueRowsOnly="0" showOnlyVisibleFeatures="0" filterToAtlasIntersection="0" backgroundColor="255,255,255,0">)"
               R"(<childFrame uuid="{}" templateUuid="{}"/>{}{}<displayColumns>{}</displayColumns><sortColumns>{}</sortColumns></LayoutMultiFrame>)"
               "\n",
               table_kind, whole, whole, table.relation.empty() ? 0 : 2, xml_text(table.relation), xml_text(ids.front()),
               table.goes_on ? 1 : 0, frame, frame, font("headerTextFormat", true), font("contentTextFormat", false),
               columns_xml(table.columns), sort_columns_xml(table.columns));
}

std::string LayoutWriter::page() const
{
    const std::string symbol =
        R"(<symbol name="" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">)"
        R"(<layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map">)"
        R"(<Option name="color" type="QString" value="255,255,255,255"/><Option name="outline_style" type="QString" value="no"/>)"
        R"(<Option name="style" type="QString" value="solid"/></Option></layer></symbol>)";
    return fmt::format(
        R"(<PageCollection>{0}<LayoutItem type="{1}" uuid="{2}" templateUuid="{2}" position="0,0,mm" positionOnPage="0,0,mm" size="{3},{4},mm" )"
        R"(visibility="1" opacity="1" zValue="0" frame="false" background="true" outlineWidthM="0.2,mm">)"
        R"(<FrameColor red="0" green="0" blue="0" alpha="255"/><BackgroundColor red="255" green="255" blue="255" alpha="255"/>{0}</LayoutItem></PageCollection>)"
        "\n",
        symbol, page_kind, uuid("page"), layout_.width, layout_.height);
}

std::string LayoutWriter::atlas() const
{
    const auto ids = layout_.atlas.layer.empty() ? std::vector<std::string>() : ground_.ids(layout_.atlas.layer);
    if (ids.empty()) {
        return R"(<Atlas enabled="0"/>)";
    }
    return fmt::format(R"(<Atlas enabled="1" coverageLayer="{}" sortFeatures="1" sortAscending="1" sortKey="{}" pageNameExpression="{}" )"
                       R"(filenamePattern="{}" filterFeatures="{}" featureFilter="{}" hideCoverage="0"/>)",
                       xml_text(ids.front()), xml_text(layout_.atlas.page_name), xml_text(layout_.atlas.page_name),
                       xml_text(layout_.atlas.file_name), layout_.atlas.filter.empty() ? 0 : 1, xml_text(layout_.atlas.filter));
}

} // namespace

std::string layout_xml(const PrintLayout& layout, const LayoutGround& ground, std::size_t number)
{
    LayoutWriter writer(layout, ground, number);
    std::string items;
    for (const PrintItem& item : layout.items) {
        items += std::visit(writer, item);
    }
    return fmt::format(R"(<Layout name="{}" units="mm" printResolution="300" worldFileMap="">)"
                       "\n{}{}{}</Layout>\n",
                       xml_text(layout.name), writer.page(), items, writer.atlas());
}

} // namespace gis
