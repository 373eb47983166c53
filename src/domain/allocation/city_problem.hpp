#pragma once
// What the schools of a city may be given beyond their leases, as one problem.

#include "domain/allocation/leases.hpp"
#include "domain/transport/transport_problem.hpp"
#include "domain/walk/reach.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace fieldgap {

/// Where an offer of the problem comes from.
struct OfferSource
{
    Channel channel{};
    std::size_t school = 0;
    std::size_t pair = 0; ///< in Reach::rent or Reach::share
};

struct CityProblem
{
    TransportProblem flow;
    std::vector<OfferSource> sources;  ///< parallel to the offers
    std::vector<std::uint32_t> givers; ///< parallel to the supply nodes: position in City::venues (rent) or City::schools
};

/// The possibilities of `takers`, ascending; `reach` holds their pairs and no others, by school, then giver. Rows stand in the order of
/// their ids. What the leases give is taken off gaps, venues, caps, places and the budget; a school whose gap they close keeps its offers,
/// over which nothing can come.
CityProblem problem_of(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers, const DistrictCaps& caps,
                       const LeasedGround& leased);

/// The same with every school of the city as a taker.
CityProblem problem_of_city(const MeasuredCity& measured, const Reach& reach);

/// All schools, in the order of the city.
std::vector<SchoolIndex> everybody(const City& city);

} // namespace fieldgap
