#pragma once

#include <optional>
#include <span>

namespace fieldgap {

/// Pupils and sports area of one school in one stage.
struct StageGround
{
    double pupils = 0.0;
    double area_m2 = 0.0;
};

struct Variation
{
    double mean_m2 = 0.0; ///< X: all area over all pupils
    double cv = 0.0;      ///< S / X
};

/// Enrolment-weighted coefficient of variation (docs/rules.md rule 5; docs/standards.md 1.3): S = sqrt(sum(p_i / P (x_i - X)^2)),
/// population form. No value where nobody is enrolled; the mean alone has no meaning without it, so X = 0 gives no value either.
std::optional<Variation> variation(std::span<const StageGround> schools);

} // namespace fieldgap
