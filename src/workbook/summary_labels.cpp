#include "workbook/summary_labels.hpp"

#include "words/words.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;

struct KeyLabel
{
    std::string_view key;
    Text label;
};

constexpr std::array<KeyLabel, 60> labels = {{
    {"schools", Text::label_schools},
    {"schools.meets", Text::label_schools_meets},
    {"schools.near", Text::label_schools_near},
    {"schools.short", Text::label_schools_short},
    {"schools.unknown", Text::label_schools_unknown},
    {"schools.none", Text::label_schools_none},
    {"schools.branch", Text::label_schools_branch},
    {"pupils", Text::label_pupils},
    {"own_m2", Text::label_own_m2},
    {"required_m2", Text::label_required_m2},
    {"gap_m2", Text::label_gap_m2},
    {"net_m2", Text::label_net_m2},
    {"surplus_m2", Text::label_surplus_m2},
    {"given_m2.rent", Text::label_given_m2_rent},
    {"given_m2.share", Text::label_given_m2_share},
    {"given_m2.basement", Text::label_given_m2_basement},
    {"given_m2.expand", Text::label_given_m2_expand},
    {"given_m2", Text::label_given_m2},
    {"residual_m2", Text::label_residual_m2},
    {"bound_m2", Text::label_bound_m2},
    {"optimality_gap_m2", Text::label_optimality_gap_m2},
    {"cost", Text::label_cost},
    {"mean_primary", Text::label_mean_primary},
    {"cv_primary", Text::label_cv_primary},
    {"mean_primary_after", Text::label_mean_primary_after},
    {"cv_primary_after", Text::label_cv_primary_after},
    {"mean_junior", Text::label_mean_junior},
    {"cv_junior", Text::label_cv_junior},
    {"mean_junior_after", Text::label_mean_junior_after},
    {"cv_junior_after", Text::label_cv_junior_after},
    {"venues", Text::label_venues},
    {"venues_rented", Text::label_venues_rented},
    {"links.rent", Text::label_links_rent},
    {"links.share", Text::label_links_share},
    {"gate_options.best", Text::label_gate_options_best},
    {"venue_options.gain_m2", Text::label_venue_options_gain_m2},
    {"venue_options.bound_m2", Text::label_venue_options_bound_m2},
    {"venue_options.proven", Text::label_venue_options_proven},
    {"minutes", Text::label_minutes},
    {"speed_m_per_min", Text::label_speed_m_per_min},
    {"estates", Text::label_estates},
    {"estates.planned", Text::label_estates_planned},
    {"estates.covered", Text::label_estates_covered},
    {"estates.not_covered", Text::label_estates_not_covered},
    {"estates.cover_unknown", Text::label_estates_cover_unknown},
    {"estates.primary_in_10_min", Text::label_estates_primary_in_10_min},
    {"estates.junior_in_15_min", Text::label_estates_junior_in_15_min},
    {"estates.pass", Text::label_estates_pass},
    {"estates.conditional", Text::label_estates_conditional},
    {"estates.fail", Text::label_estates_fail},
    {"estates.unknown", Text::label_estates_unknown},
    {"rural.hard_m2", Text::label_rural_hard_m2},
    {"rural.soft_m2", Text::label_rural_soft_m2},
    {"rural.unknown_m2", Text::label_rural_unknown_m2},
    {"rural.target_m2", Text::label_rural_target_m2},
    {"rural.done_m2", Text::label_rural_done_m2},
    {"rural.rate", Text::label_rural_rate},
    {"data_issues.error", Text::label_data_issues_error},
    {"data_issues.warning", Text::label_data_issues_warning},
    {"data_issues.info", Text::label_data_issues_info},
}};

} // namespace

std::string label_of(std::string_view key)
{
    const auto* const found = std::find_if(labels.begin(), labels.end(), [key](const KeyLabel& one) { return one.key == key; });
    return found == labels.end() ? std::string() : words::translate(found->label);
}

} // namespace fieldgap
