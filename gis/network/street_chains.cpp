#include "gis/network/street_chains.hpp"

#include "gis/interrupt.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace gis {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

/// A stretch of one line between nodes that end a chain, or the end of its line. Positions are into the refs, both included.
struct Piece
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint8_t flags = 0;
    std::uint32_t kind = 0;

    bool is_alike(const Piece& other) const { return flags == other.flags && kind == other.kind; }
};

/// The end of a piece: 2 x piece at its first node, 2 x piece + 1 at its last.
using PieceEnd = std::uint32_t;

class ChainMaker
{
public:
    explicit ChainMaker(Streets& streets) : streets_(streets), ref_(streets.ref) {}

    StreetChains chains()
    {
        drop_repeated_refs();
        count_touches();
        cut_pieces();
        join_pieces();
        follow_all();
        return std::move(chains_);
    }

private:
    /// The lines' stretches of the refs, without nodes named twice in a row.
    void drop_repeated_refs()
    {
        std::uint32_t end = 0;
        for (std::size_t line = 0; line < streets_.line_count(); ++line) {
            throw_if_interrupted();
            const std::uint32_t begin = end;
            const std::uint32_t from = line_begin_;
            line_begin_ = streets_.first_ref[line + 1];
            for (std::uint32_t i = from; i < line_begin_; ++i) {
                if (end == begin || ref_[end - 1] != ref_[i]) {
                    ref_[end++] = ref_[i];
                }
            }
            streets_.first_ref[line + 1] = end;
        }
        ref_.resize(end);
    }

    void touch(std::uint32_t node, int times) { touches_[node] = static_cast<std::uint8_t>(std::min(touches_[node] + times, 3)); }

    void count_touches()
    {
        touches_.resize(streets_.node.size());
        for (std::size_t line = 0; line < streets_.line_count(); ++line) {
            const std::uint32_t begin = streets_.first_ref[line];
            const std::uint32_t end = streets_.first_ref[line + 1];
            for (std::uint32_t i = begin; end - begin >= 2 && i < end; ++i) {
                touch(ref_[i], i == begin || i + 1 == end ? 1 : 2);
            }
        }
    }

    bool ends_chains(std::uint32_t node) const
    {
        constexpr int not_by_itself = node_lights;
        return touches_[node] > 2 || (streets_.node_flags[node] & ~not_by_itself) != 0;
    }

    void cut_pieces()
    {
        pieces_.reserve(ref_.size()); // memory is only taken as it is used
        for (std::size_t line = 0; line < streets_.line_count(); ++line) {
            const std::uint32_t end = streets_.first_ref[line + 1];
            std::uint32_t begin = streets_.first_ref[line];
            for (std::uint32_t i = begin + 1; i < end; ++i) {
                if (i + 1 == end || ends_chains(ref_[i])) {
                    pieces_.push_back({begin, i, streets_.line_flags[line], streets_.line_kind[line]});
                    begin = i;
                }
            }
        }
    }

    std::uint32_t node_at(PieceEnd end) const { return ref_[(end & 1U) == 0 ? pieces_[end / 2].first : pieces_[end / 2].last]; }

    /// Two pieces that are alone at a node and alike go on as one chain.
    void join_pieces()
    {
        std::vector<PieceEnd> waiting(streets_.node.size(), none);
        partner_.assign(pieces_.size() * 2, none);
        for (PieceEnd end = 0; end < partner_.size(); ++end) {
            const std::uint32_t node = node_at(end);
            if (touches_[node] != 2 || ends_chains(node)) {
                continue;
            }
            const PieceEnd other = std::exchange(waiting[node], end);
            if (other != none && pieces_[other / 2].is_alike(pieces_[end / 2])) {
                partner_[end] = other;
                partner_[other] = end;
            }
        }
    }

    void follow_all()
    {
        done_.resize(pieces_.size());
        chains_.ref.reserve(ref_.size() + pieces_.size());
        chains_.first_ref.reserve(pieces_.size() + 1);
        chains_.flags.reserve(pieces_.size());
        chains_.kind.reserve(pieces_.size());
        for (PieceEnd end = 0; end < partner_.size(); ++end) {
            if (partner_[end] == none && !done_[end / 2]) {
                follow(end);
            }
        }
        for (std::uint32_t piece = 0; piece < pieces_.size(); ++piece) {
            if (!done_[piece]) {
                follow(piece * 2);
                start_ring_at_smallest(chains_.of(chains_.count() - 1));
            }
        }
    }

    void follow(PieceEnd end)
    {
        chains_.flags.push_back(pieces_[end / 2].flags);
        chains_.kind.push_back(pieces_[end / 2].kind);
        chains_.ref.push_back(node_at(end));
        while (end != none && !done_[end / 2]) {
            done_[end / 2] = true;
            append_after_first(end);
            end = partner_[end ^ 1U];
        }
        chains_.first_ref.push_back(static_cast<std::uint32_t>(chains_.ref.size()));
    }

    void append_after_first(PieceEnd end)
    {
        const Piece& piece = pieces_[end / 2];
        const auto begin = ref_.begin() + static_cast<std::ptrdiff_t>(piece.first);
        const auto last = ref_.begin() + static_cast<std::ptrdiff_t>(piece.last);
        if ((end & 1U) == 0) {
            chains_.ref.insert(chains_.ref.end(), begin + 1, last + 1);
        } else {
            chains_.ref.insert(chains_.ref.end(), std::make_reverse_iterator(last), std::make_reverse_iterator(begin));
        }
    }

    /// So that the ring is the same wherever its lines began.
    void start_ring_at_smallest(std::span<std::uint32_t> ring) const
    {
        const auto smallest = std::min_element(ring.begin(), ring.end() - 1, [this](std::uint32_t a, std::uint32_t b) {
            const Point& p = streets_.node[a];
            const Point& q = streets_.node[b];
            return std::tie(p.x, p.y, a) < std::tie(q.x, q.y, b);
        });
        std::rotate(ring.begin(), smallest, ring.end() - 1);
        ring.back() = ring.front();
    }

    Streets& streets_;
    std::vector<std::uint32_t>& ref_;
    std::uint32_t line_begin_ = 0;
    std::vector<std::uint8_t> touches_; ///< ends of segments at each street node; 3 stands for more
    std::vector<Piece> pieces_;
    std::vector<PieceEnd> partner_;
    std::vector<bool> done_;
    StreetChains chains_;
};

} // namespace

StreetChains street_chains(Streets& streets)
{
    StreetChains chains = ChainMaker(streets).chains();
    streets.ref = {};
    streets.first_ref = {};
    streets.line_flags = {};
    streets.line_kind = {};
    return chains;
}

} // namespace gis
