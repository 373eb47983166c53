#include "domain/seats/estate_pupils.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

constexpr double per_thousand = 1000.0;

std::optional<double> usable(const std::optional<double>& number)
{
    return number && std::isfinite(*number) && *number >= 0.0 ? number : std::nullopt;
}

std::optional<double> quotient(double of, const std::optional<double>& by)
{
    return by && *by > 0.0 ? std::optional(of / *by) : std::nullopt;
}

std::optional<double> largest_yield(const Estate& estate, Stage stage, std::span<const DwellingYield> yields)
{
    std::optional<double> most;
    for (const DwellingYield& row : yields) {
        const auto value = usable(row.per_dwelling[stage]);
        if (!estate.dwelling.empty() && row.dwelling == estate.dwelling && value) {
            most = std::max(most.value_or(0.0), *value);
        }
    }
    return most;
}

StagePupils stage_pupils(const Estate& estate, Stage stage, std::span<const DwellingYield> yields, const EstateSettings& settings)
{
    const auto households = usable(estate.households);
    const double rate = settings.pupils_per_1000[stage] / per_thousand;
    if (const auto given = usable(estate.pupils[stage])) {
        return {given, PupilSource::given, quotient(*given, households)};
    }
    if (const auto yield = largest_yield(estate, stage, yields); yield && households) {
        return {*households * *yield, PupilSource::yields, yield};
    }
    if (const auto population = usable(estate.population)) {
        return {*population * rate, PupilSource::population, quotient(*population * rate, households)};
    }
    const double per_household = settings.persons_per_household * rate;
    if (households) {
        return {*households * per_household, PupilSource::households, per_household};
    }
    return {std::nullopt, PupilSource::households, std::nullopt};
}

/// Of the latest row that is not later than `age`; before the first row: none. Absent where the type has no row of this stage.
std::optional<double> yield_at(const Estate& estate, Stage stage, std::int64_t age, std::span<const DwellingYield> yields)
{
    std::optional<double> value;
    std::optional<std::int64_t> latest;
    for (const DwellingYield& row : yields) {
        const auto of_row = usable(row.per_dwelling[stage]);
        if (row.dwelling != estate.dwelling || !of_row) {
            continue;
        }
        value = value.value_or(0.0);
        if (row.year <= age && (!latest || row.year >= *latest)) {
            latest = row.year;
            value = of_row;
        }
    }
    return value;
}

} // namespace

PerStage<StagePupils> estate_pupils(const Estate& estate, std::span<const DwellingYield> yields, const EstateSettings& settings)
{
    PerStage<StagePupils> pupils;
    for (const Stage stage : compulsory_stages) {
        pupils[stage] = stage_pupils(estate, stage, yields, settings);
    }
    return pupils;
}

PerStage<std::optional<double>> pupils_of_households(const PerStage<StagePupils>& pupils, double households)
{
    PerStage<std::optional<double>> result;
    for (const Stage stage : compulsory_stages) {
        if (pupils[stage].per_household) {
            result[stage] = *pupils[stage].per_household * households;
        }
    }
    return result;
}

std::optional<double> pupils_in_year(const Estate& estate, Stage stage, std::int64_t year, std::span<const DwellingYield> yields,
                                     const EstateSettings& settings)
{
    if (estate.first_phase_year && year < *estate.first_phase_year) {
        return 0.0;
    }
    const StagePupils pupils = stage_pupils(estate, stage, yields, settings);
    if (pupils.source != PupilSource::yields) {
        return pupils.pupils;
    }
    if (!estate.first_phase_year) {
        return std::nullopt;
    }
    const auto yield = yield_at(estate, stage, year - *estate.first_phase_year, yields);
    return yield ? std::optional(*yield * *estate.households) : std::nullopt;
}

} // namespace fieldgap
