#pragma once
// Who gives how much to whom: one exact min-cost flow (docs/rules.md rule 10).

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

/// Something that can give ground through one channel: a venue (rent), a partner's surplus (share), a school's own basement or reserve.
struct SupplyNode
{
    Channel channel{};
    ExactArea capacity;
};

/// One possibility: this giver may give to this taker.
struct AllocationArc
{
    std::uint32_t supply_node = 0;
    std::uint32_t demand_node = 0;
    double price_per_m2 = 0.0; ///< yuan per m2 and year, taken to 0.0001 yuan
    double walk_s = 0.0;       ///< taken to 1 ms; 0 on the own campus
};

/// Givers, takers and offers are sorted by their ids by the caller, so that the order of the input never matters.
struct TransportProblem
{
    std::vector<SupplyNode> supply_nodes;
    std::vector<ExactArea> gaps;       ///< of the takers
    std::vector<AllocationArc> offers; ///< by taker, then giver; each pair once
    PerChannel<std::optional<ExactArea>> caps;
    std::array<Channel, 4> order = all_channels;
};

struct TransportPlan
{
    std::vector<ExactArea> given; ///< per offer
    ExactArea closed;             ///< the sum: the most that can be closed at all
    ExactArea bound;              ///< proven upper bound of `closed` (equal to it: the optimum is exact)
};

/// The most m2 closed; among those the least yearly cost; among those the least sum of given m2 x walk time; what ties remain are broken by
/// `order` (least sum of given m2 x rank). Exact in whole numbers: each objective is minimised on the optimal face of those before it.
TransportPlan allocated(const TransportProblem& problem);

/// TransportPlan::closed alone: one flow, without asking what it costs.
ExactArea max_closed(const TransportProblem& problem);

} // namespace fieldgap
