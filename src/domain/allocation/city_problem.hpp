#pragma once
// What the schools of a city may be given, as one flow problem.

#include "domain/allocation/transport_problem.hpp"
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
    std::vector<OfferSource> sources; ///< parallel to the offers
};

/// The possibilities of `takers`, ascending; `reach` holds their pairs and no others, by school, then giver. Rows stand in the order of
/// their ids.
CityProblem problem_of(const MeasuredCity& measured, const Reach& reach, std::span<const SchoolIndex> takers);

} // namespace fieldgap
