#pragma once
// Ground allocated again for what one trial brings, neighbourhood by neighbourhood.

#include "domain/screening/trial.hpp"
#include "domain/seats/verdict.hpp"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// However many estates are tried together, each neighbourhood is looked at once: what the trial brings is the same for all who ask.
class GroundAgain
{
public:
    /// Everything is borrowed.
    GroundAgain(const Reallocation& again, const SeatsTaken& taken, const Trial& trial) : again_(again), taken_(taken), trial_(trial) {}

    /// Whether in the neighbourhoods of these schools ground can be given out so that no school falls further behind than `taken` alone
    /// leaves it behind under the allocation as it stands. True for a trial that brings nobody, and never true again once it was false for
    /// fewer pupils where required area never falls: what must be closed grows with them and what may be shared out shrinks.
    bool can_absorb(std::span<const SchoolIndex> schools);

    /// What members of those neighbourhoods receive more with the pupils of the trial than with those of `taken`, by school, then giver.
    const Reasons& what_more(std::span<const SchoolIndex> schools);

private:
    bool can_absorb_in(std::size_t neighbourhood);
    const std::vector<PupilLoad>& loads();

    const Reallocation& again_;
    const SeatsTaken& taken_;
    const Trial& trial_;
    std::optional<std::vector<PupilLoad>> loads_; ///< with the trial
    std::vector<Assessment> must_;                ///< of the neighbourhoods that were asked for, parallel to City::schools
    std::map<std::size_t, bool> absorbs_;
    std::map<std::vector<std::size_t>, Reasons> more_;
};

} // namespace fieldgap
