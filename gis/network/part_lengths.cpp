#include "gis/network/part_lengths.hpp"

#include <boost/pending/disjoint_sets.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace gis {
namespace {

constexpr double length_tolerance_m = 0.001; // a part of ten blocks of 100 m is 1 km, whatever the last bits say

/// Two parts that meet at a barred node: of private ways, and of public ones.
using Meeting = std::pair<std::size_t, std::size_t>;

void make_unique(std::vector<Meeting>& meetings)
{
    std::sort(meetings.begin(), meetings.end());
    meetings.erase(std::unique(meetings.begin(), meetings.end()), meetings.end());
}

class Parts
{
public:
    explicit Parts(const WalkNetwork& network) : network_(network), parts_(network.node_count())
    {
        for (std::uint32_t edge = 0; edge < network.edge_count(); ++edge) {
            if (!network.is_passage(EdgeId{edge})) {
                parts_.union_set(std::size_t{index(network.edge_from[edge])}, std::size_t{index(network.edge_to[edge])});
            }
        }
        std::for_each(network.squares.begin(), network.squares.end(), [this](const Square& square) { join_on_ground(square); });
        join_single_sides(nodes_that_meet());
    }

    /// By the number of a part.
    std::vector<double> lengths_m()
    {
        std::vector<double> own_m(network_.node_count());
        for (std::uint32_t edge = 0; edge < network_.edge_count(); ++edge) {
            if (!network_.is_sight(EdgeId{edge})) {
                own_m[of(network_.edge_from[edge])] += static_cast<double>(network_.edge_length_m[edge]);
            }
        }
        std::vector<Meeting> meetings;
        for (const auto& [private_node, public_node] : apart_) {
            const Meeting meeting{parts_.find_set(private_node), parts_.find_set(public_node)};
            if (meeting.first != meeting.second) {
                meetings.push_back(meeting);
            }
        }
        make_unique(meetings);
        std::vector<double> all_m = own_m;
        for (const Meeting& meeting : meetings) {
            all_m[meeting.first] += own_m[meeting.second];
            all_m[meeting.second] += own_m[meeting.first];
        }
        return all_m;
    }

    std::size_t of(NodeId node) { return parts_.find_set(std::size_t{index(node)}); }

private:
    /// Whoever stands on it comes to all of it, also where no shortest walk from corner to corner goes.
    void join_on_ground(const Square& square)
    {
        const std::vector<NodeId> nodes = nodes_of(square);
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            parts_.union_set(std::size_t{index(nodes[0])}, std::size_t{index(nodes[i])});
        }
    }

    bool has_private_way(NodeId node) const
    {
        const auto begin = network_.arc.begin() + network_.first_arc[index(node)];
        const auto end = network_.arc.begin() + network_.first_arc[index(node) + 1];
        return std::any_of(begin, end,
                           [this](ArcId arc) { return network_.is_private(edge_of(arc)) && !network_.is_passage(edge_of(arc)); });
    }

    /// The two nodes of each passage, those of one barred node together.
    std::vector<Meeting> nodes_that_meet() const
    {
        std::vector<Meeting> nodes;
        for (std::uint32_t edge = 0; edge < network_.edge_count(); ++edge) {
            if (network_.is_passage(EdgeId{edge})) {
                const bool is_from_private = has_private_way(network_.edge_from[edge]);
                const NodeId private_node = is_from_private ? network_.edge_from[edge] : network_.edge_to[edge];
                const NodeId public_node = is_from_private ? network_.edge_to[edge] : network_.edge_from[edge];
                nodes.emplace_back(index(private_node), index(public_node));
            }
        }
        make_unique(nodes);
        return nodes;
    }

    /// Where all public ways at a barred node are of one part, this and the private ways are one.
    void join_single_sides(const std::vector<Meeting>& nodes)
    {
        std::vector<Meeting> single;
        for (auto begin = nodes.begin(); begin != nodes.end();) {
            const auto end = std::find_if(begin, nodes.end(), [&](const Meeting& one) { return one.first != begin->first; });
            const std::size_t part = parts_.find_set(begin->second);
            const bool is_single = std::all_of(begin, end, [&](const Meeting& one) { return parts_.find_set(one.second) == part; });
            (is_single ? single : apart_).insert((is_single ? single : apart_).end(), begin, end);
            begin = end;
        }
        for (const auto& [private_node, public_node] : single) {
            parts_.union_set(private_node, public_node);
        }
    }

    const WalkNetwork& network_;
    boost::disjoint_sets_with_storage<> parts_;
    std::vector<Meeting> apart_; ///< nodes
};

bool has_main_edge(const WalkNetwork& network, NodeId node)
{
    const auto begin = network.arc.begin() + network.first_arc[index(node)];
    const auto end = network.arc.begin() + network.first_arc[index(node) + 1];
    return std::any_of(begin, end, [&network](ArcId arc) {
        return network.edge_in_main[index(edge_of(arc))] != 0 && !network.is_passage(edge_of(arc)); // that may be another part's
    });
}

/// A square that nothing meets is a part of its own.
bool is_in_main_part(const WalkNetwork& network, const Square& square)
{
    const std::vector<NodeId> nodes = nodes_of(square);
    if (nodes.empty()) {
        double outline_m = 0.0;
        for (std::size_t i = 1; i < square.ground.outer.size(); ++i) {
            outline_m += distance_m(square.ground.outer[i - 1], square.ground.outer[i]);
        }
        return outline_m >= main_part_m;
    }
    return std::any_of(nodes.begin(), nodes.end(), [&network](NodeId node) { return has_main_edge(network, node); });
}

} // namespace

std::vector<double> part_lengths_m(const WalkNetwork& network)
{
    Parts parts(network);
    const std::vector<double> length_m = parts.lengths_m();
    std::vector<double> of_edge(network.edge_count());
    for (std::size_t edge = 0; edge < network.edge_count(); ++edge) {
        of_edge[edge] = length_m[parts.of(network.edge_from[edge])];
    }
    return of_edge;
}

void mark_main_parts(WalkNetwork& network)
{
    network.edge_in_main.reserve(network.edge_count());
    for (const double part_m : part_lengths_m(network)) {
        network.edge_in_main.push_back(part_m >= main_part_m - length_tolerance_m ? 1 : 0);
    }
    for (Square& square : network.squares) {
        square.is_in_main = is_in_main_part(network, square);
    }
}

} // namespace gis
