#pragma once
// One entry of the ledger (docs/rules.md section 6).

#include "domain/city/city.hpp"
#include "domain/city/exact_amount.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

/// What a school's m2 rest on, in the order of its rows.
enum class LedgerBasis : std::uint8_t { own_outdoor, own_indoor, own_special, official, rent, share, basement, expand, unassigned };

constexpr std::string_view name_of(LedgerBasis basis)
{
    constexpr std::array<std::string_view, 9> names = {"own_outdoor", "own_indoor", "own_special", "official",  "rent",
                                                       "share",       "basement",   "expand",      "unassigned"};
    return names[static_cast<std::size_t>(basis)];
}

struct LedgerRow
{
    SchoolIndex school{}; ///< a main school with figures
    LedgerBasis basis{};
    ExactArea m2;                       ///< never 0
    std::string from_id;                ///< field, source of an official figure, venue, partner or school; may be empty
    std::optional<double> walk_s;       ///< to what is rented or shared
    int rule = 0;                       ///< of docs/rules.md section 5
    std::optional<std::uint32_t> lease; ///< position in City::leases
    std::optional<double> cost;         ///< yuan per year, of what the school receives
};

} // namespace fieldgap
