#include "domain/indicators/school_amounts.hpp"

#include <algorithm>
#include <cmath>

namespace fieldgap {
namespace {

std::int64_t hundredths(double amount)
{
    return ExactArea::rounded(gis::SquareMetres(amount)).hundredths();
}

bool has_pupils_at_all(const School& row)
{
    return std::any_of(all_stages.begin(), all_stages.end(), [&](Stage stage) { return row.pupils[stage].value_or(0) > 0; });
}

bool has_pupils_elsewhere(const School& row, Stage stage)
{
    return std::any_of(all_stages.begin(), all_stages.end(),
                       [&](Stage other) { return other != stage && row.pupils[other].value_or(0) > 0; });
}

/// Adds a row's own of the stage, and what it has as a whole: persons of a row of one stage are that stage's.
void add_row(const SchoolAmount& amount, bool is_of_stage, Stage stage, StageAmount& sum)
{
    sum.of_stage += hundredths(amount.of_stage[stage].value_or(0.0));
    (is_of_stage ? sum.of_stage : sum.of_school) += hundredths(amount.whole.value_or(0.0));
}

/// Indoor sports rooms are in the amount of the whole school, and so are those of its branches.
FoundAmount without_indoor_sports(const MeasuredCity& measured, std::size_t main, Stage stage, StageAmount amount)
{
    const bool uses_official = measured.settings.standard.area_source == AreaSource::official;
    const auto& rows = measured.owns.rows_of_main[main];
    const auto hides_indoor =
        std::find_if(rows.begin(), rows.end(), [&](SchoolIndex row) { return measured.city.schools[index(row)].indoor_in_outdoor; });
    const std::optional<double>& indoor_m2 = measured.supplies[main].indoor_m2;
    if (!indoor_m2 || (uses_official && hides_indoor != rows.end())) {
        return {std::nullopt, AmountGap::indoor_unknown, hides_indoor != rows.end() ? *hides_indoor : SchoolIndex(main)};
    }
    amount.of_school -= hundredths(*indoor_m2);
    const StagePart part = stage_part(*measured.needs[main], stage);
    if (!stage_value(amount, part, rule_of(Indicator::teaching_rooms_m2), std::nullopt, 1.0).value) {
        return {std::nullopt, AmountGap::below_indoor, SchoolIndex(main)};
    }
    return {amount, {}, {}};
}

} // namespace

bool has_amount(const MeasuredCity& measured, std::size_t main, Indicator indicator)
{
    const auto& rows = measured.owns.rows_of_main[main];
    return std::any_of(rows.begin(), rows.end(),
                       [&](SchoolIndex row) { return measured.city.schools[index(row)].amounts[indicator].is_given(); });
}

bool has_amounts(const MeasuredCity& measured, std::size_t main)
{
    return std::any_of(all_indicators.begin(), all_indicators.end(),
                       [&](Indicator indicator) { return has_amount(measured, main, indicator); });
}

StagePart stage_part(const Need& need, Stage stage)
{
    constexpr double in_hundredths = 100.0; // the weights have two decimals
    PerStage<double> pupils;
    for (const Stage one : all_stages) {
        pupils[one] = static_cast<double>(need.pupils[one]);
    }
    const PerStage<double> weight = stage_weights(pupils, Standard());
    const auto weighted = [&](Stage one) { return std::llround(weight[one] * in_hundredths) * need.pupils[one]; };
    StagePart part{need.pupils[stage], weighted(stage), 0};
    for (const Stage one : all_stages) {
        part.weighted_school += weighted(one);
    }
    return part;
}

FoundAmount found_amount(const MeasuredCity& measured, std::size_t main, Stage stage, const IndicatorRule& rule)
{
    if (!has_amount(measured, main, rule.indicator)) {
        return {};
    }
    const Need& need = *measured.needs[main];
    const bool is_only_stage = need.pupils[stage] == need.pupils[Stage::primary] + need.pupils[Stage::junior] + need.pupils[Stage::senior];
    const bool are_persons = rule.amount == AmountOf::counted_persons;
    StageAmount sum;
    for (const SchoolIndex position : measured.owns.rows_of_main[main]) {
        const School& row = measured.city.schools[index(position)];
        const SchoolAmount& amount = row.amounts[rule.indicator];
        const bool has_pupils = row.pupils[stage].value_or(0) > 0;
        const bool lacks_stage = has_pupils && !amount.whole && !amount.of_stage[stage];
        const bool lacks_things = !are_persons && !amount.is_given() && has_pupils_at_all(row); // and of what all share a part is missing
        if (lacks_stage || lacks_things) {
            return {std::nullopt, AmountGap::row_missing, position};
        }
        if (has_pupils && are_persons && amount.whole && has_pupils_elsewhere(row, stage)) {
            return {std::nullopt, AmountGap::not_by_stage, position};
        }
        if (!are_persons || has_pupils || is_only_stage) {
            add_row(amount, are_persons, stage, sum);
        }
    }
    return rule.without_indoor_sports ? without_indoor_sports(measured, main, stage, sum) : FoundAmount{sum, {}, {}};
}

} // namespace fieldgap
