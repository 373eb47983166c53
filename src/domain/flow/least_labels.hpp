#pragma once
// Labels of the nodes of a network that no arc can lower: shortest ways, also where lengths are below zero.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace fieldgap {

struct LengthArc
{
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    std::int64_t length = 0;
};

/// Arcs by their tails.
class LengthGraph
{
public:
    LengthGraph(std::uint32_t nodes, std::span<const LengthArc> arcs);

    std::uint32_t nodes() const { return static_cast<std::uint32_t>(first_.size() - 1); }
    std::uint32_t first(std::uint32_t node) const { return first_[node]; }
    std::uint32_t end(std::uint32_t node) const { return first_[node + 1]; }
    std::uint32_t head(std::uint32_t arc) const { return head_[arc]; }
    std::int64_t length(std::uint32_t arc) const { return length_[arc]; }

private:
    std::vector<std::uint32_t> first_, head_;
    std::vector<std::int64_t> length_;
};

inline constexpr std::int64_t unlabelled = std::numeric_limits<std::int64_t>::max();

/// Lowers labels until label[tail] + length >= label[head] for every arc with a labelled tail. Begins at `active`: before, no other node
/// breaks that. The same labels whatever the order of the arcs. A circle of negative length is a std::logic_error.
void lower_labels(const LengthGraph& graph, std::vector<std::int64_t>& label, std::vector<std::uint32_t> active);

} // namespace fieldgap
