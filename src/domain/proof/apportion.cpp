#include "domain/proof/apportion.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fieldgap {

std::vector<ExactArea> apportioned(std::span<const double> parts_m2, ExactArea total)
{
    std::vector<std::int64_t> hundredths;
    std::vector<double> lost;
    std::int64_t left = total.hundredths();
    for (const double part_m2 : parts_m2) {
        const double wanted = part_m2 * 100.0;
        const double whole = std::floor(wanted);
        hundredths.push_back(static_cast<std::int64_t>(whole));
        lost.push_back(wanted - whole);
        left -= hundredths.back();
    }
    std::vector<std::size_t> order(parts_m2.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lost[a] > lost[b]; });
    for (std::size_t i = 0; i < order.size() && left > 0; ++i, --left) {
        ++hundredths[order[i]];
    }
    std::vector<ExactArea> parts;
    for (const std::int64_t part : hundredths) {
        parts.push_back(ExactArea::hundredths(part));
    }
    return parts;
}

} // namespace fieldgap
