#pragma once
// Streets as they come from a file, before they become a network.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace gis {

/// One tag or one column of a street or node.
using StreetTag = std::pair<std::string_view, std::string_view>;

/// docs/rules.md rule 8. `[walk] trunk = "open"` admits every trunk road.
struct FootRules
{
    bool trunk_open = false;
};

enum class FootAccess : std::uint8_t {
    walked,       ///< part of the walk network
    trunk_barred, ///< a trunk road barred only for want of a foot or sidewalk tag: reported
    barred,       ///< not walked, or no street at all
};

/// Whether a street with these tags is walked (docs/rules.md rule 8, docs/standards.md 6.3).
FootAccess foot_access(std::span<const StreetTag> tags, const FootRules& rules);

/// Whether a node with these tags stops a walk through it. A walk may still begin or end there.
bool is_barred_node(std::span<const StreetTag> tags);

/// Whether a node is a signal-controlled crossing (`[walk] crossing_s` is waited there).
bool is_signal_crossing(std::span<const StreetTag> tags);

/// Bits of `Streets::node_flags` and `Streets::line_flags`.
inline constexpr std::uint8_t node_barred = 1;
inline constexpr std::uint8_t node_signal = 2;
inline constexpr std::uint8_t line_steps = 1;

/// Walkable lines over shared nodes: lines meet wherever they name the same node, nowhere else.
struct Streets
{
    std::vector<Point> node;              ///< degrees
    std::vector<std::uint8_t> node_flags; ///< parallel to `node`
    std::vector<std::uint32_t> first_ref; ///< per line, one more at the end; into `ref`
    std::vector<std::uint32_t> ref;       ///< nodes of the lines in order
    std::vector<std::uint8_t> line_flags; ///< per line
    std::uint64_t trunk_ways_barred = 0;  ///< ways with FootAccess::trunk_barred
    double trunk_barred_m = 0.0;          ///< and their length

    std::size_t line_count() const { return line_flags.size(); }
};

/// Collects lines of a line layer: vertices within 1 cm of each other are one node (also across the cells of any grid).
class StreetLineCollector
{
public:
    /// `line` in degrees; needs at least two points, others are ignored (the caller reports them).
    void add(const Line& line, bool steps);
    Streets streets() &&;

private:
    std::vector<Line> lines_;
    std::vector<std::uint8_t> flags_;
};

} // namespace gis
