#include "domain/flow/least_labels.hpp"

#include "gis/interrupt.hpp"

#include <stdexcept>

namespace fieldgap {
namespace {

/// After Goldberg and Radzik: pass by pass, in each every node after those that lower it, so that one pass carries a change far. As many
/// passes as nodes at most, in practice a few dozen.
class Correction
{
public:
    Correction(const LengthGraph& graph, std::vector<std::int64_t>& label, std::vector<std::uint32_t> active)
        : graph_(graph), label_(label), active_(std::move(active)), state_(graph.nodes(), State::unseen), next_(graph.nodes(), 0)
    {
    }

    void run()
    {
        for (std::uint32_t pass = 0; !active_.empty(); ++pass) {
            gis::throw_if_interrupted();
            if (pass > graph_.nodes()) {
                throw_for_circle();
            }
            put_in_order();
            lower();
        }
    }

private:
    enum class State : std::uint8_t { unseen, active, on_path, in_order };

    [[noreturn]] static void throw_for_circle() { throw std::logic_error("prices: a circle of changes betters the plan"); }

    bool lowers(std::uint32_t arc, std::uint32_t tail) const
    {
        return label_[tail] != unlabelled && label_[tail] + graph_.length(arc) < label_[graph_.head(arc)];
    }

    /// `order_` from its end to its beginning: the active nodes and all that they lower, one by way of the other.
    void put_in_order()
    {
        order_.clear();
        for (const std::uint32_t node : active_) {
            if (state_[node] != State::in_order) {
                follow_from(node);
            }
        }
    }

    void follow_from(std::uint32_t node)
    {
        enter(node);
        while (!path_.empty()) {
            const std::uint32_t at = path_.back();
            if (next_[at] == graph_.end(at)) {
                state_[at] = State::in_order;
                order_.push_back(at);
                path_.pop_back();
            } else if (const std::uint32_t arc = next_[at]++; lowers(arc, at)) {
                go_on_to(graph_.head(arc));
            }
        }
    }

    void go_on_to(std::uint32_t node)
    {
        if (state_[node] == State::on_path) {
            throw_for_circle(); // each arc of it lowers the label of its head
        }
        if (state_[node] != State::in_order) {
            enter(node);
        }
    }

    void enter(std::uint32_t node)
    {
        state_[node] = State::on_path;
        next_[node] = graph_.first(node);
        path_.push_back(node);
    }

    void lower()
    {
        active_.clear();
        for (auto node = order_.rbegin(); node != order_.rend(); ++node) {
            state_[*node] = State::unseen;
            for (std::uint32_t arc = graph_.first(*node); arc != graph_.end(*node); ++arc) {
                if (lowers(arc, *node)) {
                    const std::uint32_t head = graph_.head(arc);
                    label_[head] = label_[*node] + graph_.length(arc);
                    if (state_[head] == State::unseen) { // its turn is over
                        state_[head] = State::active;
                        active_.push_back(head);
                    }
                }
            }
        }
    }

    const LengthGraph& graph_;
    std::vector<std::int64_t>& label_;
    std::vector<std::uint32_t> active_, order_, path_;
    std::vector<State> state_;
    std::vector<std::uint32_t> next_;
};

} // namespace

LengthGraph::LengthGraph(std::uint32_t nodes, std::span<const LengthArc> arcs)
    : first_(std::size_t{nodes} + 1, 0), head_(arcs.size()), length_(arcs.size())
{
    for (const LengthArc& arc : arcs) {
        ++first_[arc.tail + 1];
    }
    for (std::uint32_t node = 0; node < nodes; ++node) {
        first_[node + 1] += first_[node];
    }
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (const LengthArc& arc : arcs) {
        const std::uint32_t place = next[arc.tail]++;
        head_[place] = arc.head;
        length_[place] = arc.length;
    }
}

void lower_labels(const LengthGraph& graph, std::vector<std::int64_t>& label, std::vector<std::uint32_t> active)
{
    Correction(graph, label, std::move(active)).run();
}

} // namespace fieldgap
