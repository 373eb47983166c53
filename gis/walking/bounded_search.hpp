#pragma once
// Who reaches whom on foot within a time.

#include "gis/network/edge_index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gis {

/// How fast people walk. Time on an edge = length / speed x factor; `crossing_s` is waited at each signal-controlled crossing entered.
struct Pace
{
    double speed_m_per_min = 80.0;
    double crossing_s = 0.0;
    double steps_factor = 1.0;
};

/// Seconds for each arc in the order of `WalkNetwork::arc`. `arc_factor` (by ArcId, or empty) is the time factor of a slope.
std::vector<float> arc_seconds(const WalkNetwork& network, const Pace& pace, std::span<const float> arc_factor = {});

/// A straight way over the ground of a square, from an access on it to one of its corners.
struct AccessSight
{
    NodeId node{};
    float metres = 0.0F;
    std::uint32_t square = no_square;
};

/// Sites and the accesses of each: those of site i are access[first[i]] .. access[first[i + 1]]. A site may have none. The sights of access
/// a are sight[first_sight[a]] .. sight[first_sight[a + 1]].
struct SiteAccesses
{
    std::vector<std::uint32_t> first{0};
    std::vector<Access> access;
    std::vector<std::uint32_t> first_sight{0};
    std::vector<AccessSight> sight;

    std::size_t site_count() const { return first.size() - 1; }
    std::span<const Access> of(std::size_t site) const { return std::span(access).subspan(first[site], first[site + 1] - first[site]); }
    std::span<const AccessSight> sights_of(std::uint32_t access_number) const
    {
        const std::uint32_t begin = first_sight[access_number];
        return std::span(sight).subspan(begin, first_sight[access_number + 1] - begin);
    }
    /// With accesses that have no sights (yet: `add_sights`).
    void add_site(std::span<const Access> of_site)
    {
        access.insert(access.end(), of_site.begin(), of_site.end());
        first.push_back(static_cast<std::uint32_t>(access.size()));
        first_sight.resize(access.size() + 1, first_sight.back());
    }
};

/// How a walk goes on its own between an access and the nodes of the network.
enum class RouteEnd : std::uint16_t {
    forward,    ///< along the edge of the access, from `edge_from` to `edge_to`
    backward,   ///< along the edge of the access, from `edge_to` to `edge_from`
    sight,      ///< straight over the ground of a square
    along_edge, ///< along the edge that both accesses share, over no node
    across,     ///< straight over the ground of the square that both accesses share, over no node
};

/// One pair in reach. The walk is: entry of the source, its connector, the way to the first node, the arcs, the way from the last node, the
/// connector of the target, its entry.
struct Walk
{
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    double seconds = 0.0;
    double metres = 0.0;             ///< along edges, connectors included
    std::uint32_t source_access = 0; ///< into SiteAccesses::access of the sources
    std::uint32_t target_access = 0; ///< of the targets
    std::uint32_t first_arc = 0;     ///< whole arcs between the two partial edges: Walks::arc[first_arc .. first_arc + arc_count]
    std::uint32_t arc_count = 0;
    NodeId first_node{}; ///< where the arcs begin; of no meaning for a walk that comes over no node
    RouteEnd leaves = RouteEnd::along_edge;
    RouteEnd arrives = RouteEnd::along_edge; ///< as `leaves` where the walk comes over no node
};

struct Walks
{
    std::vector<Walk> walk; ///< by source, then target
    std::vector<ArcId> arc;
};

struct ReachSettings
{
    Pace pace;
    double limit_s = 600.0;
    double slack_m = 0.001; ///< a walk longer than the limit by this much still counts (docs/rules.md rule 9)
    bool routes = true;     ///< false leaves the arcs out
};

/// Which sites take part; both lists are borrowed, parallel to the sites, and nullptr means all of them.
struct TakingPart
{
    const std::vector<bool>* sources = nullptr;
    const std::vector<bool>* targets = nullptr;
    bool same_sites = false; ///< sources and targets are the same list: no site walks to itself
};

/// All pairs (source, target) whose shortest walk is within the limit. Each source site, however many entries it has, is one source of one
/// bounded search. Two entries on one edge are joined along it without a detour over its ends, two on one square that see each other
/// straight. Equal walks are decided by smaller ids, so that the answer is the same for any number of threads. Runs on oneTBB's current
/// arena.
Walks walks_within(const WalkNetwork& network, std::span<const float> seconds_of_arc, const SiteAccesses& sources,
                   const SiteAccesses& targets, const ReachSettings& settings, const TakingPart& taking_part = {});

} // namespace gis
