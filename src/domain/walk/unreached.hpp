#pragma once
// Givers that are near and yet out of reach, and why (docs/rules.md rule 9).

#include "domain/walk/reach.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Why a giver that is near as the crow flies is not in reach.
enum class UnreachedReason : std::uint8_t {
    too_far,       ///< a walk of at most twice the limit leads there
    detour,        ///< a longer one, or one that may lead over streets of which nothing is known
    not_connected, ///< none: no way leads there
    no_entry       ///< one of the two joins no street
};

constexpr std::string_view name_of(UnreachedReason reason)
{
    constexpr std::array<std::string_view, 4> names = {"too_far", "detour", "not_connected", "no_entry"};
    return names[static_cast<std::size_t>(reason)];
}

struct UnreachedGiver
{
    SchoolIndex school{};
    Channel channel{};
    std::uint32_t giver = 0; ///< position in City::venues (rent) or City::schools (share)
    gis::Line straight;      ///< from where the outlines come nearest to each other, two points in the CityPlane
    double straight_m = 0.0;
    std::optional<double> walk_s; ///< where it is too_far
    UnreachedReason reason{};
};

/// Venues with ground (rent) and partners with a surplus (share) within minutes x speed of a school as the crow flies that are not among
/// its pairs. Of schools with a gap, and for rent of `unknown` ones; of channels that are open to them. By school, then the giver's id,
/// then channel.
std::vector<UnreachedGiver> unreached_givers(const MeasuredCity& measured, const Reach& reach, const WalkNetworkView& walking);

} // namespace fieldgap
