#pragma once
// The new school that pupils without a seat would need (docs/standards.md 3.1, SE-16).

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"

namespace fieldgap {

struct NewSchool
{
    PerStage<std::int64_t> classes{}; ///< ceil(pupils / max_class_size)
    double field_m2 = 0.0;
    double reward_yuan = 0.0;

    std::int64_t all_classes() const { return classes[Stage::primary] + classes[Stage::junior]; }
};

/// field_m2: over the stages, the smallest standard set with at least these classes (beyond 36 classes: full sets of 36 and one for the
/// rest), or the standard x pupils where that is more. reward: 150,000 yuan for each primary class, 250,000 for each junior class.
NewSchool new_school_for(const PerStage<ExactPupils>& pupils, const Limits& limits, const Standard& standard);

} // namespace fieldgap
