#include "gis/io/qgis/layout_parts.hpp"

#include "gis/io/qgis/qgis_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace gis {
namespace {

constexpr const char* north_arrow =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 30\"><path d=\"M10 1 L17 20 L10 16 L3 20 Z\" fill=\"#1e1e1e\"/>"
    "<path d=\"M7 29 V22 L13 29 V22\" fill=\"none\" stroke=\"#1e1e1e\" stroke-width=\"1.6\"/></svg>";

std::string base64(std::string_view bytes)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; };
        const unsigned three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
        for (unsigned k = 0; k < 4; ++k) {
            out += i + k > bytes.size() ? '=' : letters[three >> (18U - 6U * k) & 63U];
        }
    }
    return out;
}

} // namespace

std::string text_style(double size_pt, bool bold, const std::string& colour)
{
    // Without a family QGIS takes its own font and says nothing.
    return fmt::format(
        R"(<text-style fontSize="{}" fontSizeUnit="Point" fontWeight="{}" namedStyle="" textColor="{},255" textOpacity="1"/>)", size_pt,
        bold ? 75 : 50, colour);
}

std::string font_description(const char* element, double size_pt, bool bold)
{
    return fmt::format(R"(<{} description="Sans Serif,{},-1,5,{},0,0,0,0,0" style=""/>)", element, size_pt, bold ? 75 : 50);
}

std::string columns_xml(const std::vector<PrintColumn>& columns)
{
    std::string xml;
    for (const PrintColumn& column : columns) {
        xml +=
            fmt::format(R"(<column attribute="{}" heading="{}" width="{}" hAlignment="{}" vAlignment="128" sortByRank="0" sortOrder="0"/>)",
                        xml_text(column.expression), xml_text(column.heading), column.width, column.right ? 2 : 1);
    }
    return xml;
}

std::string sort_columns_xml(std::vector<PrintColumn> columns)
{
    std::stable_sort(columns.begin(), columns.end(),
                     [](const PrintColumn& a, const PrintColumn& b) { return a.sort_position < b.sort_position; });
    std::string xml;
    for (const PrintColumn& column : columns) {
        if (column.sort_position > 0) {
            xml += fmt::format(
                R"(<column attribute="{}" heading="" width="0" hAlignment="1" vAlignment="128" sortByRank="0" sortOrder="{}"/>)",
                xml_text(column.expression), column.descending ? 1 : 0);
        }
    }
    return xml;
}

std::string north_arrow_base64()
{
    return base64(north_arrow);
}

} // namespace gis
