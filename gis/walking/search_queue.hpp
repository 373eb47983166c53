#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gis {

/// A heap of four children a parent: half as deep as a binary one, and the children share a cache line. Entries of labels that have
/// become better since stay in it; the search passes over them.
class SearchQueue
{
public:
    struct Entry
    {
        double seconds = 0.0;
        std::uint32_t slot = 0;
    };

    bool is_empty() const { return entries_.empty(); }
    void clear() { entries_.clear(); }

    void push(const Entry& entry)
    {
        std::size_t at = entries_.size();
        entries_.push_back(entry);
        while (at > 0 && entry.seconds < entries_[(at - 1) / 4].seconds) {
            entries_[at] = entries_[(at - 1) / 4];
            at = (at - 1) / 4;
        }
        entries_[at] = entry;
    }

    /// The entry with the fewest seconds. The queue must not be empty.
    Entry pop()
    {
        const Entry top = entries_.front();
        const Entry last = entries_.back();
        entries_.pop_back();
        if (!entries_.empty()) {
            sink(last);
        }
        return top;
    }

private:
    void sink(const Entry& entry)
    {
        const std::size_t count = entries_.size();
        std::size_t at = 0;
        for (std::size_t child = 1; child < count; child = at * 4 + 1) {
            std::size_t least = child;
            for (std::size_t other = child + 1; other < std::min(child + 4, count); ++other) {
                least = entries_[other].seconds < entries_[least].seconds ? other : least;
            }
            if (!(entries_[least].seconds < entry.seconds)) {
                break;
            }
            entries_[at] = entries_[least];
            at = least;
        }
        entries_[at] = entry;
    }

    std::vector<Entry> entries_;
};

} // namespace gis
