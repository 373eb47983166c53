#include "layers/styles/wall_map.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_look.hpp"
#include "words/words.hpp"

#include <string>
#include <vector>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr const char* map_name = "city";

gis::PrintTable district_table()
{
    const auto area = [](Text heading, const char* expression) {
        return gis::PrintColumn{translate(heading), std::string("format_number(") + expression + ", 0)", 15.5, true, 0, false};
    };
    gis::PrintTable table;
    table.box = {306.0, 168.0, 104.0, 92.0};
    table.layer = "districts";
    table.columns = {{translate(Text::print_district), R"(coalesce("name", "district_id"))", 24.0, false, 2, false},
                     {translate(Text::print_schools), R"("schools")", 11.0, true, 0, false},
                     {translate(Text::print_short), R"("schools_short")", 11.0, true, 0, false},
                     area(Text::print_gap, R"("gap_m2")"),
                     area(Text::print_given, R"("gap_m2" - "residual_m2")"),
                     area(Text::print_remains, R"("residual_m2")")};
    return table;
}

/// Not above an empty table.
std::string heading_if_any()
{
    return "[% if(layer_property('" + gis::layer_id("districts") + "', 'feature_count') > 0, " +
           gis::quoted_text(words::text_of(Text::print_districts)) + ", '') %]";
}

} // namespace

namespace {

struct WallMap
{
    Text name;
    Text subtitle;
    Text theme;
    std::vector<std::string> legend; ///< layers
};

gis::PrintLayout laid_out(const WallMap& wall)
{
    gis::PrintMap map;
    map.box = {10.0, 30.0, 290.0, 248.0};
    map.name = map_name;
    map.theme = translate(wall.theme);
    gis::PrintLayout layout;
    layout.name = translate(wall.name);
    layout.width = 420.0;
    layout.height = 297.0;
    layout.items = {gis::PrintLabel{{10.0, 8.0, 400.0, 11.0}, "[% @project_title %]", 24.0, true},
                    gis::PrintLabel{{10.0, 20.0, 400.0, 8.0}, translate(wall.subtitle), 12.0},
                    map,
                    gis::PrintNorth{{286.0, 33.0, 11.0, 16.0}, map_name},
                    gis::PrintScaleBar{{306.0, 264.0, 104.0, 12.0}, map_name},
                    gis::PrintLegend{{306.0, 30.0, 104.0, 128.0}, translate(Text::print_legend), map_name, wall.legend},
                    gis::PrintLabel{{306.0, 160.0, 104.0, 7.0}, heading_if_any(), 11.0, true},
                    district_table(),
                    gis::PrintLabel{{10.0, 281.0, 400.0, 8.0}, translate(Text::print_in_m2), 8.0, false, false, "90,90,90"}};
    return layout;
}

} // namespace

gis::PrintLayout wall_map()
{
    return laid_out(
        {Text::print_wall_map, Text::print_wall_subtitle, Text::theme_gaps, {"schools", "venues", "links", "districts", "streets"}});
}

gis::PrintLayout strike_off_map()
{
    return laid_out({Text::print_strike_off_map,
                     Text::print_strike_off_subtitle,
                     Text::theme_strike_off,
                     {"strike_off", "bottlenecks_ring", "venues", "districts", "streets"}});
}

} // namespace fieldgap
