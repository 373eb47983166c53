#pragma once
// The allocation in the city's words: what each school is given, by which channel, from whom (docs/rules.md rule 10).

#include "domain/allocation/leases.hpp"
#include "domain/allocation/prices.hpp"
#include "domain/transport/transport_problem.hpp"
#include "domain/walk/reach.hpp"

#include <span>
#include <string>
#include <vector>

namespace fieldgap {

/// What one main school receives and gives away; leases count as rent.
struct SchoolAllocation
{
    PerChannel<ExactArea> given; ///< received
    ExactArea shared_out;        ///< given to partners, out of the surplus
    double cost = 0.0;           ///< yuan per year of what it receives

    ExactArea received() const;
};

/// A cap of a district and how much of it is used up; it binds where nothing is left of it.
struct DistrictCapUse
{
    Channel channel{};
    std::string district; ///< as the config names it
    ExactArea most;
    ExactArea used;
};

/// How good the allocation is by what comes before area, and how surely.
struct ObjectiveReached
{
    std::int64_t schools_closed = 0; ///< with a gap that is closed wholly
    std::int64_t pupils_closed = 0;  ///< of those
    std::int64_t bound = 0;          ///< objectives schools and pupils: proven, no allocation closes more of them
    bool is_proven = true;           ///< false where a search was cut off by max_nodes: then the bounds say how far off it may be

    /// What the objective counts; schools where it counts neither.
    std::int64_t weight_closed(Objective objective) const { return objective == Objective::pupils ? pupils_closed : schools_closed; }
};

struct Allocation
{
    std::vector<SchoolAllocation> of_school; ///< parallel to City::schools
    std::vector<ExactArea> rented;           ///< parallel to City::venues; leases too
    std::vector<ExactArea> given_by_rent;    ///< parallel to Reach::rent.pairs; leases too
    std::vector<ExactArea> given_by_share;   ///< parallel to Reach::share.pairs
    std::vector<double> cost_by_rent;        ///< parallel to Reach::rent.pairs: each lease and the rest, each to 0.01 yuan
    std::vector<CountedLease> leases;        ///< in the order in which they were given
    std::vector<DistrictCapUse> district_caps;
    PerChannel<ExactArea> through; ///< what each channel gives; its cap binds where it is as much
    ExactArea closed;              ///< all channels together
    ExactArea bound;               ///< proven: no allocation that is as good by the objective closes more
    ObjectiveReached reached;
    std::vector<CostPoint> cost_curve; ///< objective budget: from the leases alone to all that money can close
};

/// Shares, rents, basements and reserves given out as one optimum, beyond what leases give.
Allocation allocate(const MeasuredCity& measured, const Reach& reach);

/// To `takers` alone, ascending; `reach` holds their pairs and no others. Looks at them and at what they reach, not at the whole city.
Allocation allocate(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers);

/// The most that can be closed, leases included, whatever the objective (budget: for that money), without deciding who gives what.
ExactArea max_closed(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers);

/// Rows for leases that are not counted, or in part, and for caps that bind nobody.
void report_allocation(const MeasuredCity& measured, const Reach& reach, const Allocation& allocation, Findings& findings);

} // namespace fieldgap
