#include "domain/need.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Weight per pupil by the stages of a school: the national rule for nine-year, complete and twelve-year schools (domain.md 1.4).
constexpr PerStage<double> with_primary = {{1.0, 1.1, 1.32}};
constexpr PerStage<double> without_primary = {{0.0, 1.0, 1.2}};
constexpr PerStage<double> one_stage = {{1.0, 1.0, 1.0}};

const PerStage<double>& weights_of_type(const PerStage<std::int64_t>& pupils)
{
    const auto stages = std::count_if(all_stages.begin(), all_stages.end(), [&](Stage stage) { return pupils[stage] > 0; });
    if (stages <= 1) {
        return one_stage;
    }
    return pupils[Stage::primary] > 0 ? with_primary : without_primary;
}

} // namespace

PerStage<double> stage_weights(const PerStage<std::int64_t>& pupils, const Standard& standard)
{
    PerStage<double> weight;
    for (const Stage stage : all_stages) {
        if (pupils[stage] > 0) {
            weight[stage] = standard.split == Split::required ? standard.m2_per_pupil[stage].value_or(0.0) : weights_of_type(pupils)[stage];
        }
    }
    return weight;
}

double Need::share(Stage stage) const
{
    return weighted_pupils > 0.0 ? weight[stage] * static_cast<double>(pupils[stage]) / weighted_pupils : 0.0;
}

Need need(const PerStage<std::int64_t>& pupils, const Standard& standard)
{
    Need result;
    result.pupils = pupils;
    result.weight = stage_weights(pupils, standard);
    std::optional<double> binding_m2_per_weight;
    for (const Stage stage : all_stages) {
        result.weighted_pupils += result.weight[stage] * static_cast<double>(pupils[stage]);
        if (standard.m2_per_pupil[stage] && result.weight[stage] > 0.0) {
            binding_m2_per_weight = std::max(binding_m2_per_weight.value_or(0.0), *standard.m2_per_pupil[stage] / result.weight[stage]);
        }
    }
    if (binding_m2_per_weight) {
        result.required = ExactArea::rounded(gis::SquareMetres(result.weighted_pupils * *binding_m2_per_weight));
    }
    return result;
}

} // namespace fieldgap
