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
    trunk_barred, ///< a trunk road barred only for want of a foot or sidewalk tag: reported
    barred,       ///< not walked, or no street at all
};

/// Empty where the key is absent.
std::string_view value_of(std::string_view key, std::span<const StreetTag> tags);

/// Whether a street with these tags is walked (docs/rules.md rule 8, docs/standards.md 6.3).
FootAccess foot_access(std::span<const StreetTag> tags, const FootRules& rules);

/// Whether a node with these tags stops a walk through it. A walk may still begin or end there.
bool is_barred_node(std::span<const StreetTag> tags);

/// Whether a node is a signal-controlled crossing (`[walk] crossing_s` is waited there).
bool is_signal_crossing(std::span<const StreetTag> tags);

} // namespace gis
