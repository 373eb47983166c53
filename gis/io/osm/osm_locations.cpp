#include "gis/io/osm/osm_locations.hpp"

#include <bit>
#include <limits>
#include <stdexcept>

namespace gis {
namespace {

/// Ascends in the order of libosmium.
std::uint64_t rank_of(std::int64_t number)
{
    const auto bits = static_cast<std::uint64_t>(number);
    return number < 0 ? 0 - bits : number == 0 ? 0 : bits | (std::uint64_t{1} << 63U);
}

std::uint64_t key_of(std::uint64_t rank)
{
    return rank >> 6U;
}

std::uint64_t bit_of(std::uint64_t rank)
{
    return std::uint64_t{1} << (rank & 63U);
}

/// Position of the first of `count` >= 1 ascending keys that is not below `key`, or of the last one. Without a branch to guess wrong.
std::size_t lower_bound(const std::uint64_t* keys, std::size_t count, std::uint64_t key)
{
    std::size_t begin = 0;
    while (count > 1) {
        const std::size_t half = count / 2;
        begin += keys[begin + half - 1] < key ? half : 0;
        count -= half;
    }
    return begin;
}

} // namespace

void OsmLocations::reserve(std::size_t nodes)
{
    places_.reserve(nodes);
    keys_.reserve(nodes);
    blocks_.reserve(nodes);
}

void OsmLocations::add(std::int64_t number, std::int32_t x_e7, std::int32_t y_e7)
{
    if (places_.size() == std::numeric_limits<std::uint32_t>::max()) {
        throw std::length_error("more than 4294967295 nodes");
    }
    const std::uint64_t rank = rank_of(number);
    if (keys_.empty() || keys_.back() != key_of(rank)) {
        keys_.push_back(key_of(rank));
        blocks_.push_back({0, static_cast<std::uint32_t>(places_.size())});
    }
    blocks_.back().present |= bit_of(rank);
    places_.push_back({x_e7, y_e7});
}

void OsmLocations::close()
{
    if (keys_.empty()) {
        return;
    }
    // At most one bucket for every block.
    while (bucket(keys_.back()) >= keys_.size()) {
        ++shift_;
    }
    first_.assign(bucket(keys_.back()) + 2, static_cast<std::uint32_t>(keys_.size()));
    std::size_t next = 0;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        for (const std::uint64_t own = bucket(keys_[i]); next <= own; ++next) {
            first_[next] = static_cast<std::uint32_t>(i);
        }
    }
}

/// Makes the block with this key the last one; false where there is none.
bool OsmLocations::turn_to(std::uint64_t key)
{
    if (!is_between(key)) {
        return false;
    }
    if (keys_[last_] == key) {
        return true;
    }
    const std::uint64_t own = bucket(key);
    const std::uint32_t begin = first_[own];
    const std::uint32_t count = first_[own + 1] - begin;
    const std::size_t found = begin + lower_bound(keys_.data() + begin, count, key);
    if (count == 0 || keys_[found] != key) {
        return false;
    }
    last_ = found;
    return true;
}

void OsmLocations::find_all(std::span<const std::int64_t> numbers, std::vector<std::optional<std::uint32_t>>& positions)
{
    for (const std::int64_t number : numbers) {
        if (const std::uint64_t key = key_of(rank_of(number)); is_between(key)) {
            __builtin_prefetch(&first_[bucket(key)]);
        }
    }
    for (const std::int64_t number : numbers) {
        if (const std::uint64_t key = key_of(rank_of(number)); is_between(key)) {
            const std::uint32_t block = first_[bucket(key)];
            __builtin_prefetch(keys_.data() + block);
            __builtin_prefetch(blocks_.data() + block);
        }
    }
    positions.clear();
    for (const std::int64_t number : numbers) {
        positions.push_back(find(number));
        if (positions.back()) {
            __builtin_prefetch(&places_[*positions.back()]);
        }
    }
}

std::optional<std::uint32_t> OsmLocations::find(std::int64_t number)
{
    const std::uint64_t rank = rank_of(number);
    if (!turn_to(key_of(rank)) || (blocks_[last_].present & bit_of(rank)) == 0) {
        return std::nullopt;
    }
    const int before = std::popcount(blocks_[last_].present & (bit_of(rank) - 1));
    return blocks_[last_].first + static_cast<std::uint32_t>(before);
}

} // namespace gis
