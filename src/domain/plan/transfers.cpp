#include "domain/plan/transfers.hpp"

#include "domain/city/issue_code.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

double to_cents(double yuan)
{
    return std::round(yuan * 100.0) / 100.0;
}

/// The factors of `[plan] hardship` by district.
class Hardship
{
public:
    Hardship(const Districts& districts, const PlanSettings& plan) : districts_(districts), factors_(plan.hardship_districts) {}

    double factor_of(const DistrictFigures& district) const
    {
        const auto by_name = factors_.find(district.name);
        if (by_name != factors_.end()) {
            return by_name->second;
        }
        const auto by_id = factors_.find(district.id);
        return by_id != factors_.end() && !is_name(district.id) ? by_id->second : 1.0;
    }

    bool is_known(const std::string& word) const { return is_name(word) || is_id(word); }

private:
    bool is_name(const std::string& word) const
    {
        const auto& rows = districts_.rows;
        return std::any_of(rows.begin(), rows.end(), [&](const DistrictFigures& district) { return district.name == word; });
    }

    bool is_id(const std::string& word) const
    {
        const auto& rows = districts_.rows;
        return std::any_of(rows.begin(), rows.end(), [&](const DistrictFigures& district) { return district.id == word; });
    }

    const Districts& districts_;
    const std::map<std::string, double>& factors_;
};

} // namespace

Transfers transfers(const Districts& districts, const PlanSettings& plan)
{
    const Hardship hardship(districts, plan);
    Transfers result;
    for (const DistrictFigures& district : districts.rows) {
        const GroupFigures& figures = district.figures;
        result.of_district.push_back(figures.has_areas ? std::optional(to_cents(figures.cost * hardship.factor_of(district)))
                                                       : std::nullopt);
        if (const auto& yuan = result.of_district.back()) {
            result.total = to_cents(result.total.value_or(0.0) + *yuan);
        }
    }
    return result;
}

void report_hardship(const Districts& districts, const PlanSettings& plan, Findings& findings)
{
    const Hardship hardship(districts, plan);
    for (const auto& [word, factor] : plan.hardship_districts) {
        if (!hardship.is_known(word)) {
            findings.push_back({IssueCode::hardship_district_unknown, "districts", "", {}, {word}});
        }
    }
}

} // namespace fieldgap
