#pragma once
// Numbers of what a walk network holds.

#include <cstdint>

namespace gis {

enum class NodeId : std::uint32_t {};
enum class EdgeId : std::uint32_t {};
inline constexpr EdgeId no_edge{0xFFFFFFFFU};
/// 2 x edge for a walk from `edge_from` to `edge_to`, 2 x edge + 1 for the way back.
enum class ArcId : std::uint32_t {};

constexpr std::uint32_t index(NodeId id)
{
    return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t index(EdgeId id)
{
    return static_cast<std::uint32_t>(id);
}
constexpr std::uint32_t index(ArcId id)
{
    return static_cast<std::uint32_t>(id);
}
constexpr EdgeId edge_of(ArcId arc)
{
    return EdgeId{index(arc) / 2};
}
constexpr bool is_backward(ArcId arc)
{
    return (index(arc) & 1U) != 0;
}

} // namespace gis
