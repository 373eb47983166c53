#pragma once
// Groups of takers that nothing they reach can close (docs/rules.md rule 11).

#include "domain/transport/greatest_flow.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// Takers and all the givers they reach: nothing else can help these takers, and the givers can help them no further.
struct ShortGroup
{
    std::vector<std::uint32_t> takers; ///< positions in the problem, ascending
    ExactArea deficit;                 ///< the sum of their gaps
    ExactArea reachable;               ///< what all givers have that offer to one of them at least; less than the deficit

    ExactArea unmet() const { return deficit - reachable; }
};

/// The least of the sets of takers whose gaps exceed what they reach by the most, in groups that share no giver which has something.
/// `flow` is a greatest flow of the problem without its caps. What is unmet of all groups together is what the flow leaves of all gaps. The
/// group with the most unmet comes first, of equal ones that with the first taker.
std::vector<ShortGroup> short_groups(const TransportProblem& problem, const GreatestFlow& flow);

/// The problem as if there were no caps of channels and districts.
TransportProblem without_caps(TransportProblem problem);

} // namespace fieldgap
