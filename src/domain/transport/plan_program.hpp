#pragma once
// A problem as a program of amounts and of yes and no, in m2 and yuan.

#include "domain/flow/mixed_program.hpp"
#include "domain/transport/flow_plan.hpp"
#include "domain/transport/transport_problem.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

/// Whether takers that are closed wholly come before area.
bool counts_takers(const TransportProblem& problem);

/// An amount for each offer that can carry its least; a yes or no for each that needs a place or has a least, and for each taker that may
/// be closed wholly, where that counts. Borrows the problem.
class PlanProgram
{
public:
    using Terms = std::vector<ProgramTerm>;

    explicit PlanProgram(const TransportProblem& problem);

    /// Further rows may be added.
    MixedProgram& mixed() { return mixed_; }

    /// The variable of what an offer gives; absent where it can give nothing.
    std::optional<std::uint32_t> amount_of(std::size_t offer) const;

    /// The objectives; each is to be as large as can be.
    Terms weight() const;
    Terms area() const;
    Terms minus_cost() const; ///< yuan
    Terms minus_walk() const; ///< m2 x minutes

    /// What an answer decides.
    Decisions decisions(const std::vector<double>& values) const;

private:
    template <class Factor>
    Terms amounts(const Factor& factor) const;

    void add_offers();
    void add_offer(std::uint32_t offer, ExactArea most, bool needs_place);
    void add_givers();
    void add_takers();
    void add_caps();
    void at_most(double most, const Terms& terms);

    const TransportProblem& problem_;
    MixedProgram mixed_;
    std::vector<std::uint32_t> amount_, is_used_, is_closed_; ///< variables of offers, offers and takers
    std::vector<Terms> from_giver_, places_of_giver_, to_taker_;
    std::vector<ExactArea> possible_; ///< per taker
};

} // namespace fieldgap
