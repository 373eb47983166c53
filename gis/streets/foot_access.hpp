#pragma once
// Who may walk where, by the tags of OpenStreetMap.

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace gis {

/// One tag or one column of a street or node.
using StreetTag = std::pair<std::string_view, std::string_view>;

/// docs/rules.md rule 8. `[walk] trunk = "open"` admits every trunk road.
struct FootRules
{
    bool trunk_open = false;

    friend bool operator==(const FootRules&, const FootRules&) = default;
};

enum class FootAccess : std::uint8_t {
    walked,       ///< part of the walk network
    on_private,   ///< part of it, for the beginning and the end of a walk: nothing but foot or access = private bars it
    trunk_barred, ///< a trunk road barred only for want of a foot or sidewalk tag: reported
    barred,       ///< not walked, or no street at all
};

/// Empty where the key is absent.
std::string_view value_of(std::string_view key, std::span<const StreetTag> tags);

/// Whether a street with these tags is walked (docs/rules.md rule 8, docs/standards.md 6.3).
FootAccess foot_access(std::span<const StreetTag> tags, const FootRules& rules);

constexpr bool is_street(FootAccess access)
{
    return access == FootAccess::walked || access == FootAccess::on_private;
}

/// On whose walk one is let through.
enum class Admitted : std::uint8_t {
    all,
    on_private, ///< who comes from private ways or goes to them
    nobody,
};

/// Who passes a node with these tags. A walk may begin or end at any.
Admitted admitted_at_node(std::span<const StreetTag> tags);

/// Whether a node is a signal-controlled crossing (`[walk] crossing_s` is waited there).
bool is_signal_crossing(std::span<const StreetTag> tags);

/// Whether traffic lights stand at a node: those of a crossing, or for cars.
bool has_lights(std::span<const StreetTag> tags);

} // namespace gis
