#pragma once
// Figures of districts and of the whole city (docs/rules.md rule 5).

#include "domain/allocation/allocation.hpp"
#include "domain/gap/school_size.hpp"
#include "domain/standard/variation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// Sums and spreads over some schools. Areas hold every school with figures; counts, pupils, means and spreads leave out special and
/// vocational schools and teaching points under 50 pupils.
struct GroupFigures
{
    std::int64_t schools = 0;
    bool has_areas = true;                     ///< false where there are schools but none has figures: the sums below are unknown, not zero
    std::int64_t pupils = 0;                   ///< of schools whose enrolment is known
    std::array<std::int64_t, 6> with_status{}; ///< by Status
    ExactArea own, required, gap, surplus, residual;
    PerChannel<ExactArea> given;
    double cost = 0.0;
    PerStage<std::optional<Variation>> before, after; ///< senior stays empty
    std::optional<bool> passes;

    std::int64_t count(Status status) const { return with_status[static_cast<std::size_t>(status)]; }
};

struct DistrictFigures
{
    std::string id;
    std::string name;
    gis::MultiPolygon ground; ///< empty for a district known by name only
    GroupFigures figures;
};

struct Districts
{
    std::vector<DistrictFigures> rows;                          ///< by id
    std::vector<std::optional<std::size_t>> district_of_school; ///< into `rows`, parallel to City::schools
    GroupFigures city;
    GroupFigures outside; ///< of the schools that lie in none of `rows`
};

/// A school lies in the district of its point; outside all of them its own column `district` (an id or a name) holds.
Districts districts(const MeasuredCity& measured, const Allocation& allocation, Findings& findings);

/// The ground of a school after the allocation: own, less shared out, plus received.
ExactArea ground_after(const Assessment& state, const SchoolAllocation& school_allocation);

/// By that ground; that of the school before where it has no figures.
Status status_after(const Assessment& state, const SchoolAllocation& school_allocation, double floor);

} // namespace fieldgap
