#pragma once
// What the walks tell beside who reaches whom, as one step after the analysis.

#include "domain/analysis/certainty.hpp"
#include "domain/walk/unreached.hpp"

namespace fieldgap {

struct WalkResults
{
    std::vector<UnreachedGiver> unreached;
    Certainty certainty;
};

WalkResults walk_results(const AnalysedCity& analysed);

} // namespace fieldgap
