#include "verify/checks/need.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap::verify {
namespace {

/// The national rule (docs/standards.md 1.4).
double weight_of(Stage stage, const PerStage<double>& pupils)
{
    const auto stages = std::count_if(all_stages.begin(), all_stages.end(), [&](Stage one) { return pupils[one] > 0.0; });
    if (stages <= 1) {
        return 1.0;
    }
    const PerStage<double> with_primary = {{1.0, 1.1, 1.32}};
    const PerStage<double> without_primary = {{0.0, 1.0, 1.2}};
    return (pupils[Stage::primary] > 0.0 ? with_primary : without_primary)[stage];
}

} // namespace

Need need_of(const Result& result, std::uint32_t school)
{
    const Rules& rules = result.rules();
    Need need;
    for (const std::uint32_t row : result.stages_of_school[school]) {
        if (const auto stage = named<Stage>(stage_names, result.stages[row].stage)) {
            need.pupils[*stage] = result.stages[row].pupils.value_or(0.0);
        }
    }
    double m2_per_weight = -1.0;
    for (const Stage stage : all_stages) {
        if (need.pupils[stage] > 0.0) {
            const auto each_m2 = rules.m2_per_pupil(stage, need.pupils[stage]);
            need.weight[stage] = rules.splits_by_required ? each_m2.value_or(0.0) : weight_of(stage, need.pupils);
            m2_per_weight = each_m2 && need.weight[stage] > 0.0 ? std::max(m2_per_weight, *each_m2 / need.weight[stage]) : m2_per_weight;
        }
        need.weighted_pupils += need.weight[stage] * need.pupils[stage];
    }
    if (m2_per_weight >= 0.0) {
        need.required_m2 = need.weighted_pupils * m2_per_weight;
    }
    return need;
}

std::string_view status_of(Area ground, Area required, double floor)
{
    constexpr std::int64_t millionths = 1'000'000;
    if (ground >= required) {
        return "meets";
    }
    // Whole m2 first: hundredths times a million may be beyond counting.
    const auto floor_millionths = std::llround(floor * static_cast<double>(millionths));
    const auto left = static_cast<long double>(ground) * millionths;
    return left >= static_cast<long double>(required) * static_cast<long double>(floor_millionths) ? "near" : "short";
}

Area ground_after(const SchoolRow& school)
{
    return school.own.value_or(0) - school.shared_out.value_or(0) + school.received();
}

} // namespace fieldgap::verify
