#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gis {

/// A heap of four children a parent: half as deep as a binary one, and the children share half a cache line. An entry is one number, the
/// seconds in single precision above the place, so that entries are compared at once. Of two places less than a thousandth of a second
/// apart the later may thus come first; whoever makes the sooner one's way better afterwards pushes again. Entries of places that have
/// become better since stay in it; the search passes over them.
class SearchQueue
{
public:
    struct Entry
    {
        std::uint32_t rank = 0; ///< of the seconds
        std::uint32_t place = 0;
    };

    /// Rises with the seconds, which are not negative.
    static std::uint32_t rank_of(double seconds) { return std::bit_cast<std::uint32_t>(static_cast<float>(seconds)); }

    bool is_empty() const { return entries_.empty(); }
    void clear() { entries_.clear(); }

    void push(double seconds, std::uint32_t place)
    {
        const std::uint64_t entry = (std::uint64_t{rank_of(seconds)} << place_bits) | place;
        std::size_t at = entries_.size();
        entries_.push_back(entry);
        while (at > 0 && entry < entries_[(at - 1) / 4]) {
            entries_[at] = entries_[(at - 1) / 4];
            at = (at - 1) / 4;
        }
        entries_[at] = entry;
    }

    /// The entry of the lowest rank, of several that of the smallest place. The queue must not be empty.
    Entry pop()
    {
        const std::uint64_t top = entries_.front();
        const std::uint64_t last = entries_.back();
        entries_.pop_back();
        if (!entries_.empty()) {
            sink(last);
        }
        return {static_cast<std::uint32_t>(top >> place_bits), static_cast<std::uint32_t>(top)};
    }

private:
    static constexpr unsigned place_bits = 32;

    void sink(std::uint64_t entry)
    {
        const std::size_t count = entries_.size();
        std::size_t at = 0;
        for (std::size_t child = 1; child < count; child = at * 4 + 1) {
            const std::size_t least = least_of(child, count);
            if (entry <= entries_[least]) {
                break;
            }
            entries_[at] = entries_[least];
            at = least;
        }
        entries_[at] = entry;
    }

    std::size_t least_of(std::size_t child, std::size_t count) const
    {
        if (child + 4 <= count) { // without a jump that nobody can foresee
            const std::size_t left = entries_[child + 1] < entries_[child] ? child + 1 : child;
            const std::size_t right = entries_[child + 3] < entries_[child + 2] ? child + 3 : child + 2;
            return entries_[right] < entries_[left] ? right : left;
        }
        std::size_t least = child;
        for (std::size_t other = child + 1; other < count; ++other) {
            least = entries_[other] < entries_[least] ? other : least;
        }
        return least;
    }

    std::vector<std::uint64_t> entries_;
};

} // namespace gis
