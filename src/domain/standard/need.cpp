#include "domain/standard/need.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Weight per pupil by the stages of a school: the national rule for nine-year, complete and twelve-year schools (docs/standards.md 1.4).
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

namespace {

std::optional<ExactArea> required_by_weight(const PerStage<double>& weight, double weighted_pupils, const Standard& standard)
{
    std::optional<double> binding_m2_per_weight;
    for (const Stage stage : all_stages) {
        if (standard.m2_per_pupil[stage] && weight[stage] > 0.0) {
            binding_m2_per_weight = std::max(binding_m2_per_weight.value_or(0.0), *standard.m2_per_pupil[stage] / weight[stage]);
        }
    }
    return binding_m2_per_weight ? std::optional(ExactArea::rounded(gis::SquareMetres(weighted_pupils * *binding_m2_per_weight)))
                                 : std::nullopt;
}

} // namespace

Need need(const PerStage<std::int64_t>& pupils, const Standard& standard)
{
    Need result;
    result.pupils = pupils;
    result.weight = stage_weights(pupils, standard);
    for (const Stage stage : all_stages) {
        result.weighted_pupils += result.weight[stage] * static_cast<double>(pupils[stage]);
    }
    result.required = required_by_weight(result.weight, result.weighted_pupils, standard);
    return result;
}

std::optional<ExactArea> required_area(const PerStage<double>& pupils, const Standard& standard)
{
    PerStage<std::int64_t> is_there;
    for (const Stage stage : all_stages) {
        is_there[stage] = pupils[stage] > 0.0 ? 1 : 0;
    }
    const PerStage<double> weight = stage_weights(is_there, standard);
    double weighted_pupils = 0.0;
    for (const Stage stage : all_stages) {
        weighted_pupils += weight[stage] * pupils[stage];
    }
    return required_by_weight(weight, weighted_pupils, standard);
}

} // namespace fieldgap
