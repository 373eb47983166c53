#include "gis/network/node_order.hpp"

#include "gis/interrupt.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace gis {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;
constexpr std::uint32_t hilbert_cells = 65536;
constexpr std::uint8_t passage = line_private | line_sight;

/// A node before it has its number.
struct Candidate
{
    std::uint32_t position = 0; ///< on the Hilbert curve
    std::uint32_t street_node = 0;
    std::uint32_t neighbour = 0; ///< the next street node on the chain that made it
    std::uint32_t made = 0;      ///< how many were made before
};

std::uint32_t cell_of(double value, double from, double to)
{
    const double share = (value - from) / (to - from);
    return share > 0.0 ? static_cast<std::uint32_t>(std::min(share * hilbert_cells, hilbert_cells - 1.0)) : 0; // NaN is not above 0
}

/// The end of a public chain, or of a square's lines of sight, at a node that lets only private ways through.
struct PublicEnd
{
    std::uint32_t street_node = 0;
    std::uint32_t made = 0;
    std::uint32_t kind = 0;
};

class Nodes
{
public:
    /// Appends the passages of barred nodes to `chains`.
    Nodes(const Streets& streets, StreetChains& chains, std::span<const SquareSide> sides)
        : streets_(streets), made_for_(streets.node.size(), none)
    {
        ends_.reserve(chains.count());
        for (std::size_t chain = 0; chain < chains.count(); ++chain) {
            throw_if_interrupted();
            const auto refs = std::as_const(chains).of(chain);
            const std::uint32_t first = made_at(refs.front(), refs[1], chains, chain);
            ends_.push_back({first, made_at(refs.back(), refs[refs.size() - 2], chains, chain)});
        }
        std::for_each(sides.begin(), sides.end(), [this](const SquareSide& side) { add_side(side); });
        add_passages(chains);
    }

    NodeOrder ordered() &&
    {
        place_on_curve();
        sort_by_place();
        std::vector<std::uint32_t> number(candidates_.size());
        NodeOrder order;
        order.signal.resize(candidates_.size());
        for (std::uint32_t node = 0; node < candidates_.size(); ++node) {
            number[candidates_[node].made] = node;
            const std::uint32_t street_node = candidates_[node].street_node;
            order.signal[node] = (streets_.node_flags[street_node] & node_signal) != 0 ? 1 : 0;
            if ((streets_.node_flags[street_node] & node_corner) != 0 && made_for_[street_node] == candidates_[node].made) {
                order.corners.emplace_back(street_node, node);
            }
        }
        std::sort(order.corners.begin(), order.corners.end());
        for (ChainEnds& ends : ends_) {
            ends = {number[ends.first], number[ends.last]};
        }
        order.of_chain = std::move(ends_);
        return order;
    }

private:
    std::uint32_t made_at(std::uint32_t street_node, std::uint32_t neighbour, const StreetChains& chains, std::size_t chain)
    {
        const std::uint8_t flags = streets_.node_flags[street_node];
        if ((flags & node_barred) != 0) {
            return make(street_node, neighbour);
        }
        const bool is_for_private = (flags & node_private) != 0;
        if (is_for_private && (chains.flags[chain] & line_private) == 0) {
            public_ends_.push_back({street_node, make(street_node, neighbour), chains.kind[chain]});
            return public_ends_.back().made;
        }
        if (made_for_[street_node] == none) {
            // Where several chains share it, its number must not hang on which of them came first.
            made_for_[street_node] = make(street_node, is_for_private ? street_node : neighbour);
        }
        return made_for_[street_node];
    }

    std::uint32_t make(std::uint32_t street_node, std::uint32_t neighbour)
    {
        const auto made = static_cast<std::uint32_t>(candidates_.size());
        candidates_.push_back({0, street_node, neighbour, made});
        return made;
    }

    /// One sees it from within the square though no corner does.
    void add_side(const SquareSide& side)
    {
        if ((streets_.node_flags[side.barred] & node_barred) != 0 || made_for_[side.barred] == none) {
            return;
        }
        if (made_for_[side.street_node] == none) {
            made_for_[side.street_node] = make(side.street_node, side.street_node);
        }
        public_ends_.push_back({side.barred, made_for_[side.street_node], side.kind});
    }

    /// From the node of the private ways to each end of a public one.
    void add_passages(StreetChains& chains)
    {
        for (const PublicEnd& end : public_ends_) {
            if (made_for_[end.street_node] != none) {
                chains.ref.insert(chains.ref.end(), {end.street_node, end.street_node});
                chains.first_ref.push_back(static_cast<std::uint32_t>(chains.ref.size()));
                chains.flags.push_back(passage);
                chains.kind.push_back(end.kind);
                ends_.push_back({end.made, made_for_[end.street_node]});
            }
        }
    }

    void place_on_curve()
    {
        Box bounds;
        for (const Candidate& candidate : candidates_) {
            bounds.add(streets_.node[candidate.street_node]);
        }
        tbb::parallel_for(std::size_t{0}, candidates_.size(), [&](std::size_t i) {
            candidates_[i].position = hilbert_position(streets_.node[candidates_[i].street_node], bounds);
        });
    }

    /// Radix sort by the curve; the few nodes of one cell of it are then put in order by themselves.
    void sort_by_place()
    {
        sort_by_digit(0);
        sort_by_digit(16);
        for (auto begin = candidates_.begin(); begin != candidates_.end();) {
            const auto end = std::find_if(begin, candidates_.end(), [&](const Candidate& one) { return one.position != begin->position; });
            std::sort(begin, end, [this](const Candidate& a, const Candidate& b) { return comes_before(a, b); });
            begin = end;
        }
    }

    void sort_by_digit(unsigned shift)
    {
        std::vector<std::uint32_t> next(hilbert_cells + 1);
        for (const Candidate& candidate : candidates_) {
            ++next[(candidate.position >> shift) % hilbert_cells + 1];
        }
        std::partial_sum(next.begin(), next.end(), next.begin());
        std::vector<Candidate> sorted(candidates_.size());
        for (const Candidate& candidate : candidates_) {
            sorted[next[(candidate.position >> shift) % hilbert_cells]++] = candidate;
        }
        candidates_ = std::move(sorted);
    }

    /// In one cell by place, so that the order of the file does not matter; its order only decides between nodes at the same place.
    bool comes_before(const Candidate& a, const Candidate& b) const
    {
        const Point& at_a = streets_.node[a.street_node];
        const Point& at_b = streets_.node[b.street_node];
        const Point& next_a = streets_.node[a.neighbour];
        const Point& next_b = streets_.node[b.neighbour];
        return std::tie(at_a.x, at_a.y, a.street_node, next_a.x, next_a.y, a.made) <
               std::tie(at_b.x, at_b.y, b.street_node, next_b.x, next_b.y, b.made);
    }

    const Streets& streets_;
    std::vector<std::uint32_t> made_for_; ///< per street node
    std::vector<Candidate> candidates_;
    std::vector<ChainEnds> ends_;
    std::vector<PublicEnd> public_ends_;
};

} // namespace

std::uint32_t hilbert_position(const Point& point, const Box& bounds)
{
    std::uint32_t x = cell_of(point.x, bounds.min_x, bounds.max_x);
    std::uint32_t y = cell_of(point.y, bounds.min_y, bounds.max_y);
    std::uint32_t position = 0;
    for (std::uint32_t half = hilbert_cells / 2; half > 0; half /= 2) {
        const std::uint32_t right = (x & half) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & half) != 0 ? 1 : 0;
        position += half * half * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) { // turn the quadrant about
                x = (hilbert_cells - 1) - x;
                y = (hilbert_cells - 1) - y;
            }
            std::swap(x, y);
        }
    }
    return position;
}

NodeOrder node_order(const Streets& streets, StreetChains& chains, std::span<const SquareSide> sides)
{
    return Nodes(streets, chains, sides).ordered();
}

} // namespace gis
