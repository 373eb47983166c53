#include "layers/styles/forms.hpp"

#include "gis/io/qgis/qgis_form.hpp"
#include "layers/reading/school_sentence.hpp"
#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

std::string heading(const std::string& name)
{
    return "<b>[% " + gis::html_escaped(name) + " %]</b><br/>";
}

std::vector<gis::FormTab> school_tabs(bool has_register)
{
    std::vector<gis::FormTab> tabs = {
        {translate(Text::form_figures),
         {"school_id", "name", "district", "stage", "status", "enrol_primary", "enrol_junior", "enrol_senior", "enrol_total", "own_m2",
          "required_m2", "per_student_m2", "standard_m2", "gap_m2", "surplus_m2", "residual_m2", "per_student_after_m2", "status_after"},
         ""},
        {translate(Text::form_closing),
         {"rent_m2", "share_m2", "basement_m2", "expand_m2", "shared_out_m2", "cost", "venues_in_reach", "nearest_venue_id",
          "nearest_venue_s", "certainty", "flips_at_m_per_min"},
         ""},
        {translate(Text::relation_ledger), {}, "school_ledger"},
        {translate(Text::relation_links), {}, "school_links"},
        {translate(Text::relation_given), {}, "school_given"},
        {translate(Text::relation_stages), {}, "school_stages"},
        {translate(Text::relation_indicators), {}, "school_indicators"},
        {translate(Text::relation_fields), {}, "school_fields"},
        {translate(Text::relation_future_gaps), {}, "school_future_gaps"},
        {translate(Text::form_notes),
         {"outdoor_m2", "indoor_m2", "special_m2", "own_source", "drawn_m2", "ratio", "basement_usable_m2", "expand_possible_m2", "rural",
          "dense", "parent_id", "entry_source", "mean_class_primary", "mean_class_junior", "over_class", "over_size"},
         ""}};
    if (has_register) {
        tabs.insert(tabs.begin() + 1, {translate(Text::relation_issues), {}, "school_issues"});
    }
    return tabs;
}

std::string school_form(Cities cities, bool has_register)
{
    return gis::tabbed_form(school_tabs(has_register)) +
           gis::map_tip(heading(R"(coalesce("name", "school_id"))") + "[% " + gis::html_escaped(school_sentence(cities)) + " %]");
}

std::string venue_form()
{
    return gis::tabbed_form({{translate(Text::form_venue),
                              {"venue_id", "name", "kind", "area_m2", "schools_in_reach", "rented_m2", "left_m2", "shadow_m2",
                               "entry_source", "price_per_m2", "rentable"},
                              ""},
                             {translate(Text::relation_users), {}, "venue_links"}}) +
           gis::map_tip(heading(R"(coalesce("name", "venue_id"))") + "[% " + gis::html_escaped(venue_sentence()) + " %]");
}

} // namespace

void add_forms(std::vector<gis::LayerStyle>& styles, Cities cities, bool has_register)
{
    for (gis::LayerStyle& style : styles) {
        if (style.layer == "schools") {
            style.form = school_form(cities, has_register);
        } else if (style.layer == "venues") {
            style.form = venue_form();
        }
    }
}

} // namespace fieldgap
