#pragma once
// How much ground a school needs, and how its ground is shared between its stages (docs/rules.md rule 3, docs/standards.md 1.4).

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"
#include "domain/city/stage.hpp"

#include <cstdint>
#include <optional>

namespace fieldgap {

/// Weight per pupil of each stage with pupils, 0 for the others. By `weights`: primary 1, junior 1.1, senior 1.32; without primary pupils
/// junior 1, senior 1.2; a single stage 1. By `required`: the standard itself (a stage without one then has no share).
PerStage<double> stage_weights(const PerStage<std::int64_t>& pupils, const Standard& standard);

/// What the pupils of one school need.
struct Need
{
    PerStage<std::int64_t> pupils{};
    PerStage<double> weight{};
    double weighted_pupils = 0.0;      ///< W = sum of w x n
    std::optional<ExactArea> required; ///< W x the largest T_s / w_s; none where no stage with pupils has a standard

    /// Share of a stage in the school's ground, 0..1.
    double share(Stage stage) const;
};

Need need(const PerStage<std::int64_t>& pupils, const Standard& standard);

/// Need::required where pupils are parts of a pupil too (those of an estate that is still to be built). Never falls when pupils are added:
/// it is W x max (T_s / w_s), both grow, and a change of the weights' scale cancels out.
std::optional<ExactArea> required_area(const PerStage<double>& pupils, const Standard& standard);

} // namespace fieldgap
