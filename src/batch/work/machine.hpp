#pragma once
// What this machine can give.

#include <cstdint>

namespace fieldgap {

/// Memory that is free, or would be at once, in MiB: the system's, and no more than the control group of this process has left.
std::int64_t available_memory_mib();

} // namespace fieldgap
