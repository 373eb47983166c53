#pragma once
// What single tags say of walking: docs/rules.md rule 8 as a table, in the order of its keys. docs/walk.md shows it.

#include <array>
#include <cstdint>
#include <string_view>

namespace gis {

enum class FootWord : std::uint8_t {
    nothing,              ///< every value that is not in the table
    walked,               ///< a kind of street that is walked unless foot or access bars it
    walked_if_allowed,    ///< a kind that is walked where foot allows it
    walked_with_sidewalk, ///< a kind that is walked where foot allows it or a sidewalk is tagged; [walk] trunk = "open" admits all
    allows,               ///< foot: whatever access says
    on_private,           ///< bars, but for the beginning and the end of a walk
    bars,                 ///< a street and a node
    bars_streets,         ///< a street, not a node
    absent,               ///< as if the tag were not there
};

struct FootRule
{
    std::string_view key;
    std::string_view value;
    FootWord says;
};

inline constexpr auto foot_rules = std::to_array<FootRule>({
    {"highway", "footway", FootWord::walked},
    {"highway", "residential", FootWord::walked},
    {"highway", "service", FootWord::walked},
    {"highway", "path", FootWord::walked},
    {"highway", "track", FootWord::walked},
    {"highway", "steps", FootWord::walked},
    {"highway", "pedestrian", FootWord::walked},
    {"highway", "unclassified", FootWord::walked},
    {"highway", "living_street", FootWord::walked},
    {"highway", "tertiary", FootWord::walked},
    {"highway", "primary", FootWord::walked},
    {"highway", "secondary", FootWord::walked},
    {"highway", "road", FootWord::walked},
    {"highway", "tertiary_link", FootWord::walked},
    {"highway", "pier", FootWord::walked},
    {"highway", "secondary_link", FootWord::walked},
    {"highway", "primary_link", FootWord::walked},
    {"highway", "residential_link", FootWord::walked},
    {"highway", "unclassified_link", FootWord::walked},
    {"highway", "cycleway", FootWord::walked_if_allowed},
    {"highway", "bridleway", FootWord::walked_if_allowed},
    {"highway", "trunk", FootWord::walked_with_sidewalk},
    {"highway", "trunk_link", FootWord::walked_with_sidewalk},
    {"foot", "yes", FootWord::allows},
    {"foot", "designated", FootWord::allows},
    {"foot", "permissive", FootWord::allows},
    {"foot", "official", FootWord::allows},
    {"foot", "private", FootWord::on_private},
    {"foot", "no", FootWord::bars},
    {"foot", "use_sidepath", FootWord::bars_streets},
    {"foot", "restricted", FootWord::bars_streets},
    {"access", "private", FootWord::on_private},
    {"access", "no", FootWord::bars},
    {"access", "agricultural", FootWord::bars_streets},
    {"access", "forestry", FootWord::bars_streets},
    {"access", "delivery", FootWord::bars_streets},
    {"sidewalk", "no", FootWord::absent},
    {"sidewalk", "none", FootWord::absent},
    {"barrier", "no", FootWord::absent},
});

} // namespace gis
