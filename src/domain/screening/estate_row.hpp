#pragma once
// Rows of `residential` and `sites`, as plain values; where a column has none, it is NULL there.

#include "domain/screening/cover.hpp"
#include "domain/screening/estate_verdict.hpp"
#include "domain/seats/estate_pupils.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// A row of `residential`; name, phase and households stand in the Estate itself.
struct EstateRow
{
    PerStage<StagePupils> pupils;
    PerStage<std::optional<EstateWalk>> nearest; ///< nearest_*, walk_*_m: the nearest open school at any distance
    PerStage<std::optional<std::int64_t>> seats; ///< of that school, before the estate's own pupils and after those ahead
    PerStage<std::optional<bool>> in_minutes;    ///< primary within 10 minutes, junior within 15; absent without a walk
    std::optional<bool> covered;                 ///< absent where unknown seats decide or nothing is known of the way
    std::vector<SchoolIndex> serving;            ///< receiving schools; of existing estates by catchment, else the nearest
    std::optional<double> per_student_m2;        ///< own_m2 / enrolment of `serving` together, with the estate's pupils if planned
    std::vector<SchoolIndex> needs_planned;      ///< of planned estates: planned schools to which a seating with all of them, whenever
                                                 ///< they open, sends its pupils; ascending (of sites: empty)
    std::optional<Verdict> verdict;              ///< absent for existing estates
    Reasons reasons;
    EntrySource entry_source = EntrySource::outline;
    bool has_entry = false;
};

/// Everything but who serves it, verdict and reasons, when these seats are taken.
EstateRow bare_row(const VerdictContext& context, const Cover& cover, const EstateWalks& walks, std::uint32_t estate,
                   const SeatsTaken& taken);

/// own_m2 / enrolment of these schools together, with the pupils of `load` added; absent where a number is missing or nobody is enrolled.
std::optional<double> per_student_m2(const VerdictContext& context, std::span<const SchoolIndex> schools,
                                     const std::vector<PupilLoad>& load);

/// Open schools that serve an existing estate: by catchment, else the nearest of each stage. Ascending.
std::vector<SchoolIndex> serving_existing(const VerdictContext& context, const EstateWalks& walks, std::uint32_t estate);

/// Why no verdict can be given at all: pupils unknown or none, no network, no entry. Empty where it can.
Reasons no_verdict(const EstateRow& row, const WalkNetworkView& walking);

} // namespace fieldgap
