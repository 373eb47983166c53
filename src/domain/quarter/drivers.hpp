#pragma once
// Which schools drive the variation of a district's stage (docs/rules.md rule 5 and section 6, The quarter).

#include "domain/standard/variation.hpp"

#include <cstddef>
#include <vector>

namespace fieldgap::quarter {

struct Driver
{
    std::size_t school = 0;    ///< its position among those given
    double per_pupil_m2 = 0.0; ///< x_i
    double contribution = 0.0; ///< p_i / P (x_i - X)^2: what it adds to the square of S
    double share = 0.0;        ///< of that square, 0 to 1
};

struct DrivenVariation
{
    Variation variation;
    std::size_t schools = 0; ///< that have pupils
    std::vector<Driver> drivers;
};

/// The schools that contribute most, the largest first, among equals the first given; those that contribute nothing are none. Absent where
/// `variation` is.
std::optional<DrivenVariation> driven_variation(std::span<const StageGround> schools, std::size_t most_drivers);

} // namespace fieldgap::quarter
