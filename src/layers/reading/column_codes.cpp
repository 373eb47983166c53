#include "layers/reading/column_codes.hpp"

#include "words/words.hpp"

namespace fieldgap {
namespace {

using words::Text;

struct Code
{
    const char* value;
    Text word;
};
constexpr Code codes_of_status[] = {
    {"meets", Text::style_meets},     {"near", Text::style_near}, {"short", Text::style_short},
    {"unknown", Text::style_unknown}, {"none", Text::style_none}, {"branch", Text::style_branch},
};
constexpr Code codes_of_own_source[] = {
    {"official", Text::value_official},
    {"drawn", Text::value_drawn},
};
constexpr Code codes_of_certainty[] = {
    {"firm", Text::value_firm},
    {"fragile", Text::value_fragile},
};
constexpr Code codes_of_channel[] = {
    {"share", Text::style_share},
    {"rent", Text::style_rent},
    {"basement", Text::value_basement},
    {"expand", Text::value_expand},
};
constexpr Code codes_of_reason[] = {
    {"too_far", Text::style_too_far},
    {"detour", Text::style_detour},
    {"not_connected", Text::style_not_connected},
    {"no_entry", Text::style_no_entry},
};
constexpr Code codes_of_severity[] = {
    {"error", Text::style_error},
    {"warning", Text::style_warning},
    {"info", Text::style_info},
};
constexpr Code codes_of_verdict[] = {
    {"pass", Text::style_pass},
    {"conditional", Text::style_conditional},
    {"fail", Text::style_fail},
    {"unknown", Text::style_verdict_unknown},
};
constexpr Code codes_of_phase[] = {
    {"existing", Text::value_existing},
    {"planned", Text::value_planned},
};
constexpr Code codes_of_access[] = {
    {"walked", Text::value_walked},
    {"private", Text::value_private},
};
constexpr Code codes_of_entry_source[] = {
    {"gate", Text::value_gate},
    {"osm", Text::value_osm},
    {"outline", Text::value_outline},
    {"point", Text::value_point},
};
constexpr Code codes_of_basis[] = {
    {"own_outdoor", Text::value_own_outdoor},
    {"own_indoor", Text::value_own_indoor},
    {"own_special", Text::value_own_special},
    {"official", Text::value_own_official},
    {"rent", Text::value_rent},
    {"share", Text::value_share},
    {"basement", Text::value_basement},
    {"expand", Text::value_expand},
    {"unassigned", Text::value_unassigned},
};
constexpr Code codes_of_fields_kind[] = {
    {"outdoor", Text::style_outdoor},
    {"indoor", Text::style_indoor},
    {"special", Text::style_special},
};
constexpr Code codes_of_gate_options_kind[] = {
    {"gate", Text::style_option_gate},
    {"link", Text::style_option_link},
};
constexpr Code codes_of_stages_stage[] = {
    {"primary", Text::value_primary},
    {"junior", Text::value_junior},
    {"senior", Text::value_senior},
};
constexpr Code codes_of_indicator[] = {
    {"teachers_degree", Text::value_teachers_degree},
    {"backbone_teachers", Text::value_backbone_teachers},
    {"arts_sports_teachers", Text::value_arts_sports_teachers},
    {"teaching_rooms_m2", Text::value_teaching_rooms},
    {"sports_area_m2", Text::value_sports_area},
    {"equipment_yuan", Text::value_equipment},
    {"multimedia_rooms", Text::value_multimedia_rooms},
};
constexpr Code codes_of_indicators_state[] = {
    {"met", Text::value_met},
    {"tolerated", Text::value_tolerated},
    {"short", Text::value_state_short},
    {"unknown", Text::value_state_unknown},
};
constexpr Code codes_of_deciding_reading[] = {
    {"same", Text::value_reading_same},
    {"weighted", Text::value_reading_weighted},
    {"plain", Text::value_reading_plain},
    {"rounding", Text::value_reading_rounding},
};
constexpr Code codes_of_certificate_kind[] = {
    {"school", Text::value_school},   {"venue", Text::value_venue},       {"partner", Text::value_partner},
    {"channel", Text::value_channel}, {"district", Text::value_district},
};
constexpr Code codes_of_fate[] = {
    {"counts", Text::value_lease_counts},
    {"lapsed", Text::value_lease_lapsed},
    {"not_in_reach", Text::value_lease_not_in_reach},
    {"rent_is_off", Text::value_lease_rent_is_off},
    {"not_of_regime", Text::value_lease_not_of_regime},
    {"without_need", Text::value_lease_without_need},
    {"not_rentable", Text::value_lease_not_rentable},
};

constexpr Code codes_of_issue_state[] = {
    {"open", Text::style_issue_open},     {"in_work", Text::style_issue_in_work}, {"claimed", Text::style_issue_claimed},
    {"closed", Text::style_issue_closed}, {"overdue", Text::style_issue_overdue}, {"reopened", Text::style_issue_reopened},
};

/// `column` alone holds for each layer that has it.
struct CodedColumn
{
    const char* column;
    std::span<const Code> codes;
};
constexpr CodedColumn coded_columns[] = {
    {"status", codes_of_status},
    {"status_after", codes_of_status},
    {"own_source", codes_of_own_source},
    {"certainty", codes_of_certainty},
    {"channel", codes_of_channel},
    {"reason", codes_of_reason},
    {"severity", codes_of_severity},
    {"verdict", codes_of_verdict},
    {"phase", codes_of_phase},
    {"access", codes_of_access},
    {"entry_source", codes_of_entry_source},
    {"from_source", codes_of_entry_source},
    {"to_source", codes_of_entry_source},
    {"basis", codes_of_basis},
    {"fate", codes_of_fate},
    {"fields.kind", codes_of_fields_kind},
    {"gate_options.kind", codes_of_gate_options_kind},
    {"stages.stage", codes_of_stages_stage},
    {"site_links.stage", codes_of_stages_stage},
    {"certificate.kind", codes_of_certificate_kind},
    {"register.state", codes_of_issue_state},
    {"register.stage", codes_of_stages_stage},
    {"register_history.state", codes_of_issue_state},
    {"register_history.state_before", codes_of_issue_state},
    {"register_runs.stage", codes_of_stages_stage},
    {"strike_off.state", codes_of_issue_state},
    {"indicator", codes_of_indicator},
    {"indicators.state", codes_of_indicators_state},
    {"indicators.stage", codes_of_stages_stage},
    {"indicator_verdicts.stage", codes_of_stages_stage},
    {"variation.stage", codes_of_stages_stage},
    {"deciding_reading", codes_of_deciding_reading},
};

} // namespace

CodeWords words_for_codes(std::string_view column)
{
    CodeWords out;
    for (const CodedColumn& coded : coded_columns) {
        if (column == coded.column) {
            for (const Code& code : coded.codes) {
                out.emplace_back(code.value, words::translate(code.word));
            }
        }
    }
    return out;
}

} // namespace fieldgap
