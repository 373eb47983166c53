#include "layers/rows/sports_areas.hpp"

#include "domain/city/issue_code.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace fieldgap {
namespace {

constexpr double alike = 0.05; // figures for each pupil are rounded, and pupils may be counted twice a year
constexpr std::string_view by_pupils_name = "sports_m2_per_pupil x pupils";
constexpr std::string_view parts_name = "outdoor_m2 + indoor_m2";

/// Of all stages that the school has; nothing where one is missing.
std::optional<std::int64_t> all_pupils(const School& school)
{
    std::int64_t sum = 0;
    for (const Stage stage : all_stages) {
        if (school.has_stage[stage] && !school.pupils[stage]) {
            return std::nullopt;
        }
        sum += school.pupils[stage].value_or(0);
    }
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

bool are_unlike(double one_m2, double other_m2)
{
    return std::fabs(one_m2 - other_m2) > alike * std::max(one_m2, other_m2);
}

void report_unlike(const School& school, double sports_m2, std::string_view other, double other_m2, std::string_view used,
                   Findings& findings)
{
    findings.push_back({IssueCode::sports_area_differs, "schools", school.id, school.at, {sports_m2, other, other_m2, used}});
}

void report_by_pupils(const School& school, double m2_per_pupil, std::int64_t pupils, Findings& findings)
{
    Finding finding{IssueCode::sports_area_by_pupils, "schools", school.id, school.at, {}};
    finding.values.emplace_back(m2_per_pupil);
    finding.values.emplace_back(pupils);
    finding.values.emplace_back(m2_per_pupil * static_cast<double>(pupils));
    findings.push_back(std::move(finding));
}

/// The whole area, as given or by pupils.
std::optional<double> whole_area_m2(const School& school, Findings& findings)
{
    const auto pupils = school.sports_m2_per_pupil ? all_pupils(school) : std::nullopt;
    if (!pupils) {
        return school.sports_m2;
    }
    const double by_pupils_m2 = *school.sports_m2_per_pupil * static_cast<double>(*pupils);
    if (!school.sports_m2) {
        report_by_pupils(school, *school.sports_m2_per_pupil, *pupils, findings);
        return by_pupils_m2;
    }
    if (are_unlike(*school.sports_m2, by_pupils_m2)) {
        report_unlike(school, *school.sports_m2, by_pupils_name, by_pupils_m2, "sports_m2", findings);
    }
    return school.sports_m2;
}

void settle(School& school, double whole_m2, Findings& findings)
{
    const double parts_m2 = school.outdoor_m2.value_or(0.0) + school.indoor_m2.value_or(0.0);
    const bool has_both = school.outdoor_m2 && school.indoor_m2;
    if (has_both ? are_unlike(whole_m2, parts_m2) : parts_m2 > whole_m2 && are_unlike(whole_m2, parts_m2)) {
        report_unlike(school, whole_m2, parts_name, parts_m2, parts_name, findings);
    }
    const double rest_m2 = std::max(0.0, whole_m2 - parts_m2);
    if (!school.outdoor_m2 && !school.indoor_m2) {
        school.outdoor_m2 = whole_m2;
        school.indoor_m2 = 0.0;
        school.indoor_in_outdoor = true;
    } else if (!has_both) {
        (school.outdoor_m2 ? school.indoor_m2 : school.outdoor_m2) = rest_m2;
    }
}

} // namespace

void settle_sports_areas(std::vector<School>& schools, Findings& findings)
{
    for (School& school : schools) {
        if (const auto whole_m2 = whole_area_m2(school, findings)) {
            settle(school, *whole_m2, findings);
        }
    }
}

} // namespace fieldgap
