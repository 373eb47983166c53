#include "domain/compare/net_change.hpp"

#include <algorithm>

namespace fieldgap {

std::vector<std::int64_t> with_net_change(std::vector<std::int64_t> amounts, std::int64_t change)
{
    for (std::int64_t& amount : amounts) {
        const std::int64_t before = amount;
        amount = std::max<std::int64_t>(before + change, 0);
        change -= amount - before;
    }
    return amounts;
}

} // namespace fieldgap
