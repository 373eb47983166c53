#include "domain/city/stage_standard.hpp"

#include "domain/city/exact_amount.hpp"

#include <algorithm>
#include <utility>

namespace fieldgap {

StageStandard::StageStandard(std::vector<StandardStep> steps) : steps_(std::move(steps)) {}

double StageStandard::required_m2(double pupils) const
{
    if (!(pupils > 0.0)) {
        return 0.0;
    }
    // In thousandths, as pupils are counted: a computing error does not keep 100.2 + 0.8 pupils below 101.
    const auto begins_above = [count = ExactPupils::rounded(pupils)](const StandardStep& step) {
        return ExactPupils::whole(step.from_pupils) > count;
    };
    const auto next = std::find_if(steps_.begin() + 1, steps_.end(), begins_above);
    const double by_step_m2 = std::prev(next)->required_m2(pupils);
    return next == steps_.end() ? by_step_m2 : std::min(by_step_m2, next->required_m2(static_cast<double>(next->from_pupils)));
}

double StageStandard::m2_per_pupil(double pupils) const
{
    return is_per_pupil() ? steps_.front().m2_per_pupil : required_m2(pupils) / pupils; // the number itself, to the last bit
}

std::optional<std::size_t> first_fall(std::span<const StandardStep> steps)
{
    constexpr double computing_error = 1e-9;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const auto first = static_cast<double>(steps[i].from_pupils);
        const double before_m2 = steps[i - 1].required_m2(first - 1.0);
        if (steps[i].required_m2(first) < before_m2 * (1.0 - computing_error)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace fieldgap
