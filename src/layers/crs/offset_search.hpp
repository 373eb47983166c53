#pragma once
// A layer in a datum that nobody can transform: by how much it would have to be moved to fit.

#include "layers/crs/layer_fit.hpp"

namespace fieldgap {

struct FoundOffset
{
    gis::Point offset_m; ///< east and north, to be added
    std::size_t tested = 0;
    std::size_t agree_declared = 0; ///< fields that lie in their campus as they stand
    std::size_t agree_then = 0;
};

/// The middle of the moves of up to 200 m (every 10 m) with which most fields lie in a campus (of their school, if they name one); none
/// where there are fewer than three such fields, where not nine of ten lie in one then, or where more than six of ten do as they stand.
/// Only for layers whose datum is in doubt anyway: elsewhere so little proves nothing.
std::optional<FoundOffset> offset_into_campuses(const FitLayer& fields, const FitLayer& campuses);

} // namespace fieldgap
