#include "domain/flow/cost_curve.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>
#include <limits>
#include <queue>
#include <utility>

namespace fieldgap {
namespace {

constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();

/// The network with what is left on each arc and against it; arc 2i is the i-th arc, 2i + 1 the way back.
class Residual
{
public:
    Residual(std::uint32_t nodes, const std::vector<FlowArc>& arcs, std::span<const std::int64_t> cost)
        : first_(nodes + 1, 0), head_(2 * arcs.size()), left_(2 * arcs.size()), cost_(2 * arcs.size()), height_(nodes, 0)
    {
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            head_[2 * i] = arcs[i].head;
            head_[2 * i + 1] = arcs[i].tail;
            left_[2 * i] = arcs[i].capacity;
            cost_[2 * i] = i < cost.size() ? cost[i] : 0;
            cost_[2 * i + 1] = -cost_[2 * i];
            ++first_[arcs[i].tail + 1];
            ++first_[arcs[i].head + 1];
        }
        for (std::size_t node = 0; node < nodes; ++node) {
            first_[node + 1] += first_[node];
        }
        out_.resize(2 * arcs.size());
        std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            out_[next[arcs[i].tail]++] = static_cast<std::uint32_t>(2 * i);
            out_[next[arcs[i].head]++] = static_cast<std::uint32_t>(2 * i + 1);
        }
    }

    /// Makes the cheapest ways to the sink ways of reduced cost 0. False where none is left.
    bool find_cheapest(std::uint32_t source, std::uint32_t sink)
    {
        using Reached = std::pair<std::int64_t, std::uint32_t>;
        std::vector<std::int64_t> distance(height_.size(), unreached);
        std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
        distance[source] = 0;
        queue.push({0, source});
        while (!queue.empty()) {
            gis::throw_if_interrupted();
            const auto [so_far, node] = queue.top();
            queue.pop();
            if (so_far > distance[node]) {
                continue;
            }
            for (std::size_t k = first_[node]; k < first_[node + 1]; ++k) {
                const std::uint32_t arc = out_[k];
                const std::int64_t there = so_far + reduced_cost(arc, node);
                if (left_[arc] > 0 && there < distance[head_[arc]]) {
                    distance[head_[arc]] = there;
                    queue.push({there, head_[arc]});
                }
            }
        }
        for (std::size_t node = 0; node < height_.size() && distance[sink] != unreached; ++node) {
            height_[node] += std::min(distance[node], distance[sink]);
        }
        return distance[sink] != unreached;
    }

    std::int64_t unit_cost(std::uint32_t source, std::uint32_t sink) const { return height_[sink] - height_[source]; }

    /// Fills all ways of reduced cost 0, the shortest (by arcs) first.
    std::int64_t fill(std::uint32_t source, std::uint32_t sink)
    {
        std::int64_t sum = 0;
        while (find_levels(source, sink)) {
            next_.assign(first_.begin(), first_.end() - 1);
            while (const std::int64_t amount = push(source, sink)) {
                sum += amount;
            }
        }
        return sum;
    }

private:
    std::int64_t reduced_cost(std::uint32_t arc, std::uint32_t tail) const { return cost_[arc] + height_[tail] - height_[head_[arc]]; }

    bool find_levels(std::uint32_t source, std::uint32_t sink)
    {
        gis::throw_if_interrupted();
        level_.assign(height_.size(), 0);
        std::vector<std::uint32_t> queue = {source};
        level_[source] = 1;
        for (std::size_t at = 0; at < queue.size(); ++at) {
            const std::uint32_t node = queue[at];
            for (std::size_t k = first_[node]; k < first_[node + 1]; ++k) {
                const std::uint32_t head = head_[out_[k]];
                if (left_[out_[k]] > 0 && level_[head] == 0 && reduced_cost(out_[k], node) == 0) {
                    level_[head] = level_[node] + 1;
                    queue.push_back(head);
                }
            }
        }
        return level_[sink] != 0;
    }

    bool leads_on(std::uint32_t arc, std::uint32_t node) const
    {
        return left_[arc] > 0 && level_[head_[arc]] == level_[node] + 1 && reduced_cost(arc, node) == 0;
    }

    /// Along one way through the levels; 0 where there is none left.
    std::int64_t push(std::uint32_t source, std::uint32_t sink)
    {
        std::vector<std::uint32_t> way;
        std::uint32_t node = source;
        while (node != sink) {
            while (next_[node] < first_[node + 1] && !leads_on(out_[next_[node]], node)) {
                ++next_[node];
            }
            if (next_[node] < first_[node + 1]) {
                way.push_back(out_[next_[node]]);
                node = head_[way.back()];
            } else if (way.empty()) {
                return 0;
            } else {
                node = head_[way.back() ^ 1U];
                way.pop_back();
                ++next_[node];
            }
        }
        std::int64_t amount = unreached;
        for (const std::uint32_t arc : way) {
            amount = std::min(amount, left_[arc]);
        }
        for (const std::uint32_t arc : way) {
            left_[arc] -= amount;
            left_[arc ^ 1U] += amount;
        }
        return amount;
    }

    std::vector<std::size_t> first_; ///< where the arcs of each node begin in `out_`
    std::vector<std::uint32_t> out_;
    std::vector<std::uint32_t> head_;
    std::vector<std::int64_t> left_, cost_, height_;
    std::vector<std::uint32_t> level_;
    std::vector<std::size_t> next_;
};

} // namespace

std::vector<CostStep> cost_steps(std::uint32_t nodes, const std::vector<FlowArc>& arcs, std::span<const std::int64_t> cost,
                                 std::uint32_t source, std::uint32_t sink)
{
    Residual residual(nodes, arcs, cost);
    std::vector<CostStep> steps;
    while (residual.find_cheapest(source, sink)) {
        const std::int64_t unit_cost = residual.unit_cost(source, sink);
        steps.push_back({residual.fill(source, sink), unit_cost});
    }
    return steps;
}

std::int64_t affordable(std::span<const CostStep> steps, std::int64_t budget)
{
    std::int64_t sum = 0;
    budget = std::max<std::int64_t>(budget, 0);
    for (const CostStep& step : steps) {
        const std::int64_t amount = step.unit_cost == 0 ? step.amount : std::min(step.amount, budget / step.unit_cost);
        sum += amount;
        budget -= amount * step.unit_cost;
        if (amount < step.amount) {
            break;
        }
    }
    return sum;
}

} // namespace fieldgap
