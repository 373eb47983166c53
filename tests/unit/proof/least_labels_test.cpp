// Labels of a network with lengths below zero, against arcs gone through until nothing changes.
#include "domain/flow/least_labels.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

using namespace fieldgap;

namespace {

using Labels = std::vector<std::int64_t>;

Labels naive(const std::vector<LengthArc>& arcs, Labels label)
{
    for (std::size_t pass = 0; pass < label.size(); ++pass) {
        for (const LengthArc& arc : arcs) {
            if (label[arc.tail] != unlabelled) {
                label[arc.head] = std::min(label[arc.head], label[arc.tail] + arc.length);
            }
        }
    }
    return label;
}

/// Lengths that come from heights: below zero here and there, and never a circle below zero.
std::vector<LengthArc> random_arcs(std::mt19937& random, std::uint32_t nodes)
{
    std::vector<std::int64_t> height(nodes);
    for (std::int64_t& one : height) {
        one = static_cast<std::int64_t>(random() % 50);
    }
    std::vector<LengthArc> arcs;
    for (std::size_t i = random() % (4 * nodes); i > 0; --i) {
        const auto tail = static_cast<std::uint32_t>(random() % nodes);
        const auto head = static_cast<std::uint32_t>(random() % nodes);
        arcs.push_back({tail, head, height[head] - height[tail] + static_cast<std::int64_t>(random() % 6)});
    }
    return arcs;
}

} // namespace

TEST_CASE("labels are those of arcs gone through until nothing changes", "[labels]")
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto nodes = static_cast<std::uint32_t>(1 + random() % 20);
        std::vector<LengthArc> arcs = random_arcs(random, nodes);
        Labels begin(nodes, unlabelled);
        std::vector<std::uint32_t> active;
        for (std::uint32_t node = 0; node < nodes; ++node) {
            if (node == 0 || random() % 3 == 0) {
                begin[node] = static_cast<std::int64_t>(random() % 100) - 50;
                active.push_back(node);
            }
        }
        Labels label = begin;
        lower_labels(LengthGraph(nodes, arcs), label, active);
        REQUIRE(label == naive(arcs, begin));

        std::shuffle(arcs.begin(), arcs.end(), random);
        std::shuffle(active.begin(), active.end(), random);
        Labels again = begin;
        lower_labels(LengthGraph(nodes, arcs), again, active);
        REQUIRE(again == label);
    }
}

TEST_CASE("a circle below zero is found, one of zero is none", "[labels]")
{
    const std::vector<LengthArc> even = {{0, 1, 5}, {1, 2, -7}, {2, 3, 4}, {3, 1, 3}};
    Labels label = {0, unlabelled, unlabelled, unlabelled, unlabelled};
    lower_labels(LengthGraph(5, even), label, {0});
    CHECK(label == Labels{0, 5, -2, 2, unlabelled});

    std::vector<LengthArc> below = even;
    below.back().length = 2;
    label = {0, unlabelled, unlabelled, unlabelled, unlabelled};
    CHECK_THROWS_AS(lower_labels(LengthGraph(5, below), label, {0}), std::logic_error);
}
