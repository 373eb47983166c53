#include "domain/standard/variation.hpp"

#include <cmath>
#include <vector>

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

std::optional<Variation> plain_variation(std::span<const StageGround> schools)
{
    std::vector<StageGround> of_one_pupil;
    for (const StageGround& school : schools) {
        if (school.pupils > 0.0) {
            of_one_pupil.push_back({1.0, school.area_m2 / school.pupils});
        }
    }
    return variation(of_one_pupil);
}

double rounded_cv(double cv)
{
    constexpr double parts = 100.0;
    constexpr double computing_error = 1e-9;
    return std::floor(cv * parts + 0.5 + computing_error) / parts;
}

bool is_within_limit(double cv, double limit)
{
    constexpr double computing_error = 1e-12;
    return cv <= limit * (1.0 + computing_error);
}

} // namespace fieldgap
