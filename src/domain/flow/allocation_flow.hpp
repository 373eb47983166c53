#pragma once
// Whole amounts on their way through a network, narrowed objective by objective: each objective leaves only the flows that are optimal for
// it.

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fieldgap {

struct FlowArc
{
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    std::int64_t capacity = 0; ///< 0 or more; all arcs together at most 2^62
};

/// Begins as the zero flow. `maximise` comes first, then any number of `minimise`, the most important first.
/// All in int64 and exact: there is no big cost that stands for "infinitely more important". One thread, the same answer every time.
class LexicographicMinCostFlow
{
public:
    LexicographicMinCostFlow(std::uint32_t nodes, std::vector<FlowArc> arcs);

    /// Lets as much flow as possible through. Returns the capacity of a minimum cut, summed on its own: the proof that it cannot be more.
    std::int64_t maximise(std::uint32_t source, std::uint32_t sink);

    /// Least sum of cost x flow among the flows left. `cost` is of the first arcs, the others cost nothing; each in 0 .. 10^12.
    /// Returns at once, without a search, where none of the flows left differs from another in that sum.
    void minimise(std::span<const std::int64_t> cost);

    std::int64_t flow(std::size_t arc) const { return flow_[arc]; }

private:
    std::vector<std::uint32_t> arcs_that_decide(std::span<const std::int64_t> cost) const;
    void close(std::span<const std::uint32_t> decided);

    std::uint32_t nodes_;
    std::vector<FlowArc> arcs_;
    std::vector<std::int64_t> flow_;
    /// Arcs whose flow the objectives so far leave open, ascending. All others keep theirs: it is 0 or the capacity in every optimum.
    std::vector<std::uint32_t> open_;
};

} // namespace fieldgap
