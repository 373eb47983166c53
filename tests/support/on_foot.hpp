#pragma once
// Distances on foot between all nodes of a small network, by Floyd and Warshall.

#include "gis/network/walk_network.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace oracle {

/// How far all nodes are from each other over some of the edges, by Floyd and Warshall.
class Metres
{
public:
    template <class IsWalked>
    Metres(const gis::WalkNetwork& network, const IsWalked& is_walked) : nodes_(network.node_count()), metres_(nodes_ * nodes_, 1e9)
    {
        for (std::uint32_t i = 0; i < nodes_; ++i) {
            at(i, i) = 0.0;
        }
        for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
            const std::uint32_t from = index(network.edge_from[edge]);
            const std::uint32_t to = index(network.edge_to[edge]);
            if (is_walked(gis::EdgeId{edge})) {
                at(from, to) = std::min(at(from, to), static_cast<double>(network.edge_length_m[edge]));
                at(to, from) = at(from, to);
            }
        }
        for (std::uint32_t over = 0; over < nodes_; ++over) {
            for (std::uint32_t i = 0; i < nodes_; ++i) {
                for (std::uint32_t k = 0; k < nodes_; ++k) {
                    at(i, k) = std::min(at(i, k), at(i, over) + at(over, k));
                }
            }
        }
    }
    /// The shortest way by one and then by the other.
    Metres(const Metres& first, const Metres& second) : nodes_(first.nodes_), metres_(nodes_ * nodes_, 1e9)
    {
        for (std::uint32_t over = 0; over < nodes_; ++over) {
            for (std::uint32_t i = 0; i < nodes_; ++i) {
                for (std::uint32_t k = 0; k < nodes_; ++k) {
                    at(i, k) = std::min(at(i, k), first.between(i, over) + second.between(over, k));
                }
            }
        }
    }

    double between(std::uint32_t a, std::uint32_t b) const { return metres_[a * nodes_ + b]; }

private:
    double& at(std::uint32_t a, std::uint32_t b) { return metres_[a * nodes_ + b]; }

    std::size_t nodes_;
    std::vector<double> metres_;
};

/// On foot: private ways at the beginning and at the end alone.
struct OnFoot
{
    explicit OnFoot(const gis::WalkNetwork& network)
        : over_private(network, [&](gis::EdgeId edge) { return network.is_private(edge); }),
          over_public(network, [&](gis::EdgeId edge) { return !network.is_private(edge); }), to_public(over_private, over_public),
          all(to_public, over_private)
    {
    }

    Metres over_private, over_public;
    Metres to_public; ///< of walks that end on public ways
    Metres all;
};

} // namespace oracle
