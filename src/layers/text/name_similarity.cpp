#include "layers/text/name_similarity.hpp"

#include "words/nearest.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

constexpr std::size_t least_letters = 3;
constexpr std::size_t most_letters = 120; // longer ones are no names; keeps hostile input cheap

/// The pairs of neighbouring letters with the ends, sorted.
std::vector<std::u32string> pairs_of(const std::u32string& text)
{
    const std::u32string ended = U'\1' + text + U'\1';
    std::vector<std::u32string> pairs;
    for (std::size_t i = 1; i < ended.size(); ++i) {
        pairs.push_back(ended.substr(i - 1, 2));
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

double dice(const std::u32string& one, const std::u32string& other)
{
    const auto a = pairs_of(one);
    const auto b = pairs_of(other);
    std::vector<std::u32string> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

bool is_measured(const NameKey& key)
{
    return key.own.size() >= least_letters && key.own.size() <= most_letters;
}

/// What names must have in common before their letters are compared.
std::u32string fixed_part(const NameKey& key)
{
    return key.traits + U'\2' + key.campus + U'\2';
}

} // namespace

double similarity(const std::u32string& one, const std::u32string& other)
{
    const std::size_t longer = std::max(one.size(), other.size());
    if (longer == 0) {
        return 1.0;
    }
    const double edits =
        1.0 - static_cast<double>(words::edit_distance(one, other, words::Swapped::two_edits)) / static_cast<double>(longer);
    return (dice(one, other) + edits) / 2.0;
}

SimilarNames::SimilarNames(const std::vector<NameKey>& keys) : keys_(&keys), shared_(keys.size())
{
    for (std::size_t k = 0; k < keys.size(); ++k) {
        if (!is_measured(keys[k])) {
            continue;
        }
        auto pairs = pairs_of(keys[k].own);
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        for (const std::u32string& pair : pairs) {
            with_pair_[fixed_part(keys[k]) + pair].push_back(static_cast<std::uint32_t>(k));
        }
    }
}

std::vector<std::uint32_t> SimilarNames::sharing_a_pair(const NameKey& name)
{
    std::vector<std::uint32_t> sharing;
    const std::u32string fixed = fixed_part(name);
    for (const std::u32string& pair : pairs_of(name.own)) {
        const auto it = with_pair_.find(fixed + pair);
        if (it == with_pair_.end()) {
            continue;
        }
        for (const std::uint32_t k : it->second) {
            if (shared_[k]++ == 0) {
                sharing.push_back(k);
            }
        }
    }
    return sharing;
}

std::vector<Similar> SimilarNames::like(const NameKey& name, double least)
{
    if (!is_measured(name)) {
        return {};
    }
    std::vector<Similar> found;
    for (const std::uint32_t k : sharing_a_pair(name)) {
        // The edits give 1 at most: with fewer pairs in common the mean cannot reach `least`.
        const std::u32string& own = (*keys_)[k].own;
        const double most_dice = 2.0 * static_cast<double>(shared_[k]) / static_cast<double>(name.own.size() + own.size() + 2);
        shared_[k] = 0;
        const double score = most_dice >= 2.0 * least - 1.0 ? similarity(name.own, own) : 0.0;
        if (score >= least) {
            found.push_back({k, score});
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Similar& a, const Similar& b) { return a.score != b.score ? a.score > b.score : a.name < b.name; });
    return found;
}

} // namespace fieldgap
