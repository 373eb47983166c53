#include "domain/screening/estate_results.hpp"
#include "domain/city/issue_code.hpp"

namespace fieldgap {
namespace {

bool is_uninhabited(const EstateRow& row)
{
    return !row.pupils[Stage::primary].pupils && !row.pupils[Stage::junior].pupils;
}

void report_existing_without_pupils(const City& city, const EstateTable& table, Findings& findings)
{
    std::size_t existing = 0;
    std::size_t without = 0;
    for (std::size_t e = 0; e < city.estates.size(); ++e) {
        const bool is_existing = city.estates[e].phase == EstatePhase::existing;
        existing += is_existing ? 1U : 0U;
        without += is_existing && is_uninhabited(table.rows[e]) ? 1U : 0U;
    }
    if (without > 0) {
        Finding finding{IssueCode::estates_without_pupils, "residential", "", {}, {}};
        finding.values.emplace_back(without);
        finding.values.emplace_back(existing);
        findings.push_back(std::move(finding));
    }
}

} // namespace

EstateResults results_of_estates(const AnalysedCity& analysed, Findings& findings)
{
    const City& city = analysed.city;
    EstateResults estates;
    if (!city.estates.empty() || !city.catchments.empty()) {
        estates.table = serve_estates(analysed, findings);
        report_existing_without_pupils(city, estates.table, findings);
    }
    estates.phasing = phasing(city, estates.table, analysed.settings, findings);
    estates.projection = projected_gaps(analysed, estates.table);
    return estates;
}

} // namespace fieldgap
