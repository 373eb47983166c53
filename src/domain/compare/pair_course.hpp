#pragma once
// The pairs of one channel, as first the schools and then the walks of another result come in.

#include "domain/compare/known_pairs.hpp"

#include <cstdint>
#include <functional>
#include <tuple>
#include <vector>

namespace fieldgap {

/// A pair of one result; `giver` by a number that both results share.
struct FoundPair
{
    std::uint32_t group = 0;
    std::uint32_t giver = 0;
    std::uint32_t school = 0; ///< in its result
    double walk_s = 0.0;

    friend bool operator<(const FoundPair& a, const FoundPair& b)
    {
        return std::tie(a.group, a.giver, a.school) < std::tie(b.group, b.giver, b.school);
    }
};

/// What one result says of pairs.
struct PairSource
{
    std::vector<FoundPair> pairs; ///< sorted
    WalkSettings walk;
    std::function<bool(std::uint32_t school, std::uint32_t giver)> could_list; ///< this school of the result, were they in reach
    /// Whether such a pair may have been entered by a school that did not list it before they merged.
    std::function<bool(std::uint32_t group, std::uint32_t giver)> is_pooled;

    /// All these schools of the result would have listed a walk that was measured in the other one; false where there are none.
    bool lists(const std::vector<std::uint32_t>& schools, const FoundPair& pair, const WalkSettings& measured_by) const;
    bool is_within(const FoundPair& pair, const WalkSettings& measured_by) const;
};

/// A pair that a result could not list counts in it as in the other.
PairCourse pair_course(const SchoolNodes& nodes, const PairSource& before, const PairSource& after);

/// By taker, then giver; of two pairs the shorter walk.
void sort_and_thin(KnownPairs& pairs);

} // namespace fieldgap
