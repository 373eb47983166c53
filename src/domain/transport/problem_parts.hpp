#pragma once
// A problem taken apart where its givers and takers have nothing to do with each other.

#include "domain/transport/transport_problem.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

struct ProblemPart
{
    TransportProblem problem;
    std::vector<std::uint32_t> offers; ///< where its offers stand in the whole problem, ascending
};

/// Takers that share a giver, or givers that share a cap which may bind, are in one part; so is everything under a budget. Offers that
/// cannot give anything are in none. In the order of their first offers; each keeps the order of the whole.
std::vector<ProblemPart> parts_of(const TransportProblem& problem);

} // namespace fieldgap
