#pragma once
// Chance that is the same on every machine: the distributions of the standard library differ between libraries.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fieldgap {

/// SplitMix64 (Steele, Lea and Flood 2014). Two streams of one seed have nothing to do with each other.
class Random
{
public:
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0) : state_(mixed(seed) ^ mixed(stream + 0x632BE59BD9B4E019ULL)) {}

    std::uint64_t next() { return mixed(state_ += 0x9E3779B97F4A7C15ULL); }

    /// 0 <= x < 1
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double between(double least, double most) { return least + (most - least) * unit(); }
    bool chance(double probability) { return unit() < probability; }

    /// Both ends included.
    int whole(int least, int most) { return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1)); }

    template <class T>
    const T& one_of(const std::vector<T>& list)
    {
        return list[next() % list.size()];
    }

    template <class T>
    void shuffle(std::vector<T>& list)
    {
        for (std::size_t left = list.size(); left > 1; --left) {
            std::swap(list[left - 1], list[next() % left]);
        }
    }

private:
    static std::uint64_t mixed(std::uint64_t x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }

    std::uint64_t state_;
};

} // namespace fieldgap
