#pragma once
// Why what a school lacks has changed: the parts of a result that are replaced one after another (docs/rules.md section 9).

#include "domain/city/exact_amount.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace fieldgap {

/// In the order of the columns.
enum class Cause : std::uint8_t { pupils, outdoor, indoor, special, official, leases, sharing, merger, walk, allocation, standard, config };

inline constexpr std::array<Cause, 12> all_causes = {Cause::pupils,   Cause::outdoor,    Cause::indoor,   Cause::special,
                                                     Cause::official, Cause::leases,     Cause::sharing,  Cause::merger,
                                                     Cause::walk,     Cause::allocation, Cause::standard, Cause::config};

/// In the order in which parts are replaced; what they leave is `allocation`.
inline constexpr std::array<Cause, 11> replaced_causes = {Cause::standard, Cause::config,  Cause::pupils,   Cause::outdoor,
                                                          Cause::indoor,   Cause::special, Cause::official, Cause::merger,
                                                          Cause::walk,     Cause::leases,  Cause::sharing};

constexpr std::string_view name_of(Cause cause)
{
    constexpr std::array<std::string_view, 12> names = {"pupils",  "outdoor", "indoor", "special",    "official", "leases",
                                                        "sharing", "merger",  "walk",   "allocation", "standard", "config"};
    return names[static_cast<std::size_t>(cause)];
}

/// How much of a change each cause makes.
struct CauseAmounts
{
    std::array<ExactArea, 12> m2{};

    ExactArea& operator[](Cause cause) { return m2[static_cast<std::size_t>(cause)]; }
    ExactArea operator[](Cause cause) const { return m2[static_cast<std::size_t>(cause)]; }
    ExactArea sum() const;
    CauseAmounts& operator+=(const CauseAmounts& other);
};

} // namespace fieldgap
