#pragma once
// How places for new venues are drawn.

#include <string>

namespace fieldgap {

/// Stars, the larger, the more a venue there alone would close; chosen ones are filled and have their rank beside them.
std::string venue_option_body(int far_scale);

} // namespace fieldgap
