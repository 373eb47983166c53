#pragma once
// What schools that merge or are split win or lose together, before they do.

#include <cstdint>
#include <vector>

namespace fieldgap {

/// The amounts with `change` added to the first; what that would take below 0 is taken off the next ones in turn. Their sum after the
/// change must not be below 0.
std::vector<std::int64_t> with_net_change(std::vector<std::int64_t> amounts, std::int64_t change);

} // namespace fieldgap
