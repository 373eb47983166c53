#pragma once
// Which schools have a name much like another: for names in which somebody mistyped.

#include "layers/text/name_key.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace fieldgap {

/// 0 (nothing in common) to 1 (equal): the mean of the share of common letter pairs (Dice, with the ends) and of 1 - edit distance /
/// length. One letter wrong in eight is 0.83.
double similarity(const std::u32string& one, const std::u32string& other);

struct Similar
{
    std::size_t name = 0; ///< position in the list
    double score = 0.0;
};

/// Names of equal traits and campus, by the letter pairs of their own parts. Asking for one takes time in proportion to the names that
/// share a pair and all traits with it.
class SimilarNames
{
public:
    /// Borrows the keys.
    explicit SimilarNames(const std::vector<NameKey>& keys);

    /// Names of at least `least` (above 0), best first, then by position. Own parts of fewer than three letters are like nothing.
    /// Not from two threads at once.
    std::vector<Similar> like(const NameKey& name, double least);

private:
    std::vector<std::uint32_t> sharing_a_pair(const NameKey& name);

    const std::vector<NameKey>* keys_;
    std::vector<std::uint32_t> shared_;                                        ///< pairs in common, by position; all 0 between calls
    std::unordered_map<std::u32string, std::vector<std::uint32_t>> with_pair_; ///< traits, campus and a pair of letters
};

} // namespace fieldgap
