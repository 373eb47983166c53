#include "layers/styles/styles.hpp"

#include "layers/reading/column_words.hpp"
#include "layers/styles/bottleneck_style.hpp"
#include "layers/styles/change_styles.hpp"
#include "layers/styles/city_styles.hpp"
#include "layers/styles/estate_styles.hpp"
#include "layers/styles/forms.hpp"
#include "layers/styles/register_look.hpp"
#include "layers/styles/school_sheet.hpp"
#include "layers/styles/school_styles.hpp"
#include "layers/styles/style_looks.hpp"
#include "layers/styles/supply_styles.hpp"
#include "layers/styles/themes.hpp"
#include "layers/styles/venue_styles.hpp"
#include "layers/styles/walk_styles.hpp"
#include "layers/styles/wall_map.hpp"
#include "words/words.hpp"

#include <string>
#include <utility>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

gis::LayerStyle map_style(const char* layer, Text title, Text group, std::string body)
{
    return {layer, translate(title), translate(group), std::move(body), true, true};
}

/// The same rows drawn in another way.
gis::LayerStyle view_style(const char* view, gis::LayerStyle style)
{
    style.view = view;
    return style;
}

gis::LayerStyle hidden(gis::LayerStyle style)
{
    style.visible = false;
    return style;
}

gis::LayerStyle table_style(const char* layer, Text title)
{
    return {layer, translate(title), translate(Text::style_group_checks), "", false, true};
}

/// Further out than `dots_from` a city is a few millimetres on paper.
std::vector<gis::LayerStyle> layers_of_result(int dots_from)
{
    return {map_style("schools", Text::style_schools, Text::style_group_gaps, school_body(dots_from)),
            view_style("after", map_style("schools", Text::style_schools_after, Text::style_group_gaps, school_after_body(dots_from))),
            map_style("gate_options", Text::style_gate_options, Text::style_group_gaps, gate_option_body(dots_from)),
            map_style("venue_options", Text::style_venue_options, Text::style_group_gaps, venue_option_body(dots_from)),
            map_style("venues", Text::style_venues, Text::style_group_gaps, venue_body(dots_from)),
            map_style("links", Text::style_links, Text::style_group_gaps, link_body(dots_from)),
            view_style("in_reach", map_style("links", Text::style_links_in_reach, Text::style_group_gaps, link_in_reach_body())),
            map_style("unreached", Text::style_unreached, Text::style_group_gaps, unreached_body()),
            map_style("bottlenecks", Text::style_bottlenecks, Text::style_group_gaps, bottleneck_body(dots_from)),
            map_style("walk_areas", Text::style_walk_areas, Text::style_group_gaps, walk_area_body()),
            map_style("fields", Text::style_fields, Text::style_group_grounds, field_body()),
            map_style("campuses", Text::style_campuses, Text::style_group_grounds, campus_body()),
            map_style("phasing", Text::style_phasing, Text::style_group_estates, phasing_body()),
            map_style("residential", Text::style_residential, Text::style_group_estates, residential_body()),
            map_style("districts", Text::style_districts, Text::style_group_city, district_body()),
            map_style("streets", Text::style_streets, Text::style_group_city, street_body()),
            map_style("data_issues", Text::style_data_issues, Text::style_group_checks, issue_body()),
            table_style("stages", Text::style_stages),
            table_style("indicators", Text::style_indicators),
            table_style("indicator_verdicts", Text::style_indicator_verdicts),
            table_style("variation", Text::style_variation),
            table_style("certificate", Text::style_certificate),
            table_style("ledger", Text::style_ledger),
            table_style("future_gaps", Text::style_future_gaps),
            table_style("leases", Text::style_leases),
            table_style("surfaces", Text::style_surfaces),
            table_style("programme", Text::style_programme),
            table_style("summary", Text::style_summary)};
}

gis::QgisLook look_of(std::vector<gis::LayerStyle> styles, std::vector<gis::MapTheme> themes)
{
    gis::QgisLook look;
    look.styles = std::move(styles);
    look.themes = std::move(themes);
    look.words = words_of_column;
    return look;
}

} // namespace

gis::QgisLook issue_styles()
{
    return look_of({map_style("data_issues", Text::style_data_issues, Text::style_group_checks, issue_body())}, {});
}

gis::QgisLook site_styles()
{
    return look_of({map_style("schools_affected", Text::style_schools_affected, Text::style_group_sites, affected_body()),
                    map_style("site_links", Text::style_site_links, Text::style_group_sites, site_link_body()),
                    map_style("sites", Text::style_sites, Text::style_group_sites, site_body()),
                    // of the whole city
                    hidden(map_style("data_issues", Text::style_data_issues, Text::style_group_checks, issue_body())),
                    table_style("summary", Text::style_summary)},
                   site_themes());
}

gis::QgisLook change_styles()
{
    std::vector<gis::LayerStyle> styles;
    gis::MapTheme changes = {translate(Text::diff_theme), {}};
    for (const ChangeLook& look : change_looks()) {
        styles.push_back(map_style(look.layer, look.title, Text::diff_style_group, change_body(look)));
        changes.layers.emplace_back(look.layer);
    }
    styles.push_back(table_style("causes", Text::diff_style_causes));
    styles.push_back(table_style("summary", Text::style_summary));
    return look_of(std::move(styles), {changes});
}

gis::QgisLook result_styles(const std::string& register_path)
{
    const bool has_register = !register_path.empty();
    gis::QgisLook look = look_of(layers_of_result(at_any_scale), result_themes());
    // Venues may lie far around.
    look.focus = {"schools", "campuses", "districts"};
    look.relations = result_relations(Cities::one);
    add_forms(look.styles, Cities::one, has_register);
    look.layouts = {wall_map(), school_sheet(has_register)};
    if (has_register) {
        add_register(look, register_path);
    }
    return look;
}

gis::QgisLook merged_styles()
{
    std::vector<gis::LayerStyle> styles = layers_of_result(province_scale);
    styles.back() = table_style("cities", Text::style_cities);
    styles.push_back(table_style("summary", Text::style_sums));
    gis::QgisLook look = look_of(std::move(styles), result_themes());
    look.relations = result_relations(Cities::many);
    add_forms(look.styles, Cities::many);
    return look;
}

} // namespace fieldgap
