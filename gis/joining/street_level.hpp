#pragma once
// On what level a street lies.

#include "gis/streets/foot_access.hpp"

#include <compare>
#include <cstdint>
#include <span>

namespace gis {

/// Streets of different levels that pass each other without a shared node do not meet.
struct StreetLevel
{
    std::int16_t layer = 0;
    bool on_bridge = false;
    bool in_tunnel = false;
    friend bool operator==(const StreetLevel&, const StreetLevel&) = default;
    friend auto operator<=>(const StreetLevel&, const StreetLevel&) = default;
};

/// From `layer`, `bridge` and `tunnel`: whatever is not said is ground level; any kind of bridge or tunnel is one.
StreetLevel street_level(std::span<const StreetTag> tags);

} // namespace gis
