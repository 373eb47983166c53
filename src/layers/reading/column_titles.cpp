#include "layers/reading/column_titles.hpp"

#include "words/words.hpp"

#include <string_view>

namespace fieldgap {
namespace {

using words::Text;

struct ColumnTitle
{
    const char* column;
    Text title;
};
constexpr ColumnTitle titles[] = {
    {"city", Text::column_city},
    {"school_id", Text::column_school_id},
    {"name", Text::column_name},
    {"school_name", Text::column_school_name},
    {"district", Text::column_district},
    {"stage", Text::column_stage},
    {"rural", Text::column_rural},
    {"enrol_primary", Text::column_enrol_primary},
    {"enrol_junior", Text::column_enrol_junior},
    {"enrol_senior", Text::column_enrol_senior},
    {"enrol_total", Text::column_enrol_total},
    {"outdoor_m2", Text::column_outdoor_m2},
    {"indoor_m2", Text::column_indoor_m2},
    {"special_m2", Text::column_special_m2},
    {"own_m2", Text::column_own_m2},
    {"own_source", Text::column_own_source},
    {"drawn_m2", Text::column_drawn_m2},
    {"required_m2", Text::column_required_m2},
    {"per_student_m2", Text::column_per_student_m2},
    {"standard_m2", Text::column_standard_m2},
    {"ratio", Text::column_ratio},
    {"status", Text::column_status},
    {"gap_m2", Text::column_gap_m2},
    {"surplus_m2", Text::column_surplus_m2},
    {"venues_in_reach", Text::column_venues_in_reach},
    {"nearest_venue_id", Text::column_nearest_venue_id},
    {"nearest_venue_s", Text::column_nearest_venue_s},
    {"rent_m2", Text::column_rent_m2},
    {"share_m2", Text::column_share_m2},
    {"shared_out_m2", Text::column_shared_out_m2},
    {"basement_m2", Text::column_basement_m2},
    {"expand_m2", Text::column_expand_m2},
    {"residual_m2", Text::column_residual_m2},
    {"cost", Text::column_cost},
    {"entry_source", Text::column_entry_source},
    {"mean_class_primary", Text::column_mean_class_primary},
    {"mean_class_junior", Text::column_mean_class_junior},
    {"over_class", Text::column_over_class},
    {"over_size", Text::column_over_size},
    {"certainty", Text::column_certainty},
    {"flips_at_m_per_min", Text::column_flips_at_m_per_min},
    {"basement_usable_m2", Text::column_basement_usable_m2},
    {"expand_possible_m2", Text::column_expand_possible_m2},
    {"pupils", Text::column_pupils},
    {"per_student_after_m2", Text::column_per_student_after_m2},
    {"per_pupil_after_m2", Text::column_per_pupil_after_m2},
    {"weight", Text::column_weight},
    {"area_m2", Text::column_area_m2},
    {"per_pupil_m2", Text::column_per_pupil_m2},
    {"gap_stage_m2", Text::column_gap_stage_m2},
    {"in_district_figures", Text::column_in_district_figures},
    {"given_m2", Text::column_given_m2},
    {"campus_id", Text::column_campus_id},
    {"campus_m2", Text::column_campus_m2},
    {"field_id", Text::column_field_id},
    {"kind", Text::column_kind},
    {"surface", Text::column_surface},
    {"counted_m2", Text::column_counted_m2},
    {"note", Text::column_note},
    {"venue_id", Text::column_venue_id},
    {"schools_in_reach", Text::column_schools_in_reach},
    {"rented_m2", Text::column_rented_m2},
    {"left_m2", Text::column_left_m2},
    {"shadow_m2", Text::column_shadow_m2},
    {"from_school", Text::column_from_school},
    {"to_id", Text::column_to_id},
    {"channel", Text::column_channel},
    {"walk_s", Text::column_walk_s},
    {"walk_m", Text::column_walk_m},
    {"from_source", Text::column_from_source},
    {"to_source", Text::column_to_source},
    {"crossings", Text::column_crossings},
    {"major_roads", Text::column_major_roads},
    {"minutes", Text::column_minutes},
    {"straight_m", Text::column_straight_m},
    {"reason", Text::column_reason},
    {"option_id", Text::column_option_id},
    {"gain_m2", Text::column_gain_m2},
    {"walk_before_s", Text::column_walk_before_s},
    {"walk_after_s", Text::column_walk_after_s},
    {"highway", Text::column_highway},
    {"access", Text::column_access},
    {"length_m", Text::column_length_m},
    {"bottleneck_id", Text::column_bottleneck_id},
    {"schools", Text::column_schools},
    {"deficit_m2", Text::column_deficit_m2},
    {"reachable_m2", Text::column_reachable_m2},
    {"unmet_m2", Text::column_unmet_m2},
    {"estate_id", Text::column_estate_id},
    {"phase", Text::column_phase},
    {"households", Text::column_households},
    {"pupils_primary", Text::column_pupils_primary},
    {"pupils_junior", Text::column_pupils_junior},
    {"nearest_primary", Text::column_nearest_primary},
    {"walk_primary_m", Text::column_walk_primary_m},
    {"nearest_junior", Text::column_nearest_junior},
    {"walk_junior_m", Text::column_walk_junior_m},
    {"seats_primary", Text::column_seats_primary},
    {"seats_junior", Text::column_seats_junior},
    {"covered", Text::column_covered},
    {"verdict", Text::column_verdict},
    {"reasons", Text::column_reasons},
    {"need", Text::column_need},
    {"legacy", Text::column_legacy},
    {"homes_year", Text::column_homes_year},
    {"plan_year", Text::column_plan_year},
    {"build_year", Text::column_build_year},
    {"handover_year", Text::column_handover_year},
    {"open_year", Text::column_open_year},
    {"years_without", Text::column_years_without},
    {"in_step", Text::column_in_step},
    {"district_id", Text::column_district_id},
    {"mean_primary", Text::column_mean_primary},
    {"cv_primary", Text::column_cv_primary},
    {"mean_junior", Text::column_mean_junior},
    {"cv_junior", Text::column_cv_junior},
    {"schools_meet", Text::column_schools_meet},
    {"schools_near", Text::column_schools_near},
    {"schools_short", Text::column_schools_short},
    {"schools_unknown", Text::column_schools_unknown},
    {"passes", Text::column_passes},
    {"severity", Text::column_severity},
    {"code", Text::column_code},
    {"layer", Text::column_layer},
    {"feature_id", Text::column_feature_id},
    {"message", Text::column_message},
    {"cure", Text::column_cure},
    {"gap_effect_m2", Text::column_gap_effect_m2},
    {"basis", Text::column_basis},
    {"m2", Text::column_m2},
    {"from_id", Text::column_from_id},
    {"rule", Text::column_rule},
    {"lease_no", Text::column_lease_no},
    {"lease_until", Text::column_lease_until},
    {"from_date", Text::column_from_date},
    {"id", Text::column_id},
    {"cut", Text::column_cut},
    {"price_cost", Text::column_price_cost},
    {"price_walk", Text::column_price_walk},
    {"capacity_m2", Text::column_capacity_m2},
    {"price_per_m2", Text::column_price_per_m2},
    {"key", Text::column_key},
    {"value", Text::column_value},
    {"unit", Text::column_unit},
    {"seats_short_primary", Text::column_seats_short_primary},
    {"seats_short_junior", Text::column_seats_short_junior},
    {"extra_required_m2", Text::column_extra_required_m2},
    {"extra_gap_m2", Text::column_extra_gap_m2},
    {"receiving_schools", Text::column_receiving_schools},
    {"needed_classes", Text::column_needed_classes},
    {"needed_field_m2", Text::column_needed_field_m2},
    {"reward", Text::column_reward},
    {"carries_households", Text::column_carries_households},
    {"binding", Text::column_binding},
    {"carries_conditional", Text::column_carries_conditional},
    {"binding_conditional", Text::column_binding_conditional},
    {"candidate_id", Text::column_candidate_id},
    {"chosen", Text::column_chosen},
    {"rank", Text::column_rank},
    {"joint_gain_m2", Text::column_joint_gain_m2},
    {"indicator", Text::column_indicator},
    {"standard", Text::column_threshold},
    {"indicators.ratio", Text::column_value_to_threshold},
    {"indicators.state", Text::column_state},
    {"national_value", Text::column_national_value},
    {"met", Text::column_met},
    {"tolerated", Text::column_tolerated},
    {"short", Text::column_short_of},
    {"unknown", Text::column_unknown},
    {"indicator_verdicts.passes", Text::column_passes_school_rule},
    {"mean_weighted", Text::column_mean_weighted},
    {"cv_weighted", Text::column_cv_weighted},
    {"mean_plain", Text::column_mean_plain},
    {"cv_plain", Text::column_cv_plain},
    {"cv_weighted_rounded", Text::column_cv_weighted_rounded},
    {"cv_plain_rounded", Text::column_cv_plain_rounded},
    {"limit", Text::column_limit},
    {"passes_weighted", Text::column_passes_weighted},
    {"passes_plain", Text::column_passes_plain},
    {"passes_weighted_rounded", Text::column_passes_weighted_rounded},
    {"passes_plain_rounded", Text::column_passes_plain_rounded},
    {"deciding_reading", Text::column_deciding_reading},
};

} // namespace

std::optional<std::string> column_title(std::string_view column)
{
    for (const ColumnTitle& known : titles) {
        if (column == known.column) {
            return words::translate(known.title);
        }
    }
    struct Moment
    {
        std::string_view ending;
        Text title;
    };
    for (const Moment& moment : {Moment{"_before", Text::column_before}, Moment{"_after", Text::column_after}}) {
        const auto of =
            column.ends_with(moment.ending) ? column_title(column.substr(0, column.size() - moment.ending.size())) : std::nullopt;
        if (of) {
            return words::translate(moment.title, {*of});
        }
    }
    return std::nullopt;
}

std::optional<std::string> column_title(const std::string& layer, const std::string& column)
{
    const auto own = column_title(layer + "." + column);
    return own ? own : column_title(column);
}

} // namespace fieldgap
