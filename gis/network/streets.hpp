#pragma once
// Streets as they come from a file, before they become a network.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gis {

/// Bits of `Streets::node_flags` and `Streets::line_flags`.
inline constexpr std::uint8_t node_barred = 1;
inline constexpr std::uint8_t node_signal = 2;
inline constexpr std::uint8_t line_steps = 1;
inline constexpr std::uint8_t line_private = 2; ///< walked at the beginning and the end of a walk only
/// A connection without ground of its own: it is walked and costs its length, but nothing is joined to it and no part is longer by it.
inline constexpr std::uint8_t line_sight = 4;

/// What a street is called.
struct StreetKind
{
    std::string highway; ///< OpenStreetMap's word; empty where the file says none
    std::string name;    ///< of primary and trunk roads and their links only

    friend bool operator==(const StreetKind&, const StreetKind&) = default;
};

/// A line's end on or near another line that shares no node with it.
struct StreetGap
{
    Point at; ///< degrees
    double metres = 0.0;
    std::uint32_t node = 0;   ///< the end
    std::uint32_t beside = 0; ///< a node of the other line
    bool is_joined = false;
};

/// Walkable lines over shared nodes: lines meet wherever they name the same node, nowhere else.
struct Streets
{
    std::vector<Point> node;              ///< degrees
    std::vector<std::uint8_t> node_flags; ///< parallel to `node`
    std::vector<std::uint32_t> first_ref; ///< per line, one more at the end; into `ref`
    std::vector<std::uint32_t> ref;       ///< nodes of the lines in order
    std::vector<std::uint8_t> line_flags; ///< per line
    std::vector<std::uint32_t> line_kind; ///< per line; into `kinds`
    std::vector<StreetKind> kinds;        ///< each once
    std::uint64_t trunk_ways_barred = 0;  ///< ways with FootAccess::trunk_barred
    double trunk_barred_m = 0.0;          ///< and their length
    std::vector<StreetGap> gaps;          ///< by place, one for each
    std::size_t doubled_lines = 0;        ///< lines that were there before, node for node; they are left out

    std::size_t line_count() const { return line_flags.size(); }
};

} // namespace gis
