#include "domain/plan/waterfall.hpp"

namespace fieldgap {

std::optional<Waterfall> waterfall_of(const GroupFigures& schools)
{
    if (!schools.has_areas) {
        return std::nullopt;
    }
    return Waterfall{schools.required, schools.required - schools.gap, schools.given, schools.residual};
}

} // namespace fieldgap
