#include "domain/flow/first_flow.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;
constexpr std::uint32_t several = none - 1;

class FirstFlow
{
public:
    FirstFlow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t sink)
        : arcs_(arcs), source_(source), sink_(sink), way_in_(nodes, none), way_out_(nodes, none), ways_on_(nodes, 0), flow_(arcs.size(), 0)
    {
        for (std::uint32_t i = 0; i < arcs.size(); ++i) {
            std::uint32_t& in = way_in_[arcs[i].head];
            in = in == none ? i : several;
            if (arcs[i].head == sink) {
                way_out_[arcs[i].tail] = i;
            }
            ++ways_on_[arcs[i].tail];
        }
    }

    std::vector<std::int64_t> flow()
    {
        for (const std::uint32_t arc : by_ways_on()) {
            send_over(arc);
        }
        return std::move(flow_);
    }

private:
    /// Arcs by how many leave the same tail; among those in their order.
    std::vector<std::uint32_t> by_ways_on() const
    {
        const auto most = ways_on_.empty() ? 0U : *std::max_element(ways_on_.begin(), ways_on_.end());
        std::vector<std::uint32_t> first(most + 2, 0);
        for (const FlowArc& arc : arcs_) {
            ++first[ways_on_[arc.tail] + 1];
        }
        for (std::size_t i = 1; i < first.size(); ++i) {
            first[i] += first[i - 1];
        }
        std::vector<std::uint32_t> sorted(arcs_.size());
        for (std::uint32_t i = 0; i < arcs_.size(); ++i) {
            sorted[first[ways_on_[arcs_[i].tail]]++] = i;
        }
        return sorted;
    }

    void send_over(std::uint32_t arc)
    {
        const std::uint32_t out = way_out_[arcs_[arc].head];
        if (out == none || arcs_[arc].head == sink_) {
            return;
        }
        path_.assign({arc, out});
        for (std::uint32_t node = arcs_[arc].tail; node != source_; node = arcs_[path_.back()].tail) {
            const std::uint32_t in = way_in_[node];
            if (in >= several || path_.size() > longest_path) {
                return;
            }
            path_.push_back(in);
        }
        std::int64_t most = arcs_[arc].capacity;
        for (const std::uint32_t step : path_) {
            most = std::min(most, arcs_[step].capacity - flow_[step]);
        }
        for (const std::uint32_t step : path_) {
            flow_[step] += most;
        }
    }

    static constexpr std::size_t longest_path = 8; ///< single arcs may also lead round in a circle

    std::span<const FlowArc> arcs_;
    std::uint32_t source_, sink_;
    std::vector<std::uint32_t> way_in_, way_out_; ///< per node: the arc that leads here, that leads to the sink
    std::vector<std::uint32_t> ways_on_;
    std::vector<std::int64_t> flow_;
    std::vector<std::uint32_t> path_;
};

} // namespace

std::vector<std::int64_t> first_flow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t sink)
{
    return FirstFlow(nodes, arcs, source, sink).flow();
}

} // namespace fieldgap
