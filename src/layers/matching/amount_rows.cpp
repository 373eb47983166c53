#include "layers/matching/amount_rows.hpp"

#include "layers/matching/row_figures.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// To the square metre and the yuan no two stages are alike by chance; numbers of persons and of rooms may be.
bool is_measured(Indicator indicator)
{
    return indicator == Indicator::teaching_rooms_m2 || indicator == Indicator::equipment_yuan;
}

bool has_only(const SchoolAmount& amount, double value)
{
    const auto& stages = amount.of_stage.values;
    return std::all_of(stages.begin(), stages.end(), [value](const auto& one) { return !one || *one == value; });
}

void add_stage(double value, Stage stage, bool is_measured, SchoolAmount& sum)
{
    const bool is_site = is_measured && value > 0.0 && sum.is_given() && has_only(sum, value) && sum.whole.value_or(value) == value;
    if (is_site) {
        sum = {value, {}};
    } else {
        sum.of_stage[stage] = sum.of_stage[stage].value_or(0.0) + value;
    }
}

} // namespace

void name_stage(const PerStage<bool>& stages, PerIndicator<SchoolAmount>& amounts)
{
    const Stage* only = only_stage(stages);
    if (only == nullptr) {
        return;
    }
    for (SchoolAmount& amount : amounts.values) {
        if (amount.whole) {
            amount.of_stage[*only] = amount.whole;
            amount.whole.reset();
        }
    }
}

void add_amounts(const PerIndicator<SchoolAmount>& part, PerIndicator<SchoolAmount>& sum)
{
    for (const Indicator indicator : all_indicators) {
        const SchoolAmount& given = part[indicator];
        SchoolAmount& amount = sum[indicator];
        for (const Stage stage : all_stages) {
            if (given.of_stage[stage]) {
                add_stage(*given.of_stage[stage], stage, is_measured(indicator), amount);
            }
        }
        if (given.whole) {
            amount.whole = amount.whole.value_or(0.0) + *given.whole;
        }
    }
}

void take_amounts(const PerIndicator<SchoolAmount>& table, PerIndicator<SchoolAmount>& amounts)
{
    for (const Indicator indicator : all_indicators) {
        if (table[indicator].is_given()) {
            amounts[indicator] = table[indicator];
        }
    }
}

} // namespace fieldgap
