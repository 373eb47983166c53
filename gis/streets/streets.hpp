#pragma once
// Streets as they come from a file, before they become a network.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace gis {

/// Bits of `Streets::node_flags` and `Streets::line_flags`.
inline constexpr std::uint8_t node_barred = 1; ///< nobody passes
inline constexpr std::uint8_t node_signal = 2;
inline constexpr std::uint8_t node_private = 4; ///< passed from and to private ways only
inline constexpr std::uint8_t node_corner = 8;  ///< lines of sight across a square begin and end here
inline constexpr std::uint8_t node_lights = 16; ///< traffic lights, of a crossing or for cars: routes that come by are told to
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

/// Ground that is crossed on foot in straight lines of sight, by its nodes.
struct StreetSquare
{
    std::vector<std::uint32_t> outer; ///< a ring: its first node is the last too; streets run along it and along the holes
    std::vector<std::vector<std::uint32_t>> holes;
    std::vector<std::uint32_t> junctions; ///< on the rings and inside, where other lines lead onto it; ascending
    std::uint8_t flags = 0;               ///< as of a line
    std::uint32_t kind = 0;               ///< as of a line
};

enum class SquareFault : std::uint8_t {
    incomplete,     ///< the file lacks a way or a node of it
    open,           ///< its ways make no rings
    crosses_itself, ///< its rings cross
    too_large,      ///< more nodes or junctions than are looked at
};

/// A square that is walked around all the same, for the reason that is given.
struct UncrossedSquare
{
    std::string id; ///< in words of the file
    Point at;       ///< degrees; a node of it
    SquareFault fault{};
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
    std::vector<StreetSquare> squares;
    std::vector<UncrossedSquare> uncrossed_squares;
    std::size_t doubled_lines = 0; ///< lines that were there before, node for node; they are left out

    std::size_t line_count() const { return line_flags.size(); }
};

} // namespace gis
