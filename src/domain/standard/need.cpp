#include "domain/standard/need.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// Weight per pupil by the stages of a school: the national rule for nine-year, complete and twelve-year schools (docs/standards.md 1.4).
constexpr PerStage<double> with_primary = {{1.0, 1.1, 1.32}};
constexpr PerStage<double> without_primary = {{0.0, 1.0, 1.2}};
constexpr PerStage<double> one_stage = {{1.0, 1.0, 1.0}};

const PerStage<double>& weights_of_type(const PerStage<double>& pupils)
{
    const auto stages = std::count_if(all_stages.begin(), all_stages.end(), [&](Stage stage) { return pupils[stage] > 0.0; });
    if (stages <= 1) {
        return one_stage;
    }
    return pupils[Stage::primary] > 0.0 ? with_primary : without_primary;
}

/// R(n) / n of a stage with pupils.
std::optional<double> m2_per_pupil(Stage stage, const PerStage<double>& pupils, const Standard& standard)
{
    const auto& of_stage = standard.of_stage[stage];
    return of_stage ? std::optional(of_stage->m2_per_pupil(pupils[stage])) : std::nullopt;
}

double sum_of_weights(const PerStage<double>& weight, const PerStage<double>& pupils)
{
    double sum = 0.0;
    for (const Stage stage : all_stages) {
        sum += weight[stage] * pupils[stage];
    }
    return sum;
}

std::optional<ExactArea> required_by_weight(const PerStage<double>& weight, const PerStage<double>& pupils, const Standard& standard)
{
    std::optional<double> binding_m2_per_weight;
    for (const Stage stage : all_stages) {
        const auto wanted_m2 = weight[stage] > 0.0 ? m2_per_pupil(stage, pupils, standard) : std::nullopt;
        if (wanted_m2) {
            binding_m2_per_weight = std::max(binding_m2_per_weight.value_or(0.0), *wanted_m2 / weight[stage]);
        }
    }
    return binding_m2_per_weight
               ? std::optional(ExactArea::rounded(gis::SquareMetres(sum_of_weights(weight, pupils) * *binding_m2_per_weight)))
               : std::nullopt;
}

} // namespace

PerStage<double> stage_weights(const PerStage<double>& pupils, const Standard& standard)
{
    const bool is_by_required = standard.split == Split::required;
    PerStage<double> weight;
    for (const Stage stage : all_stages) {
        if (pupils[stage] > 0.0) {
            weight[stage] = is_by_required ? m2_per_pupil(stage, pupils, standard).value_or(0.0) : weights_of_type(pupils)[stage];
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
    PerStage<double> counted;
    for (const Stage stage : all_stages) {
        counted[stage] = static_cast<double>(pupils[stage]);
    }
    Need result;
    result.pupils = pupils;
    result.weight = stage_weights(counted, standard);
    result.weighted_pupils = sum_of_weights(result.weight, counted);
    result.required = required_by_weight(result.weight, counted, standard);
    return result;
}

std::optional<double> standard_m2_per_pupil(const Standard& standard, Stage stage, const std::optional<std::int64_t>& pupils)
{
    const std::optional<StageStandard>& of_stage = standard.of_stage[stage];
    const bool has_pupils = pupils && *pupils > 0;
    if (!of_stage || (!has_pupils && !of_stage->is_per_pupil())) {
        return std::nullopt;
    }
    return of_stage->m2_per_pupil(has_pupils ? static_cast<double>(*pupils) : 1.0);
}

std::optional<ExactArea> required_area(const PerStage<double>& pupils, const Standard& standard)
{
    return required_by_weight(stage_weights(pupils, standard), pupils, standard);
}

bool required_never_falls(const Standard& standard)
{
    return standard.split == Split::required || std::all_of(all_stages.begin(), all_stages.end(), [&](Stage stage) {
               return !standard.of_stage[stage] || standard.of_stage[stage]->is_per_pupil();
           });
}

std::optional<ExactArea> least_required_area(const PerStage<double>& pupils, const Standard& standard)
{
    const auto stages = std::count_if(all_stages.begin(), all_stages.end(), [&](Stage stage) { return pupils[stage] > 0.0; });
    if (stages <= 1 || required_never_falls(standard)) {
        return required_area(pupils, standard); // the same to the hundredth, which a sum may miss by rounding
    }
    std::optional<double> sum_m2;
    for (const Stage stage : all_stages) {
        if (standard.of_stage[stage] && pupils[stage] > 0.0) {
            sum_m2 = sum_m2.value_or(0.0) + standard.of_stage[stage]->required_m2(pupils[stage]);
        }
    }
    return sum_m2 ? std::optional(ExactArea::rounded(gis::SquareMetres(*sum_m2))) : std::nullopt;
}

} // namespace fieldgap
