#pragma once
// The verdict on estates that come to the city together (docs/rules.md section 6, "Screening and seats").

#include "domain/screening/trial.hpp"
#include "domain/seats/verdict.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// The ground of the schools as the allocation stands, or allocated again for the pupils that come.
enum class GroundUse : std::uint8_t { as_allocated, allocated_again };

/// A way to pass. The first, at open schools as the ground is allocated, is that of the verdict `pass`.
struct Way
{
    Admission admission = Admission::open;
    GroundUse ground = GroundUse::as_allocated;
};

/// How one estate fares.
struct Judgement
{
    Verdict verdict = Verdict::unknown;
    Reasons reasons;
    Admission admission = Admission::open; ///< of the trial that the verdict describes: open or planned
};

/// Estates judged together.
struct JointJudgement
{
    PerAdmission<std::optional<Trial>> trials; ///< open always; planned where planned schools are within the walk; the others where asked
    std::vector<Judgement> of_estate;          ///< parallel to the estates
};

/// `pass`: all pupils of the estate seated at open schools, and none of the schools that receive them falls further behind. `conditional`:
/// so with planned schools, or after allocating again, or with both. Else `unknown` where unknown seats, ground or years could turn it (all
/// unknown numbers taken at their best), and `fail` where they could not. Pupils of every estate must be known.
JointJudgement verdicts_of(const VerdictContext& context, std::span<const IncomingEstate> incoming, const PerAdmission<SeatsTaken>& taken);

/// Whether one estate passes in this way. Numbers that are not known count against it where the admission says so. Never turns true again
/// once it was false for fewer pupils, except where primary and junior pupils compete for the room of one school, or required area may
/// fall (required_never_falls); `lower_bound` is the bound that holds there too.
bool fits(const VerdictContext& context, const IncomingEstate& incoming, const PerAdmission<SeatsTaken>& taken, Way way,
          LoadCount count = LoadCount::exact);

/// What fails for this estate: seats (or walk, where no school of the stage is in the limit) before the standard, there the first school
/// that the way cannot mend. Absent where nothing does.
std::optional<Binding> binding_of(const VerdictContext& context, const IncomingEstate& incoming, const PerAdmission<SeatsTaken>& taken,
                                  Way way);

} // namespace fieldgap
