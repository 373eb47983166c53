#include "domain/flow/residual_flow.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace fieldgap {

ResidualFlow::ResidualFlow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::span<const std::int64_t> flow)
    : first_(nodes, none), has_left_(nodes, 0), can_pass_on_(nodes, 0)
{
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        add_pair(arcs[i], flow[i]);
    }
    for (Search* search : {&from_source_, &to_sink_, &between_}) {
        search->met_in.assign(nodes, 0);
        search->arc.assign(nodes, none);
        search->dead_in.assign(nodes, 0);
    }
    mark_sides();
}

void ResidualFlow::add_pair(const FlowArc& arc, std::int64_t flow)
{
    const auto position = static_cast<std::uint32_t>(head_.size());
    head_.insert(head_.end(), {arc.head, arc.tail});
    left_.insert(left_.end(), {arc.capacity - flow, flow});
    next_.insert(next_.end(), {first_[arc.tail], first_[arc.head]});
    first_[arc.tail] = position;
    first_[arc.head] = position + 1;
}

void ResidualFlow::mark_sides()
{
    std::fill(has_left_.begin(), has_left_.end(), std::uint8_t{0});
    std::fill(can_pass_on_.begin(), can_pass_on_.end(), std::uint8_t{0});
    stack_ = {source};
    has_left_[source] = 1;
    while (!stack_.empty()) {
        const std::uint32_t node = stack_.back();
        stack_.pop_back();
        for (std::uint32_t arc = first_[node]; arc != none; arc = next_[arc]) {
            if (left_[arc] > 0 && has_left_[head_[arc]] == 0) {
                has_left_[head_[arc]] = 1;
                stack_.push_back(head_[arc]);
            }
        }
    }
    stack_ = {sink};
    can_pass_on_[sink] = 1;
    while (!stack_.empty()) {
        const std::uint32_t node = stack_.back();
        stack_.pop_back();
        for (std::uint32_t arc = first_[node]; arc != none; arc = next_[arc]) {
            if (left_[arc ^ 1U] > 0 && can_pass_on_[head_[arc]] == 0) {
                can_pass_on_[head_[arc]] = 1;
                stack_.push_back(head_[arc]);
            }
        }
    }
}

std::int64_t ResidualFlow::more_with(std::span<const FlowArc> arcs)
{
    const std::size_t arcs_before = head_.size();
    const std::int64_t more = pushed_over(arcs);
    undo(arcs_before);
    return more;
}

std::int64_t ResidualFlow::keep(std::span<const FlowArc> arcs)
{
    const std::int64_t more = pushed_over(arcs);
    mark_sides();
    return more;
}

std::int64_t ResidualFlow::pushed_over(std::span<const FlowArc> arcs)
{
    opened_.clear();
    journal_.clear();
    for (const FlowArc& arc : arcs) {
        opened_.push_back(static_cast<std::uint32_t>(head_.size()));
        add_pair(arc, 0);
    }
    std::int64_t more = 0;
    for (std::int64_t amount = pushed(); amount > 0; amount = pushed()) {
        gis::throw_if_interrupted();
        more += amount;
    }
    return more;
}

std::int64_t ResidualFlow::pushed()
{
    const std::vector<std::uint32_t> path = path_through_opened();
    if (path.empty()) {
        return 0;
    }
    std::int64_t amount = std::numeric_limits<std::int64_t>::max();
    for (const std::uint32_t arc : path) {
        amount = std::min(amount, left_[arc]);
    }
    for (const std::uint32_t arc : path) {
        push(arc, amount);
    }
    return amount;
}

std::vector<std::uint32_t> ResidualFlow::path_through_opened()
{
    ++from_source_.round;
    ++to_sink_.round;
    std::vector<std::uint32_t> leaving, arriving;
    for (const std::uint32_t arc : opened_) {
        if (left_[arc] > 0 && !can_pass_on(tail(arc)) && can_pass_on(head_[arc]) && goes_to_sink(head_[arc])) {
            if (has_left(tail(arc)) && comes_from_source(tail(arc))) {
                return path_over({arc});
            }
            arriving.push_back(arc);
        }
    }
    for (const std::uint32_t arc : arriving.empty() ? std::vector<std::uint32_t>() : opened_) {
        if (left_[arc] > 0 && has_left(tail(arc)) && !has_left(head_[arc]) && comes_from_source(tail(arc))) {
            leaving.push_back(arc);
        }
    }
    return path_between(leaving, arriving);
}

/// `follow` says of an arc that leaves the node at hand whether the search goes over it, and if so by which arc of the path.
template <class Follow>
bool ResidualFlow::finds(Search& search, std::uint32_t from, std::uint32_t wanted, const Follow& follow)
{
    ++search.number;
    stack_.clear();
    met_.clear();
    const auto meet = [&](std::uint32_t node, std::uint32_t by) {
        if (search.meets(node, by)) {
            stack_.push_back(node);
            met_.push_back(node);
        }
    };
    meet(from, none);
    while (!stack_.empty()) {
        const std::uint32_t node = stack_.back();
        stack_.pop_back();
        if (node == wanted) {
            return true;
        }
        for (std::uint32_t arc = first_[node]; arc != none; arc = next_[arc]) {
            if (const std::uint32_t by = follow(arc); by != none) {
                meet(head_[arc], by);
            }
        }
    }
    for (const std::uint32_t node : met_) {
        search.dead_in[node] = search.round;
    }
    return false;
}

bool ResidualFlow::comes_from_source(std::uint32_t node)
{
    return finds(from_source_, node, source,
                 [this](std::uint32_t arc) { return left_[arc ^ 1U] > 0 && has_left(head_[arc]) ? arc ^ 1U : none; });
}

bool ResidualFlow::goes_to_sink(std::uint32_t node)
{
    return finds(to_sink_, node, sink, [this](std::uint32_t arc) { return left_[arc] > 0 && can_pass_on(head_[arc]) ? arc : none; });
}

/// Where no opened arc is both the first and the last of a path: over one that leaves, any arcs, and one that arrives. What comes back to
/// a node that the source still feeds leaves over another of `leaving`, if at all.
std::vector<std::uint32_t> ResidualFlow::path_between(std::span<const std::uint32_t> leaving, std::span<const std::uint32_t> arriving)
{
    ++between_.number;
    ++between_.round;
    std::vector<std::uint32_t> open;
    const auto meet = [&](std::uint32_t arc) {
        const std::uint32_t node = head_[arc];
        if (left_[arc] > 0 && between_.meets(node, arc) && !(has_left(node) && comes_from_source(node))) {
            open.push_back(node);
        }
    };
    for (const std::uint32_t arc : arriving.empty() ? std::span<const std::uint32_t>() : leaving) {
        meet(arc);
    }
    while (!open.empty()) {
        const std::uint32_t node = open.back();
        open.pop_back();
        for (std::uint32_t arc = first_[node]; arc != none; arc = next_[arc]) {
            meet(arc);
        }
    }
    for (const std::uint32_t last : arriving) {
        if (between_.met_in[tail(last)] == between_.number) {
            std::vector<std::uint32_t> path = {last};
            while (std::find(leaving.begin(), leaving.end(), path.back()) == leaving.end()) {
                path.push_back(between_.arc[tail(path.back())]);
            }
            std::reverse(path.begin(), path.end());
            return path_over(path);
        }
    }
    return {};
}

/// With the arcs before and after it, and without circles: what lies between may pass by nodes of both ends.
std::vector<std::uint32_t> ResidualFlow::path_over(const std::vector<std::uint32_t>& opened)
{
    const std::uint32_t from = tail(opened.front());
    const std::uint32_t to = head_[opened.back()];
    std::vector<std::uint32_t> path;
    if (comes_from_source(from) && goes_to_sink(to)) {
        for (std::uint32_t arc = from_source_.arc[source]; arc != none; arc = from_source_.arc[head_[arc]]) {
            path.push_back(arc);
        }
        path.insert(path.end(), opened.begin(), opened.end());
        const auto end_begins = static_cast<std::ptrdiff_t>(path.size());
        for (std::uint32_t arc = to_sink_.arc[sink]; arc != none; arc = to_sink_.arc[tail(arc)]) {
            path.push_back(arc);
        }
        std::reverse(path.begin() + end_begins, path.end());
    }
    return without_circles(path);
}

std::vector<std::uint32_t> ResidualFlow::without_circles(const std::vector<std::uint32_t>& path) const
{
    std::unordered_map<std::uint32_t, std::size_t> arcs_before = {{source, 0}};
    std::vector<std::uint32_t> straight;
    for (const std::uint32_t arc : path) {
        const auto met = arcs_before.find(head_[arc]);
        if (met == arcs_before.end()) {
            straight.push_back(arc);
            arcs_before.emplace(head_[arc], straight.size());
            continue;
        }
        for (const std::size_t kept = met->second; straight.size() > kept; straight.pop_back()) {
            arcs_before.erase(head_[straight.back()]);
        }
    }
    return straight;
}

void ResidualFlow::push(std::uint32_t arc, std::int64_t amount)
{
    if (left_[arc ^ 1U] == 0) {
        opened_.push_back(arc ^ 1U);
    }
    left_[arc] -= amount;
    left_[arc ^ 1U] += amount;
    journal_.emplace_back(arc, amount);
}

void ResidualFlow::undo(std::size_t arcs_before)
{
    for (const auto& [arc, amount] : journal_) {
        left_[arc] += amount;
        left_[arc ^ 1U] -= amount;
    }
    while (head_.size() > arcs_before) {
        const auto arc = static_cast<std::uint32_t>(head_.size() - 2);
        first_[tail(arc)] = next_[arc];
        first_[head_[arc]] = next_[arc + 1];
        head_.resize(arc);
        left_.resize(arc);
        next_.resize(arc);
    }
}

} // namespace fieldgap
