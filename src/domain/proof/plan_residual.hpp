#pragma once
// Where a plan could still be changed: every arc of its network that is not full, and back every arc that carries something.

#include "domain/transport/transport_problem.hpp"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace fieldgap {

/// What a m2 costs and how far it is walked; compared by cost, then by walk.
struct UnitPrice
{
    std::int64_t cost = 0; ///< 0.0001 yuan
    std::int64_t walk = 0; ///< ms

    friend constexpr auto operator<=>(const UnitPrice&, const UnitPrice&) = default;
    friend constexpr UnitPrice operator+(UnitPrice a, UnitPrice b) { return {a.cost + b.cost, a.walk + b.walk}; }
    friend constexpr UnitPrice operator-(UnitPrice a, UnitPrice b) { return {a.cost - b.cost, a.walk - b.walk}; }
};

struct ResidualArc
{
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    UnitPrice price;
};

/// Of source -> channel -> district with a cap -> giver -> taker -> sink. A channel without a cap and an offer are never full: what bounds
/// them stands before and behind them. `at_least`, places and the budget are no part of it.
class PlanResidual
{
public:
    static constexpr std::uint32_t source = 0;
    static constexpr std::uint32_t sink = 1;

    /// `given` is parallel to the offers.
    PlanResidual(const TransportProblem& problem, std::span<const ExactArea> given);

    std::uint32_t nodes() const { return nodes_; }
    const std::vector<ResidualArc>& arcs() const { return arcs_; }

    static std::uint32_t of_channel(Channel channel) { return first_channel + static_cast<std::uint32_t>(channel); }
    static std::uint32_t of_giver(std::uint32_t supply_node) { return first_giver + supply_node; }
    std::uint32_t of_taker(std::uint32_t demand_node) const { return first_taker_ + demand_node; }
    std::uint32_t of_district(std::uint32_t district_cap) const { return first_district_ + district_cap; }

private:
    static constexpr std::uint32_t first_channel = 2;
    static constexpr std::uint32_t first_giver = first_channel + static_cast<std::uint32_t>(all_channels.size());

    void add(std::uint32_t tail, std::uint32_t head, bool is_full, ExactArea carried, UnitPrice price = {});
    void add_givers(const TransportProblem& problem, std::span<const ExactArea> from_giver);

    std::uint32_t first_taker_, first_district_, nodes_;
    std::vector<ResidualArc> arcs_;
};

} // namespace fieldgap
