#include "layers/styles/register_look.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "gis/io/qgis/qgis_style.hpp"
#include "layers/styles/bottleneck_style.hpp"
#include "layers/styles/school_styles.hpp"
#include "layers/styles/style_looks.hpp"
#include "layers/styles/wall_map.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

const std::vector<std::string> by_districts = {
    "promised_share_m2", "promised_rent_m2", "promised_basement_m2", "promised_expand_m2", "unit", "due", "note"};
const std::vector<std::string> by_runs = {"issue_id",       "school_id", "stage",  "opened",   "baseline_gap_m2",
                                          "current_gap_m2", "state",     "closed", "evidence", "history"};

/// Of the columns that runs write a district may set one: `claimed` as the state.
std::string register_form()
{
    std::vector<std::string> all = by_runs;
    all.insert(all.end(), by_districts.begin(), by_districts.end());
    std::vector<std::string> editable = by_districts;
    editable.emplace_back("state");
    return gis::editable_columns(all, editable) +
           gis::tabbed_form({{translate(Text::form_district), by_districts, ""}, {translate(Text::form_found), by_runs, ""}}) +
           gis::display_expression(R"("issue_id")");
}

gis::LayerStyle register_table(const std::string& path)
{
    gis::LayerStyle style{"register", translate(Text::style_register), translate(Text::style_group_register), "", false, true};
    std::vector<std::string> columns = by_runs;
    columns.insert(columns.end(), by_districts.begin(), by_districts.end());
    style.form = register_form();
    style.outside = gis::OutsideTable{path, {"register", gis::LayerGeometry::none, gis::Box(), std::move(columns)}};
    return style;
}

gis::LayerStyle table_of_runs(const char* layer, Text title)
{
    return {layer, translate(title), translate(Text::style_group_register), "", false, true};
}

} // namespace

void add_register(gis::QgisLook& look, const std::string& path)
{
    std::vector<gis::LayerStyle> styles = {
        {"strike_off", translate(Text::style_strike_off), translate(Text::style_group_register), strike_off_body(at_any_scale), true, true},
        {"bottlenecks", translate(Text::style_bottlenecks), translate(Text::style_group_register), bottleneck_ring_body(), true, true, "",
         "ring"},
        register_table(path),
        table_of_runs("register_history", Text::style_register_history),
        table_of_runs("register_runs", Text::style_register_runs),
        table_of_runs("register_amounts", Text::style_register_amounts)};
    look.styles.insert(look.styles.begin(), styles.begin(), styles.end());
    look.themes.push_back(
        {translate(Text::theme_strike_off), {"strike_off", "bottlenecks_ring", "venues", "links_in_reach", "districts", "streets"}});
    look.relations.push_back({"school_issues", translate(Text::relation_issues), "register", "schools", {{"school_id", "school_id"}}});
    look.layouts.insert(look.layouts.begin() + 1, strike_off_map());
}

} // namespace fieldgap
