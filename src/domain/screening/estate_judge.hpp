#pragma once
// The verdict on estates that come to the city together (docs/rules.md section 6, "Screening and seats").

#include "domain/screening/reallocation.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fieldgap {

/// Everything that verdicts are made with; borrowed.
struct VerdictContext
{
    const City& city;
    const Settings& settings;
    std::span<const SchoolStanding> schools;
    const Reallocation& reallocation;
};

/// What stands already, told four ways: planned estates may sit in planned schools or not; numbers nobody knows count against the comer, or
/// (optimistic) for it.
struct TakenSeats
{
    explicit TakenSeats(std::size_t schools) : ways{SeatsTaken(schools), SeatsTaken(schools), SeatsTaken(schools), SeatsTaken(schools)} {}

    std::array<SeatsTaken, 4> ways; ///< optimistic ones behind, with planned schools the second of each two

    SeatsTaken& of(Admission admission) { return ways[slot(admission)]; }
    const SeatsTaken& of(Admission admission) const { return ways[slot(admission)]; }

private:
    static std::size_t slot(Admission admission) { return (admission.optimistic ? 2U : 0U) + (admission.planned_schools ? 1U : 0U); }
};

inline constexpr std::array<Admission, 4> all_admissions = {{{false, false}, {true, false}, {false, true}, {true, true}}};

/// How one comer fares.
struct Judgement
{
    Verdict verdict = Verdict::unknown;
    Reasons reasons;
    bool by_planned_schools = false; ///< the state that the verdict describes: with planned schools
    bool by_allocating_again = false;
};

/// The comers judged together.
struct JointJudgement
{
    Trial open;    ///< at open schools
    Trial planned; ///< with planned schools; the same as `open` where none of them counts
    std::vector<Judgement> of_comer;
};

/// `pass`: all pupils of the comer seated at open schools, and none of the schools that receive them falls further behind. `conditional`:
/// so with planned schools, or after allocating again, or with both. Else `unknown` where unknown seats, ground or years could turn it (all
/// unknown numbers taken at their best), and `fail` where they could not. Pupils of every comer must be known.
JointJudgement verdicts_of(const VerdictContext& ground, std::span<const IncomingEstate> all_incoming, const TakenSeats& taken);

/// Whether all comers are at least that: `pass` (planned_schools, reallocates = false), or one of the ways of `conditional`. Numbers that
/// are not known count against them. For one comer this never turns true again once it was false for fewer pupils, except where primary and
/// junior pupils of it compete for the room of one school; `lower_bound` is the bound that holds there too (see `breaches`).
bool fits(const VerdictContext& ground, std::span<const IncomingEstate> all_incoming, const TakenSeats& taken, Admission admission,
          bool reallocates, bool lower_bound = false);

/// What fails for this comer: seats (or walk, where no school of the stage is in the limit) before the standard, there the first school
/// that allocating again cannot mend. Absent where nothing does.
std::optional<Binding> binding_of(const VerdictContext& ground, const IncomingEstate& incoming, const TakenSeats& taken,
                                  Admission admission, bool reallocates);

/// The load of the city with what a trial adds; optionally the lightest of it.
std::vector<PupilLoad> loads_with(const VerdictContext& ground, const SeatsTaken& taken, const Trial& trial, bool lower_bound = false);

} // namespace fieldgap
