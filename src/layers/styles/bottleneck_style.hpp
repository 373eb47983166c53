#pragma once
// How bottlenecks are drawn.

#include <string>

namespace fieldgap {

/// Broad dark outlines, through which campuses and streets are seen, with the m2 that nothing in reach closes. Every campus bears the
/// id, for those of one group may lie apart.
std::string bottleneck_body(int far_scale = 0);

/// The outlines alone, for a map whose labels say something else.
std::string bottleneck_ring_body();

} // namespace fieldgap
