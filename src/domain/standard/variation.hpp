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

/// The same with every school of one weight, as public dashboards have it: X is the mean of the x_i.
std::optional<Variation> plain_variation(std::span<const StageGround> schools);

/// To two decimals, half up, as practice prints it.
double rounded_cv(double cv);

/// Limits are included; a computing error of one part in 10^12 does not fail.
bool is_within_limit(double cv, double limit);

} // namespace fieldgap
