#include "gis/io/osm/osm_locations.hpp"

#include "gis/io/pbf/osm_part.hpp"

#include <bit>
#include <stdexcept>

namespace gis {
namespace {

std::uint64_t key_of(std::uint64_t rank)
{
    return rank >> 6U;
}

std::uint64_t bit_of(std::uint64_t rank)
{
    return std::uint64_t{1} << (rank & 63U);
}

/// Position of the first of `count` >= 1 blocks that is not below `key`, or of the last one. Without a branch to guess wrong.
template <class Block>
std::size_t lower_bound(const Block* blocks, std::size_t count, std::uint64_t key)
{
    std::size_t begin = 0;
    while (count > 1) {
        const std::size_t half = count / 2;
        begin += blocks[begin + half - 1].key < key ? half : 0;
        count -= half;
    }
    return begin;
}

} // namespace

void OsmLocations::reserve(std::size_t nodes)
{
    places_.reserve(nodes);
    blocks_.reserve(nodes);
}

void OsmLocations::add(std::int64_t number, std::int32_t x_e7, std::int32_t y_e7)
{
    require_room(1);
    const std::uint64_t rank = osm_rank(number);
    if (blocks_.empty() || blocks_.back().key != key_of(rank)) {
        blocks_.push_back({key_of(rank), 0, static_cast<std::uint32_t>(places_.size())});
    }
    blocks_.back().present |= bit_of(rank);
    places_.push_back({x_e7, y_e7});
}

void OsmLocations::append(const OsmLocations& later)
{
    require_room(later.size());
    const auto before = static_cast<std::uint32_t>(places_.size());
    const bool goes_on = !blocks_.empty() && !later.blocks_.empty() && blocks_.back().key == later.blocks_.front().key;
    if (goes_on) {
        blocks_.back().present |= later.blocks_.front().present;
    }
    for (std::size_t i = goes_on ? 1 : 0; i < later.blocks_.size(); ++i) {
        const Block& block = later.blocks_[i];
        blocks_.push_back({block.key, block.present, block.first + before});
    }
    places_.insert(places_.end(), later.places_.begin(), later.places_.end());
}

void OsmLocations::require_room(std::size_t nodes) const
{
    if (nodes > nowhere - places_.size()) {
        throw std::length_error("more than 4294967294 nodes");
    }
}

void OsmLocations::close()
{
    if (blocks_.empty()) {
        return;
    }
    // At most one bucket for every block.
    while (bucket(blocks_.back().key) >= blocks_.size()) {
        ++shift_;
    }
    first_.assign(bucket(blocks_.back().key) + 2, static_cast<std::uint32_t>(blocks_.size()));
    std::size_t next = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        for (const std::uint64_t own = bucket(blocks_[i].key); next <= own; ++next) {
            first_[next] = static_cast<std::uint32_t>(i);
        }
    }
}

bool OsmLocations::turn_to(std::uint64_t key, std::size_t& block) const
{
    if (!is_between(key)) {
        return false;
    }
    if (blocks_[block].key == key) {
        return true;
    }
    const std::uint64_t own = bucket(key);
    const std::uint32_t begin = first_[own];
    const std::uint32_t count = first_[own + 1] - begin;
    const std::size_t found = begin + lower_bound(blocks_.data() + begin, count, key);
    if (count == 0 || blocks_[found].key != key) {
        return false;
    }
    block = found;
    return true;
}

std::uint32_t OsmLocations::find_near(std::int64_t number, std::size_t& block) const
{
    const std::uint64_t rank = osm_rank(number);
    if (!turn_to(key_of(rank), block) || (blocks_[block].present & bit_of(rank)) == 0) {
        return nowhere;
    }
    const int before = std::popcount(blocks_[block].present & (bit_of(rank) - 1));
    return blocks_[block].first + static_cast<std::uint32_t>(before);
}

std::optional<std::uint32_t> OsmLocations::find(std::int64_t number)
{
    const std::uint32_t position = find_near(number, last_);
    return position == nowhere ? std::nullopt : std::optional(position);
}

void OsmLocations::find_all(std::span<const std::int64_t> numbers, std::vector<std::uint32_t>& positions) const
{
    for (const std::int64_t number : numbers) {
        if (const std::uint64_t key = key_of(osm_rank(number)); is_between(key)) {
            __builtin_prefetch(&first_[bucket(key)]);
        }
    }
    for (const std::int64_t number : numbers) {
        if (const std::uint64_t key = key_of(osm_rank(number)); is_between(key)) {
            __builtin_prefetch(blocks_.data() + first_[bucket(key)]);
        }
    }
    std::size_t block = 0;
    for (const std::int64_t number : numbers) {
        positions.push_back(find_near(number, block));
    }
}

} // namespace gis
