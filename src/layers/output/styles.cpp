#include "layers/output/styles.hpp"

#include "gis/io/geopackage/qgis_style.hpp"
#include "layers/output/bottleneck_style.hpp"
#include "layers/output/style_looks.hpp"
#include "layers/output/walk_styles.hpp"
#include "words/words.hpp"

#include <string>
#include <utility>

namespace fieldgap {
namespace {

using gis::StyleClass;
using words::Text;
using words::translate;

struct StatusLook
{
    const char* status;
    Text label;
    const char* colour;
};
constexpr StatusLook statuses[] = {{"short", Text::style_short, red},
                                   {"near", Text::style_near, yellow},
                                   {"meets", Text::style_meets, green},
                                   {"unknown", Text::style_unknown, grey},
                                   {"none", Text::style_none, light_grey}};

/// The square's side in metres of what is lacking, on paper: 0 m2 is a dot, 10,000 m2 (a large ground) 8 mm.
constexpr const char* gap_size = R"(coalesce(scale_linear(sqrt("gap_m2"), 0, 100, 2.4, 8), 2.4))";
constexpr const char* venue_size = R"(coalesce(scale_linear(sqrt("area_m2"), 0, 150, 1.6, 6), 1.6))";
constexpr const char* given_width = R"(scale_linear(sqrt("given_m2"), 0, 80, 0.5, 2.4))";

std::string dots_further_out(int far_scale)
{
    return "if(@map_scale > " + std::to_string(far_scale) + ", 1.4, " + gap_size + ")";
}

std::string school_body(const std::string& size = gap_size)
{
    std::vector<StyleClass> classes;
    for (const StatusLook& look : statuses) {
        classes.push_back({look.status, translate(look.label), gis::marker({look.colour, 2.4, size, "circle", "255,255,255,255"})});
    }
    classes.push_back({"branch", translate(Text::style_branch), gis::marker({grey, 1.4, "", "circle", "255,255,255,255"})});
    classes.push_back({"", translate(Text::style_other), gis::marker({grey, 1.4, "", "diamond", "255,255,255,255"})});
    return gis::by_value("status", classes) + gis::labels({R"("name")", 8.0, "30,30,30,255", street_scale, false, false}) +
           gis::display_expression(R"(coalesce("name", "school_id"))");
}

std::string campus_body()
{
    std::vector<StyleClass> classes;
    for (const StatusLook& look : statuses) {
        classes.push_back({look.status, translate(look.label), gis::fill({faded(look.colour, 70), faded(look.colour, 220), 0.4})});
    }
    classes.push_back({"branch", translate(Text::style_branch), gis::fill({faded(grey, 30), faded(grey, 160), 0.3, true})});
    classes.push_back({"", translate(Text::style_other), gis::fill({faded(grey, 20), faded(grey, 160), 0.3, true})});
    return gis::by_value("status", classes) + gis::display_expression(R"(coalesce("name", "campus_id"))");
}

std::string field_body()
{
    return gis::by_value("kind", {{"outdoor", translate(Text::style_outdoor), gis::fill({"140,200,110,210", "70,130,50,255", 0.2})},
                                  {"indoor", translate(Text::style_indoor), gis::fill({"215,150,90,210", "150,90,40,255", 0.2})},
                                  {"special", translate(Text::style_special), gis::fill({"150,120,200,210", "90,60,150,255", 0.2})},
                                  {"", translate(Text::style_other), gis::fill({"190,190,190,180", "110,110,110,255", 0.2})}}) +
           gis::display_expression(R"("field_id")");
}

std::string venue_body(int far_scale = at_any_scale)
{
    const auto square = [](const std::string& colour) { return gis::marker({colour, 1.6, venue_size, "square", "60,60,60,255"}); };
    return gis::by_rule({{R"("rented_m2" > 0)", translate(Text::style_rented), square(blue), far_scale},
                         {R"(coalesce("rented_m2", 0) <= 0 AND "schools_in_reach" > 0)", translate(Text::style_in_reach),
                          square("190,215,240,255"), far_scale},
                         {"ELSE", translate(Text::style_out_of_reach), square("235,235,235,255"), far_scale}}) +
           gis::labels({R"("name")", 7.0, "20,60,120,255", street_scale, false, false}) +
           gis::display_expression(R"(coalesce("name", "venue_id"))");
}

std::string link_body(int far_scale = at_any_scale)
{
    const auto used = [&](const char* channel, Text label, const char* colour) {
        return StyleClass{std::string(R"("given_m2" > 0 AND "channel" = ')") + channel + "'", translate(label),
                          gis::line({colour, 0.8, false, given_width}), far_scale};
    };
    return gis::by_rule({{"ELSE", translate(Text::style_unused), gis::line({faded(grey, 150), 0.15, true, ""}), quarter_scale},
                         used("share", Text::style_share, violet),
                         used("rent", Text::style_rent, blue)}) +
           gis::display_expression(R"("from_school" || ' - ' || "to_id")");
}

/// A gate is a diamond, a missing piece of way a broad line; the broader, the more it closes.
std::string gate_option_body(int far_scale = at_any_scale)
{
    const std::string size = R"(coalesce(scale_linear(sqrt("gain_m2"), 0, 80, 2.6, 6), 2.6))";
    const std::string width = R"(coalesce(scale_linear(sqrt("gain_m2"), 0, 80, 0.8, 3), 0.8))";
    return gis::by_rule({{R"("kind" = 'gate')", translate(Text::style_option_gate),
                          gis::marker({orange, 2.6, size, "diamond", "60,60,60,255"}), far_scale},
                         {R"("kind" = 'link')", translate(Text::style_option_link), gis::line({orange, 0.8, false, width}), far_scale}}) +
           gis::labels({R"(round("gain_m2") || ' m2')", 7.0, "120,60,0,255", street_scale, false, false}) +
           gis::display_expression(R"("option_id")");
}

/// Not further out than the links that are not used: a city has more of them than of links.
std::string unreached_body()
{
    const auto because = [](const char* reason, Text label, const char* colour) {
        return StyleClass{std::string(R"("reason" = ')") + reason + "'", translate(label), gis::line({faded(colour, 190), 0.25, true, ""}),
                          quarter_scale};
    };
    return gis::by_rule({because("too_far", Text::style_too_far, grey), because("detour", Text::style_detour, brown),
                         because("not_connected", Text::style_not_connected, red), because("no_entry", Text::style_no_entry, violet)}) +
           gis::display_expression(R"("from_school" || ' - ' || "to_id" || ': ' || "reason")");
}

/// Planned estates stand out by their outline; of existing ones only the reach of schools is shown.
std::string residential_body()
{
    const auto planned = [](const char* verdict, Text label, const char* colour) {
        return StyleClass{std::string(R"("verdict" = ')") + verdict + "'", translate(label), gis::fill({faded(colour, 60), colour, 0.8})};
    };
    const auto existing = [](const char* covered, Text label, const std::string& colour) {
        return StyleClass{std::string(R"("phase" = 'existing' AND "covered" )") + covered, translate(label),
                          gis::fill({faded(colour, 45), faded(colour, 120), 0.15})};
    };
    return gis::by_rule({existing("= true", Text::style_estate_covered, green), existing("= false", Text::style_estate_uncovered, red),
                         existing("IS NULL", Text::style_estate_not_known, grey), planned("pass", Text::style_estate_pass, green),
                         planned("conditional", Text::style_estate_conditional, yellow), planned("fail", Text::style_estate_fail, red),
                         planned("unknown", Text::style_estate_unknown, grey)}) +
           gis::labels({R"(CASE WHEN "phase" = 'planned' THEN "name" END)", 7.0, "90,60,20,255", street_scale, false, false}) +
           gis::display_expression(R"(coalesce("name", "estate_id"))");
}

std::string phasing_body()
{
    const auto dashed = [](const std::string& colour) { return gis::fill({faded(colour, 0), colour, 1.0, true}); };
    return gis::by_rule({{R"("legacy" = true)", translate(Text::style_phasing_legacy), dashed(violet)},
                         {R"("legacy" = false AND "in_step" = true)", translate(Text::style_phasing_in_step), dashed(green)},
                         {R"("legacy" = false AND "in_step" = false)", translate(Text::style_phasing_late), dashed(red)},
                         {R"("legacy" = false AND "in_step" IS NULL)", translate(Text::style_phasing_unknown), dashed(grey)}}) +
           gis::display_expression(R"("estate_id" || ' - ' || coalesce("school_name", "school_id"))");
}

std::string district_body()
{
    return gis::single_symbol(gis::fill({"255,255,255,0", "90,90,90,255", 0.5, true})) +
           gis::labels({R"("name")", 10.0, "90,90,90,255", city_scale, true, true}) +
           gis::display_expression(R"(coalesce("name", "district_id"))");
}

/// Points, lines and areas stand in one layer. Rules of another kind than the layer at hand match nothing in it.
std::string issue_body()
{
    struct Severity
    {
        const char* name;
        Text label;
        const char* colour;
    };
    std::vector<StyleClass> classes;
    for (const Severity& severity : {Severity{"info", Text::style_info, blue}, Severity{"warning", Text::style_warning, brown},
                                     Severity{"error", Text::style_error, red}}) {
        const auto add = [&](const char* kind, const gis::Symbol& symbol) {
            const std::string when = std::string("\"severity\" = '") + severity.name + "' AND geometry_type($geometry) = '" + kind + "'";
            classes.push_back({when, translate(severity.label), symbol});
        };
        add("Point", gis::marker({severity.colour, 2.6, "", "triangle", "255,255,255,255"}));
        add("Line", gis::line({severity.colour, 0.6, false, ""}));
        add("Polygon", gis::fill({faded(severity.colour, 30), severity.colour, 0.5, true}));
    }
    return gis::by_rule(classes) + gis::display_expression(R"("code" || ' ' || coalesce("feature_id", ''))");
}

std::string site_body()
{
    struct VerdictLook
    {
        const char* verdict;
        Text label;
        const char* colour;
    };
    std::vector<StyleClass> classes;
    for (const VerdictLook& look :
         {VerdictLook{"pass", Text::style_pass, green}, VerdictLook{"conditional", Text::style_conditional, yellow},
          VerdictLook{"fail", Text::style_fail, red}, VerdictLook{"unknown", Text::style_verdict_unknown, grey}}) {
        classes.push_back({look.verdict, translate(look.label), gis::fill({faded(look.colour, 110), look.colour, 0.5})});
    }
    return gis::by_value("verdict", classes) +
           gis::labels({R"(coalesce("name", "estate_id"))", 8.0, "30,30,30,255", quarter_scale, true, false}) +
           gis::display_expression(R"(coalesce("name", "estate_id") || ': ' || "verdict")");
}

std::string site_link_body()
{
    const std::string width = R"(scale_linear(sqrt("pupils"), 0, 25, 0.4, 2.2))";
    const auto to = [&](const char* stage, Text label, const char* colour) {
        return StyleClass{std::string(R"("estate_id" <> '*' AND "stage" = ')") + stage + "'", translate(label),
                          gis::line({colour, 0.8, false, width})};
    };
    return gis::by_rule({to("primary", Text::style_to_primary, blue), to("junior", Text::style_to_junior, violet)}) +
           gis::display_expression(R"("estate_id" || ' - ' || "school_id")");
}

/// The size is what the gap grows by.
std::string affected_body()
{
    const std::string growth = R"(coalesce("gap_m2_after" - "gap_m2_before", 0))";
    const std::string size = "scale_linear(sqrt(max(0, " + growth + ")), 0, 60, 2.4, 7)";
    return gis::by_rule({{R"("estate_id" <> '*' AND )" + growth + " > 0", translate(Text::style_gap_grows),
                          gis::marker({red, 2.4, size, "circle", "255,255,255,255"})},
                         {R"("estate_id" <> '*' AND )" + growth + " <= 0", translate(Text::style_gap_same),
                          gis::marker({green, 2.4, "", "circle", "255,255,255,255"})}}) +
           gis::labels({R"("school_id")", 7.0, "30,30,30,255", street_scale, false, false}) +
           gis::display_expression(R"("estate_id" || ': ' || "school_id")");
}

gis::LayerStyle map_style(const char* layer, Text title, Text group, std::string body)
{
    return {layer, translate(title), translate(group), std::move(body), true, true};
}

/// One has to ask for it: it would hide what lies below.
gis::LayerStyle hidden(gis::LayerStyle style)
{
    style.visible = false;
    return style;
}

gis::LayerStyle table_style(const char* layer, Text title)
{
    return {layer, translate(title), translate(Text::style_group_checks), "", false, true};
}

} // namespace

std::vector<gis::LayerStyle> issue_styles()
{
    return {map_style("data_issues", Text::style_data_issues, Text::style_group_checks, issue_body())};
}

std::vector<gis::LayerStyle> site_styles()
{
    return {map_style("schools_affected", Text::style_schools_affected, Text::style_group_sites, affected_body()),
            map_style("site_links", Text::style_site_links, Text::style_group_sites, site_link_body()),
            map_style("sites", Text::style_sites, Text::style_group_sites, site_body()),
            // of the whole city
            hidden(map_style("data_issues", Text::style_data_issues, Text::style_group_checks, issue_body())),
            table_style("summary", Text::style_summary)};
}

std::vector<gis::LayerStyle> result_styles()
{
    return {map_style("schools", Text::style_schools, Text::style_group_gaps, school_body()),
            map_style("gate_options", Text::style_gate_options, Text::style_group_gaps, gate_option_body()),
            map_style("venues", Text::style_venues, Text::style_group_gaps, venue_body()),
            map_style("links", Text::style_links, Text::style_group_gaps, link_body()),
            map_style("unreached", Text::style_unreached, Text::style_group_gaps, unreached_body()),
            map_style("bottlenecks", Text::style_bottlenecks, Text::style_group_gaps, bottleneck_body()),
            hidden(map_style("walk_areas", Text::style_walk_areas, Text::style_group_gaps, walk_area_body())),
            map_style("fields", Text::style_fields, Text::style_group_grounds, field_body()),
            map_style("campuses", Text::style_campuses, Text::style_group_grounds, campus_body()),
            map_style("phasing", Text::style_phasing, Text::style_group_estates, phasing_body()),
            map_style("residential", Text::style_residential, Text::style_group_estates, residential_body()),
            map_style("districts", Text::style_districts, Text::style_group_city, district_body()),
            map_style("streets", Text::style_streets, Text::style_group_city, street_body()),
            map_style("data_issues", Text::style_data_issues, Text::style_group_checks, issue_body()),
            table_style("stages", Text::style_stages),
            table_style("certificate", Text::style_certificate),
            table_style("ledger", Text::style_ledger),
            table_style("future_gaps", Text::style_future_gaps),
            table_style("summary", Text::style_summary)};
}

std::vector<gis::LayerStyle> merged_styles()
{
    std::vector<gis::LayerStyle> styles = result_styles();
    for (gis::LayerStyle& style : styles) {
        if (style.layer == "schools") {
            style.maplayer_body = school_body(dots_further_out(province_scale));
        } else if (style.layer == "venues") {
            style.maplayer_body = venue_body(province_scale);
        } else if (style.layer == "gate_options") {
            style.maplayer_body = gate_option_body(province_scale);
        } else if (style.layer == "links") {
            style.maplayer_body = link_body(province_scale);
        } else if (style.layer == "bottlenecks") {
            style.maplayer_body = bottleneck_body(province_scale);
        }
        style.visible = style.visible && style.layer != "data_issues"; // each city has many, and they hide the schools
    }
    styles.back() = table_style("cities", Text::style_cities);
    styles.push_back(table_style("summary", Text::style_sums));
    return styles;
}

} // namespace fieldgap
