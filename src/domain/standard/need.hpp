#pragma once
// How much ground a school needs, and how its ground is shared between its stages (docs/rules.md rule 3, docs/standards.md 1.4).

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"
#include "domain/city/stage.hpp"

#include <cstdint>
#include <optional>

namespace fieldgap {

/// Weight per pupil of each stage with pupils, 0 for the others. By `weights`: primary 1, junior 1.1, senior 1.32; without primary pupils
/// junior 1, senior 1.2; a single stage 1. By `required`: R(n) / n of the stage (one without a standard then has no share).
PerStage<double> stage_weights(const PerStage<double>& pupils, const Standard& standard);

/// What the pupils of one school need.
struct Need
{
    PerStage<std::int64_t> pupils{};
    PerStage<double> weight{};
    double weighted_pupils = 0.0;      ///< W = sum of w x n
    std::optional<ExactArea> required; ///< W x the largest R_s(n_s) / (w_s n_s); none where no stage with pupils has a standard

    /// Share of a stage in the school's ground, 0..1.
    double share(Stage stage) const;
};

Need need(const PerStage<std::int64_t>& pupils, const Standard& standard);

/// R(n) / n of a stage. Where nobody is enrolled, or it is not known how many, it is known only where it is the same for any number of
/// them.
std::optional<double> standard_m2_per_pupil(const Standard& standard, Stage stage, const std::optional<std::int64_t>& pupils);

/// Need::required where pupils are parts of a pupil too (those of an estate that is still to be built). Never falls when pupils are added
/// where required_never_falls says so.
std::optional<ExactArea> required_area(const PerStage<double>& pupils, const Standard& standard);

/// Whether no school needs less when pupils are added. So where ground is split by `required` (the sum of R), and by `weights` where no
/// stage needs less per pupil the more it has: W x max (R / w n) then grows, and a change of the weights' scale cancels out. A constant
/// weighs most on few pupils: the few of one stage of a combined school then ask, by their small share of its ground, for much of the other
/// stage too, and more of them ask for less.
bool required_never_falls(const Standard& standard);

/// A bound from below of required_area that never falls when pupils are added: where that may fall, the sum of R over the stages, which no
/// split of the ground can do without.
std::optional<ExactArea> least_required_area(const PerStage<double>& pupils, const Standard& standard);

} // namespace fieldgap
