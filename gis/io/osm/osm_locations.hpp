#pragma once
// Where the nodes of an OpenStreetMap file are.

#include "gis/geometry/shapes.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gis {

/// Nodes by their numbers. First every `add`, then `close`, then `find`.
///
/// Numbers come in runs, so they are kept as bits in blocks of 64 successive numbers: 8 bytes for a node's place, and 3 or 4 for its number
/// in a usual file (32 at worst, where every number stands alone), however large the numbers are.
class OsmLocations
{
public:
    /// Room for so many nodes. Memory is only taken as they come.
    void reserve(std::size_t nodes);

    /// `x_e7`, `y_e7` in 1e-7 degrees. Numbers ascend strictly in the order of libosmium: 0, -1, -2 .., 1, 2 ..
    /// Throws std::length_error at 2^32 - 1 nodes.
    void add(std::int64_t number, std::int32_t x_e7, std::int32_t y_e7);
    /// All of `later`, whose numbers are greater. It need not be closed.
    void append(const OsmLocations& later);
    void close();

    std::size_t size() const { return places_.size(); }

    /// The node's position in the order of `add`, or none. Remembers the last block: a way's nodes are often in one.
    std::optional<std::uint32_t> find(std::int64_t number);

    /// Stands for the position of a node that is missing.
    static constexpr std::uint32_t nowhere = 0xFFFFFFFFU;

    /// Fetches the node's place into the cache.
    void expect(std::uint32_t position) const { __builtin_prefetch(&places_[position]); }

    /// `find` for each of `numbers`, appended to `positions`. Faster, as the memory for all of them is fetched at once. Any thread may ask.
    void find_all(std::span<const std::int64_t> numbers, std::vector<std::uint32_t>& positions) const;

    std::int32_t x_e7(std::uint32_t position) const { return places_[position].x_e7; }
    std::int32_t y_e7(std::uint32_t position) const { return places_[position].y_e7; }
    Point degrees(std::uint32_t position) const { return {x_e7(position) / 1e7, y_e7(position) / 1e7}; }

private:
    struct Place
    {
        std::int32_t x_e7;
        std::int32_t y_e7;
    };

    struct Block
    {
        std::uint64_t key = 0;
        std::uint64_t present = 0; ///< a bit for each of its 64 numbers
        std::uint32_t first = 0;   ///< position of its first node
    };

    std::uint64_t bucket(std::uint64_t key) const { return (key - blocks_.front().key) >> shift_; }
    bool is_between(std::uint64_t key) const { return !blocks_.empty() && blocks_.front().key <= key && key <= blocks_.back().key; }
    /// Moves `block` to the one with this key; false where there is none.
    bool turn_to(std::uint64_t key, std::size_t& block) const;
    std::uint32_t find_near(std::int64_t number, std::size_t& block) const;
    void require_room(std::size_t nodes) const;

    std::vector<Place> places_;
    std::vector<Block> blocks_;        ///< by key
    unsigned shift_ = 0;               ///< a bucket holds 2^shift successive keys
    std::vector<std::uint32_t> first_; ///< each bucket's first block, one more at the end
    std::size_t last_ = 0;             ///< the block found last
};

} // namespace gis
