#include "layers/indicators/equipment_values.hpp"

#include "domain/city/issue_code.hpp"

#include <algorithm>
#include <optional>

namespace fieldgap {
namespace {

double yuan_of(const SchoolAmount& amount)
{
    double sum = amount.whole.value_or(0.0);
    for (const Stage stage : all_stages) {
        sum += amount.of_stage[stage].value_or(0.0);
    }
    return sum;
}

std::vector<double> yuan_per_pupil(const std::vector<School>& schools)
{
    std::vector<double> values;
    for (const School& school : schools) {
        double pupils = 0.0;
        for (const Stage stage : all_stages) {
            pupils += static_cast<double>(school.pupils[stage].value_or(0));
        }
        const double yuan = yuan_of(school.amounts[Indicator::equipment_yuan]);
        if (pupils > 0.0 && yuan > 0.0) {
            values.push_back(yuan / pupils);
        }
    }
    return values;
}

void forget(SchoolAmount& amount)
{
    if (yuan_of(amount) > 0.0) {
        amount = {};
    }
}

void report_tiny(std::size_t schools, double median_yuan, Findings& findings)
{
    Finding finding{IssueCode::equipment_tiny, "schools", "", {}, {}};
    finding.values.emplace_back(schools);
    finding.values.emplace_back(median_yuan);
    findings.push_back(std::move(finding));
}

} // namespace

void settle_equipment(std::vector<School>& schools, Findings& findings)
{
    constexpr std::size_t fewest = 2;
    constexpr double least_yuan = 10.0;
    std::vector<double> values = yuan_per_pupil(schools);
    if (values.size() < fewest) {
        return;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (*middle < least_yuan) {
        report_tiny(values.size(), *middle, findings);
        for (School& school : schools) {
            forget(school.amounts[Indicator::equipment_yuan]);
        }
    }
}

} // namespace fieldgap
