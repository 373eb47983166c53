#pragma once
// Who gives how much to whom, as one problem in whole numbers (docs/rules.md rule 10, docs/allocation.md).

#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

inline constexpr std::uint32_t no_district_cap = 0xFFFFFFFFU;

/// Something that can give ground through one channel: a venue (rent), a partner's surplus (share), a school's own basement or reserve.
struct SupplyNode
{
    Channel channel{};
    ExactArea capacity;
    std::uint32_t district_cap = no_district_cap;      ///< position in TransportProblem::district_caps
    std::optional<std::int64_t> places = std::nullopt; ///< to so many takers it may give; absent: to any number
};

/// One possibility: this giver may give to this taker.
struct AllocationArc
{
    std::uint32_t supply_node = 0;
    std::uint32_t demand_node = 0;
    double price_per_m2 = 0.0;        ///< yuan per m2 and year, taken to 0.0001 yuan
    double walk_s = 0.0;              ///< taken to 1 ms; 0 on the own campus
    ExactArea at_least = ExactArea(); ///< if anything
    bool has_place = false;           ///< needs none of the giver's places
};

/// The most that the givers of a district give through a channel.
struct DistrictCap
{
    Channel channel{};
    ExactArea most;
};

/// Givers, takers and offers are sorted by their ids by the caller, so that the order of the input never matters.
struct TransportProblem
{
    std::vector<SupplyNode> supply_nodes;
    std::vector<ExactArea> gaps;       ///< of the takers
    std::vector<AllocationArc> offers; ///< by taker, then giver; each pair once
    PerChannel<std::optional<ExactArea>> caps;
    std::array<Channel, 4> order = all_channels;
    std::vector<DistrictCap> district_caps = {};
    Objective objective = Objective::area;
    std::vector<std::int64_t> weights = {};            ///< of the takers, for objectives schools (1) and pupils; empty: 1 each
    std::optional<std::int64_t> budget = std::nullopt; ///< for objective budget, in 0.000001 yuan a year
    int max_nodes = 20000;                             ///< of each search over yes and no

    std::int64_t weight(std::size_t taker) const { return weights.empty() ? 1 : weights[taker]; }
};

/// A corner of the cost curve: with so much money a year so many m2 are closed, and every further m2 costs more.
struct CostPoint
{
    double yuan = 0.0;
    ExactArea closed;
};

struct TransportPlan
{
    std::vector<ExactArea> given;           ///< per offer
    ExactArea closed;                       ///< the sum
    ExactArea bound;                        ///< proven: no plan as good in what comes before area closes more
    std::int64_t closed_weight = 0;         ///< of the takers whose gap is closed wholly
    std::int64_t weight_bound = 0;          ///< proven: no plan closes takers of more weight; for objectives schools and pupils only
    bool is_proven = true;                  ///< all objectives in their order; false where a search was cut off
    std::vector<CostPoint> cost_curve = {}; ///< for objective budget only, from nothing to all that money can close
};

/// By objective: `area`: the most m2 closed; `schools`, `pupils`: the most weight of takers closed wholly, then the most m2; `budget`: the
/// most m2 for that money. Among those the least yearly cost; among those the least sum of given m2 x walk time; what ties remain are
/// broken by `order` (least sum of given m2 x rank). Exact in whole numbers where it is a flow: without `at_least` and `places`, for `area`
/// and `budget`. Else a search decides what is yes or no, and a flow the rest. The same plan for any number of threads.
TransportPlan allocated(const TransportProblem& problem);

/// The most that can be closed at all, whatever the objective; for objective `budget` for that money.
ExactArea max_closed(const TransportProblem& problem);

} // namespace fieldgap
