#include "domain/standard/variation.hpp"

#include <cmath>

namespace fieldgap {

std::optional<Variation> variation(std::span<const StageGround> schools)
{
    double pupils = 0.0;
    double area_m2 = 0.0;
    for (const StageGround& school : schools) {
        pupils += school.pupils;
        area_m2 += school.area_m2;
    }
    if (pupils <= 0.0 || area_m2 <= 0.0) {
        return std::nullopt;
    }
    const double mean_m2 = area_m2 / pupils;
    double square_sum = 0.0;
    for (const StageGround& school : schools) {
        if (school.pupils > 0.0) {
            const double off = school.area_m2 / school.pupils - mean_m2;
            square_sum += school.pupils / pupils * off * off;
        }
    }
    return Variation{mean_m2, std::sqrt(square_sum) / mean_m2};
}

} // namespace fieldgap
