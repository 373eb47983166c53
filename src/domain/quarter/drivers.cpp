#include "domain/quarter/drivers.hpp"

#include <algorithm>

namespace fieldgap::quarter {

std::optional<DrivenVariation> driven_variation(std::span<const StageGround> schools, std::size_t most_drivers)
{
    const auto whole = variation(schools);
    if (!whole) {
        return std::nullopt;
    }
    double pupils = 0.0;
    for (const StageGround& school : schools) {
        pupils += school.pupils;
    }
    DrivenVariation driven{*whole, 0, {}};
    double square_sum = 0.0;
    for (std::size_t s = 0; s < schools.size(); ++s) {
        if (schools[s].pupils <= 0.0) {
            continue;
        }
        ++driven.schools;
        const double per_pupil_m2 = schools[s].area_m2 / schools[s].pupils;
        const double off = per_pupil_m2 - whole->mean_m2;
        driven.drivers.push_back({s, per_pupil_m2, schools[s].pupils / pupils * off * off, 0.0});
        square_sum += driven.drivers.back().contribution;
    }
    std::stable_sort(driven.drivers.begin(), driven.drivers.end(),
                     [](const Driver& a, const Driver& b) { return a.contribution > b.contribution; });
    driven.drivers.resize(std::min(driven.drivers.size(), most_drivers));
    while (!driven.drivers.empty() && driven.drivers.back().contribution <= 0.0) {
        driven.drivers.pop_back();
    }
    for (Driver& driver : driven.drivers) {
        driver.share = driver.contribution / square_sum;
    }
    return driven;
}

} // namespace fieldgap::quarter
