#pragma once
// From what is needed to what has no source, step by step (docs/rules.md section 6, Waterfall).

#include "domain/analysis/district.hpp"

#include <optional>

namespace fieldgap {

/// required = own + given + residual, to the hundredth.
struct Waterfall
{
    ExactArea required;
    ExactArea own;               ///< sum over the schools of min(own, required): what one has too much is no other's ground
    PerChannel<ExactArea> given; ///< to these schools, wherever the giver lies
    ExactArea residual;
};

/// Absent where there are schools but none has figures.
std::optional<Waterfall> waterfall_of(const GroupFigures& schools);

} // namespace fieldgap
