#pragma once
// One thread's search, from one site at a time.

#include "gis/walking/search_queue.hpp"
#include "gis/walking/targets.hpp"

#include <limits>

namespace gis {

/// What all threads share. Borrowed.
struct SearchContext
{
    const WalkTimes& times;
    const WalkStates& states;
    const SiteAccesses& sources;
    const SiteAccesses& targets_accesses;
    const Targets& targets;
    double limit_s; ///< slack included
    bool routes;
    bool same_sites;
    /// By stop, to the nearest target; infinite where none is reached. Where it is given, each source looks along its shortest ways
    /// alone, for the targets that are nearest. Empty: for all within the limit.
    std::span<const double> seconds_ahead;
};

/// A stop that is reached, and in how many seconds.
struct ReachedStop
{
    StopId stop{};
    double seconds = 0.0;
};

/// Dijkstra's algorithm, bounded by the limit, on memory that is kept from site to site. Of equal ways to a stop that from the smaller
/// access is kept, then that over the smaller arc. Metres are summed up along the routes that are found, and nowhere else.
class WalkSearch
{
public:
    explicit WalkSearch(const SearchContext& ground);

    /// Appends the walks from one source site, by target.
    void append_walks(std::uint32_t source, Walks& walks);

    /// Every stop within the limit from one source site, in the order in which they were first seen.
    std::vector<ReachedStop> reached_from(std::uint32_t source);

private:
    static constexpr double not_reached_s = std::numeric_limits<double>::infinity();

    struct Label
    {
        double seconds = not_reached_s;
        std::uint32_t source_access = 0;
        std::uint32_t way = 0; ///< the last hop, or how the source's access was left
    };

    /// The best walk to one target so far.
    struct Best
    {
        double seconds = 0.0;
        std::uint32_t target = 0;
        std::uint32_t source_access = 0;
        std::uint32_t target_access = 0;
        std::uint32_t stop = 0; ///< the last, or `no_stop` for a walk over no node
        RouteEnd arrives = RouteEnd::along_edge;
    };

    void start(std::uint32_t source);
    double limit_of_nearest_s(std::span<const AccessPoint> access_points) const;
    template <class Visit>
    void for_each_start(const AccessPoint& access_point, const Visit& visit) const;
    template <class Visit>
    void for_each_direct_way(const AccessPoint& access_point, const Visit& visit) const;
    bool is_directed() const { return !ground_.seconds_ahead.empty(); }
    template <bool directed>
    void spread();
    template <bool directed>
    void reach(StopId stop, const Label& label);
    bool goes_before(const Label& label, const Label& known) const;
    void offer_targets(StopId stop, const Label& label);
    void offer(const Best& best);
    void clear();
    void append(const Best& best, Walks& walks);
    double direct_m(const Best& best) const;
    double trace(const Best& best, Walk& walk);

    const SearchContext& ground_;
    std::uint32_t source_ = 0;
    double limit_s_ = 0.0;
    std::vector<Label> labels_; ///< by stop
    std::vector<StopId> reached_;
    SearchQueue queue_;
    std::vector<std::uint32_t> slot_of_target_;
    std::vector<Best> best_;
    std::vector<ArcId> arcs_; ///< of the walk at hand
};

} // namespace gis
