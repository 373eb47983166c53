#pragma once
// A problem parted where nothing more can come over: what all greatest flows close, and what some of them leave short.

#include "domain/transport/problem_parts.hpp"
#include "domain/transport/transport_problem.hpp"

#include <array>

namespace fieldgap {

/// The takers that every greatest flow closes wholly, with what it does not need beyond the least minimum cut; and all others, with all
/// that they reach. Without lots and places, and where as much as possible is given in any case, the best plan of the whole is the best
/// plan of each side: every greatest flow sends all that crosses the cut to the short side, and nothing back.
struct CutSides
{
    ProblemPart closed;
    ProblemPart left_short; ///< has no offers where everybody is closed
};

CutSides cut_sides(const TransportProblem& problem);

} // namespace fieldgap
