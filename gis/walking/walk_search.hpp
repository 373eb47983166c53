#pragma once
// One thread's search, from one site at a time.

#include "gis/walking/access_points.hpp"
#include "gis/walking/search_queue.hpp"

namespace gis {

/// The arcs in the order of `WalkNetwork::arc`, with all that a step over one of them needs side by side.
struct Hop
{
    NodeId head{};
    ArcId arc{};
    float seconds = 0.0F;
    float metres = 0.0F;
};

std::vector<Hop> hops(const WalkTimes& times);

/// What all threads share. Borrowed.
struct SearchContext
{
    const WalkTimes& times;
    const std::vector<Hop>& hops;
    const SiteAccesses& sources;
    const SiteAccesses& targets_accesses;
    const Targets& targets;
    double limit_s; ///< slack included
    bool routes;
    bool same_sites;
    /// By node, to the nearest target; infinite where none is reached. Where it is given, each source looks along its shortest ways
    /// alone, for the targets that are nearest. Empty: for all within the limit.
    std::span<const double> seconds_ahead;
};

/// Dijkstra's algorithm, bounded by the limit, on memory that is kept from site to site. Labels stand together in the order in which nodes
/// were first seen; `slot_of_node_` says which is whose, and is right exactly where the label names the node too, so that nothing has
/// to be cleared. Of equal ways to a node that from the smaller access is kept, then that over the smaller arc.
class WalkSearch
{
public:
    explicit WalkSearch(const SearchContext& ground);

    /// Appends the walks from one source site, by target.
    void append_walks(std::uint32_t source, Walks& walks);

private:
    struct Label
    {
        double seconds = 0.0;
        double metres = 0.0;
        NodeId node{};
        std::uint32_t source_access = 0;
        ArcId arc{}; ///< the last arc, or `no_arc` next to the source's access
        bool is_settled = false;
    };

    /// The best walk to one target so far.
    struct Best
    {
        std::uint32_t target = 0;
        std::uint32_t source_access = 0;
        std::uint32_t target_access = 0;
        std::uint32_t slot = 0; ///< of the last node, or `no_slot` for a walk along one edge
        Stretch way;
    };

    void start(std::uint32_t source);
    double limit_of_nearest_s(std::span<const AccessPoint> access_points) const;
    double ahead_s(NodeId node) const { return ground_.seconds_ahead.empty() ? 0.0 : ground_.seconds_ahead[index(node)]; }
    void start_at(const AccessPoint& access_point);
    void offer_along_edge(const AccessPoint& access_point);
    void spread();
    void leave(const Label& from);
    void reach(const Label& label);
    void offer_targets(const Label& label, std::uint32_t slot);
    void offer(const Best& best);
    void append(const Best& best, Walks& walks) const;
    void append_arcs(std::uint32_t slot, std::vector<ArcId>& arcs) const;

    const SearchContext& ground_;
    std::uint32_t source_ = 0;
    double limit_s_ = 0.0;
    std::vector<std::uint32_t> slot_of_node_;
    std::vector<Label> labels_;
    SearchQueue queue_;
    std::vector<std::uint32_t> slot_of_target_;
    std::vector<Best> best_;
};

} // namespace gis
