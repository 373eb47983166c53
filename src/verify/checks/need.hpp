#pragma once
// What a school needs, and which part of its ground a stage has (docs/rules.md rule 3).

#include "verify/result/result.hpp"

namespace fieldgap::verify {

struct Need
{
    PerStage<double> pupils;
    PerStage<double> weight;
    double weighted_pupils = 0.0;
    std::optional<double> required_m2; ///< not rounded; absent where no stage with pupils has a standard

    double all_pupils() const { return pupils[Stage::primary] + pupils[Stage::junior] + pupils[Stage::senior]; }
    /// Of the ground of the school.
    double share(Stage stage) const { return weighted_pupils > 0.0 ? weight[stage] * pupils[stage] / weighted_pupils : 0.0; }
};

/// By the pupils that `stages` names.
Need need_of(const Result& result, std::uint32_t school);

/// `meets`, `near` or `short`; the floor is taken to a millionth.
std::string_view status_of(Area ground, Area required, double floor);

/// What a school has after the allocation.
Area ground_after(const SchoolRow& school);

} // namespace fieldgap::verify
