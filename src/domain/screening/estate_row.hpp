#pragma once
// Rows of `residential` and `sites` out of walks, trials and judgements.

#include "domain/screening/carrying.hpp"
#include "domain/screening/screening.hpp"

namespace fieldgap {

/// What rows are made of; borrowed.
struct RowContext
{
    const VerdictContext& judge;
    const Results& results;
    std::span<const Estate> estates;
    const EstateWalks& walks;
    const std::vector<CatchmentSchools>& catchments;
};

/// Everything but who serves it, verdict and reasons.
EstateRow bare_row(const RowContext& ground, std::uint32_t estate, EstatePhase phase);

/// own_m2 / enrolment of these schools together, with the pupils of `load` added; absent where a number is missing or nobody is enrolled.
std::optional<double> per_student_m2(const RowContext& ground, std::span<const SchoolIndex> schools, const std::vector<PupilLoad>& load);

/// Open schools that serve an existing estate: by catchment, else the nearest of each stage. Ascending.
std::vector<SchoolIndex> serving_existing(const RowContext& ground, std::uint32_t estate, const EstateRow& row);

/// The schools of these placements, ascending.
std::vector<SchoolIndex> receiving_schools(std::span<const Placed> placed);

/// Why no verdict can be given at all: pupils unknown, no network, no entry. Empty where it can.
Reasons no_verdict(const EstateRow& row, const WalkNetworkView& walking);

} // namespace fieldgap
