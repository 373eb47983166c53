#include "domain/analysis/walk_results.hpp"

namespace fieldgap {

WalkResults walk_results(const AnalysedCity& analysed)
{
    return {unreached_givers(analysed.measured(), analysed.results.reach, analysed.walking), certainty(analysed)};
}

} // namespace fieldgap
