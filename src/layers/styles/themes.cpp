#include "layers/styles/themes.hpp"

#include "words/words.hpp"

namespace fieldgap {

using words::Text;
using words::translate;

std::vector<gis::MapTheme> result_themes()
{
    return {{translate(Text::theme_gaps), {"schools", "venues", "links", "campuses", "districts", "streets"}},
            {translate(Text::theme_ten_minutes),
             {"schools", "venues", "links", "links_in_reach", "unreached", "walk_areas", "campuses", "districts", "streets"}},
            {translate(Text::theme_bottlenecks),
             {"schools_after", "gate_options", "venue_options", "venues", "links", "bottlenecks", "districts", "streets"}},
            {translate(Text::theme_estates), {"schools", "phasing", "residential", "districts", "streets"}},
            {translate(Text::theme_data_quality), {"data_issues", "schools", "venues", "fields", "campuses", "districts", "streets"}}};
}

std::vector<gis::MapTheme> site_themes()
{
    return {{translate(Text::theme_sites), {"schools_affected", "site_links", "sites"}}};
}

std::vector<gis::Relation> result_relations(Cities cities)
{
    const auto relation = [&](const char* id, Text title, const char* child, const char* child_id, const char* parent,
                              const char* parent_id) {
        gis::Relation made = {id, translate(title), child, parent, {{child_id, parent_id}}};
        if (cities == Cities::many) {
            made.columns.insert(made.columns.begin(), {"city", "city"});
        }
        return made;
    };
    return {relation("school_ledger", Text::relation_ledger, "ledger", "school_id", "schools", "school_id"),
            relation("school_links", Text::relation_links, "links", "from_school", "schools", "school_id"),
            relation("school_given", Text::relation_given, "links", "to_id", "schools", "school_id"),
            relation("school_stages", Text::relation_stages, "stages", "school_id", "schools", "school_id"),
            relation("school_indicators", Text::relation_indicators, "indicators", "school_id", "schools", "school_id"),
            relation("school_fields", Text::relation_fields, "fields", "school_id", "schools", "school_id"),
            relation("school_future_gaps", Text::relation_future_gaps, "future_gaps", "school_id", "schools", "school_id"),
            relation("venue_links", Text::relation_users, "links", "to_id", "venues", "venue_id")};
}

} // namespace fieldgap
