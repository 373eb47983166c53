#pragma once
// The allocation in the city's words: what each school is given, by which channel, from whom (docs/rules.md rule 10).

#include "domain/allocation/transport_problem.hpp"
#include "domain/walk/reach.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// What one main school receives and gives away.
struct SchoolAllocation
{
    PerChannel<ExactArea> given; ///< received
    ExactArea shared_out;        ///< given to partners, out of the surplus
    double cost = 0.0;           ///< yuan per year of what it receives

    ExactArea received() const;
};

struct Allocation
{
    std::vector<SchoolAllocation> of_school; ///< parallel to City::schools
    std::vector<ExactArea> rented;           ///< parallel to City::venues
    std::vector<ExactArea> given_by_rent;    ///< parallel to Reach::rent.pairs
    std::vector<ExactArea> given_by_share;   ///< parallel to Reach::share.pairs
    ExactArea closed;                        ///< all channels together
    ExactArea bound;                         ///< proven: no allocation closes more
};

/// Yuan per m2 and year that renting from this venue costs.
double price_of(const Venue& venue, const Settings& settings);

/// Cost of some ground, rounded to 0.01 yuan (half up).
double cost_of(ExactArea area, double price_per_m2);

/// Shares, rents, basements and reserves given out as one optimum.
Allocation allocate(const MeasuredCity& measured, const Reach& reach);

/// To `takers` alone, ascending; `reach` holds their pairs and no others. Looks at them and at what they reach, not at the whole city.
Allocation allocate(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers);

/// Allocation::closed alone, without deciding who gives what.
ExactArea max_closed(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers);

} // namespace fieldgap
