#pragma once
// A greatest flow, and how much greater it would be with a few arcs more.

#include "domain/flow/allocation_flow.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fieldgap {

/// Every path by which more would flow over new arcs leaves the nodes that have something left to send over an arc that was opened, and
/// comes to the nodes that can pass something on over one. So both ends of a path are looked for among these nodes alone, from the
/// opened arcs on: what lies far from them is never looked at.
class ResidualFlow
{
public:
    static constexpr std::uint32_t source = 0;
    static constexpr std::uint32_t sink = 1;

    /// `flow` (parallel to `arcs`) lets as much through as can be.
    ResidualFlow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::span<const std::int64_t> flow);

    /// Whether one more unit could come here from the source, or could go on from here to the sink. Never both.
    bool has_left(std::uint32_t node) const { return has_left_[node] != 0; }
    bool can_pass_on(std::uint32_t node) const { return can_pass_on_[node] != 0; }

    /// By how much the flow would be greater with these arcs. It stays as it is.
    std::int64_t more_with(std::span<const FlowArc> arcs);

    /// The same, and the arcs stay, with what flows over them.
    std::int64_t keep(std::span<const FlowArc> arcs);

private:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    /// One way to look: from nodes on to the sink, or back to the source.
    struct Search
    {
        std::vector<std::uint32_t> met_in;  ///< per node: the number of the last search that met it
        std::vector<std::uint32_t> arc;     ///< per node: by which arc
        std::vector<std::uint32_t> dead_in; ///< per node: the last round in which nothing was found from it
        std::uint32_t number = 0;
        std::uint32_t round = 0;

        bool meets(std::uint32_t node, std::uint32_t by)
        {
            if (met_in[node] == number || dead_in[node] == round) {
                return false;
            }
            met_in[node] = number;
            arc[node] = by;
            return true;
        }
    };

    void add_pair(const FlowArc& arc, std::int64_t flow);
    std::uint32_t tail(std::uint32_t arc) const { return head_[arc ^ 1U]; }
    void mark_sides();

    std::int64_t pushed_over(std::span<const FlowArc> arcs);
    std::int64_t pushed();
    std::vector<std::uint32_t> path_through_opened();
    template <class Follow>
    bool finds(Search& search, std::uint32_t from, std::uint32_t wanted, const Follow& follow);
    bool comes_from_source(std::uint32_t node);
    bool goes_to_sink(std::uint32_t node);
    std::vector<std::uint32_t> path_between(std::span<const std::uint32_t> leaving, std::span<const std::uint32_t> arriving);
    std::vector<std::uint32_t> path_over(const std::vector<std::uint32_t>& opened);
    std::vector<std::uint32_t> without_circles(const std::vector<std::uint32_t>& path) const;
    void push(std::uint32_t arc, std::int64_t amount);
    void undo(std::size_t arcs_before);

    std::vector<std::uint32_t> first_, next_, head_; ///< arcs of a node as a list; arc i and i ^ 1 are the two ways of one
    std::vector<std::int64_t> left_;
    std::vector<std::uint8_t> has_left_, can_pass_on_;
    std::vector<std::uint32_t> opened_; ///< arcs that had nothing left and may have now
    std::vector<std::pair<std::uint32_t, std::int64_t>> journal_;
    Search from_source_, to_sink_, between_;
    std::vector<std::uint32_t> stack_, met_;
};

} // namespace fieldgap
