#pragma once
// The most that a problem can give, and of whom one more m2 would be given too.

#include "domain/transport/residual_network.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// What goes over each offer in one of the greatest flows.
std::vector<ExactArea> greatest_amounts(const TransportProblem& problem);

/// Knows the caps, what everybody has and what everybody lacks; nothing of lots, places, the objective and its budget.
/// Of several greatest flows it finds one; all of them give the same answers.
class GreatestFlow
{
public:
    explicit GreatestFlow(const TransportProblem& problem);

    /// One that is known: what goes over each offer, as much as can be.
    GreatestFlow(const TransportProblem& problem, std::span<const ExactArea> over_offers);

    ExactArea given() const { return given_; }

    /// Whether one more m2 that came to the taker, from nowhere, would close gap: some greatest flow leaves it short.
    bool may_be_short(std::uint32_t taker) const { return residual_.can_pass_on(first_taker_ + taker); }

    /// Whether one more m2 of the giver's ground would close gap, all caps as they are.
    bool would_give_more(std::uint32_t giver) const;

    /// Whether one more m2 of the channel's cap would close gap.
    bool would_let_more_through(Channel channel) const;

    /// Whether more would be given without the caps of channels and districts. Where not, it is a greatest flow without them too.
    bool is_held_by_caps() const;

private:
    GreatestFlow(const TransportProblem& problem, std::span<const ExactArea> over_offers, const ResidualNetwork& network);

    std::uint32_t first_giver_, first_taker_, first_district_, districts_;
    std::vector<std::uint32_t> above_giver_; ///< the node from which its ground comes
    ExactArea given_;
    ResidualFlow residual_;
};

} // namespace fieldgap
