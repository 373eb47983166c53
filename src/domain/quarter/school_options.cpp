#include "domain/quarter/school_options.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace fieldgap::quarter {

double SchoolOption::closes_m2(double gap_m2) const
{
    return std::min(gap_m2, std::max(proposed_m2.value_or(0.0), possible_m2.value_or(0.0)));
}

std::vector<SchoolOption> ranked_options(std::vector<SchoolOption> options, double gap_m2)
{
    const auto rank = [gap_m2](const SchoolOption& option) {
        return std::tuple(-option.proposed_m2.value_or(0.0), -option.closes_m2(gap_m2),
                          option.walk_s.value_or(std::numeric_limits<double>::infinity()), option.from_id, option.channel);
    };
    options.erase(std::remove_if(options.begin(), options.end(), [gap_m2](const auto& option) { return option.closes_m2(gap_m2) <= 0.0; }),
                  options.end());
    std::sort(options.begin(), options.end(), [&](const SchoolOption& a, const SchoolOption& b) { return rank(a) < rank(b); });
    return options;
}

} // namespace fieldgap::quarter
