#pragma once
// Land that is drawn.

#include "synth/land/land.hpp"

namespace fieldgap {

/// A city of its own: superblocks between boulevards, a river or two with few bridges.
Land drawn_land(const LandOrder& order, std::uint64_t seed);

} // namespace fieldgap
