#include "domain/screening/report_estates.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/stage_word.hpp"
#include "domain/seats/estate_pupils.hpp"

#include <algorithm>

namespace fieldgap {

namespace {

void report_numbers(const Estate& estate, std::string_view layer, std::span<const DwellingYield> yields, const EstateSettings& settings,
                    Findings& findings)
{
    const gis::Geometry where = estate.ground.empty() && estate.at ? gis::Geometry(*estate.at) : gis::Geometry(estate.ground);
    const auto pupils = estate_pupils(estate, yields, settings);
    for (const Stage stage : compulsory_stages) {
        if (!pupils[stage].pupils) {
            findings.push_back({IssueCode::estate_pupils_unknown, std::string(layer), estate.id, where, {stage_word(stage)}});
        }
    }
    const bool is_listed =
        std::any_of(yields.begin(), yields.end(), [&](const DwellingYield& row) { return row.dwelling == estate.dwelling; });
    if (!yields.empty() && !estate.dwelling.empty() && !is_listed) {
        findings.push_back({IssueCode::dwelling_unknown, std::string(layer), estate.id, where, {estate.dwelling}});
    }
    if (!estate.first_phase_year) {
        findings.push_back({IssueCode::first_year_missing, std::string(layer), estate.id, where, {}});
    }
}

} // namespace

void report_estates(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, const EstateWalks& walks, std::string_view layer,
                    Findings& findings)
{
    const Settings& settings = analysed.settings;
    report_no_entry(analysed, walks, layer, findings);
    for (std::size_t e = 0; e < walks.entries.size(); ++e) {
        report_parts_without_gate(walks.entries[e], walks.estates[e].id, layer, findings);
    }
    report_catchments(analysed, schools, findings);
    for (const Estate& estate : walks.estates) {
        if (estate.phase == EstatePhase::planned) {
            report_numbers(estate, layer, analysed.city.yields, settings.estates, findings);
        }
    }
}

} // namespace fieldgap
