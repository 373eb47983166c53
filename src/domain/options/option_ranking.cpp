#include "domain/options/option_ranking.hpp"

#include <algorithm>
#include <optional>

namespace fieldgap {
namespace {

/// The nearest giver that the school gains and that has something left.
std::optional<OptionPair> gained_by(const GainBounds& bounds, SchoolIndex school, const std::vector<OptionPair>& pairs)
{
    std::optional<OptionPair> gained;
    for (const OptionPair& pair : pairs) {
        if (pair.school == school && bounds.can_give[pair.giver] && (!gained || pair.walk_s < gained->walk_s)) {
            gained = pair;
        }
    }
    return gained;
}

ExactArea bound_of(const GainBounds& bounds, const std::vector<OptionPair>& pairs)
{
    ExactArea by_schools;
    std::vector<std::uint32_t> givers;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        by_schools += i == 0 || pairs[i].school != pairs[i - 1].school ? bounds.through_school[index(pairs[i].school)] : ExactArea();
        givers.push_back(pairs[i].giver);
    }
    std::sort(givers.begin(), givers.end());
    givers.erase(std::unique(givers.begin(), givers.end()), givers.end());
    ExactArea by_givers;
    for (const std::uint32_t giver : givers) {
        by_givers += bounds.from_giver[giver];
    }
    return std::min(by_schools, by_givers);
}

/// More gain first, whether it is known or a bound.
bool comes_before(const OptionChoice& a, const OptionChoice& b)
{
    if (a.gain != b.gain) {
        return a.gain > b.gain;
    }
    return a.walk_s != b.walk_s ? a.walk_s < b.walk_s : a.option < b.option;
}

ExactArea gain_of(FurtherReach& further, const std::vector<OptionPair>& pairs)
{
    std::vector<FurtherPair> asked;
    asked.reserve(pairs.size());
    for (const OptionPair& pair : pairs) {
        asked.push_back({pair.school, pair.giver});
    }
    return further.closed_with(asked);
}

} // namespace

std::vector<OptionChoice> best_choices(FurtherReach& further, const GainBounds& bounds, SchoolIndex school,
                                       std::span<const std::vector<OptionPair>* const> options)
{
    std::vector<OptionChoice> bounded;
    for (std::uint32_t i = 0; i < options.size(); ++i) {
        if (const auto gained = gained_by(bounds, school, *options[i])) {
            bounded.push_back({i, gained->giver, gained->walk_s, bound_of(bounds, *options[i])});
        }
    }
    std::sort(bounded.begin(), bounded.end(), comes_before);
    std::vector<OptionChoice> best;
    for (OptionChoice choice : bounded) {
        if (best.size() == best_options && !comes_before(choice, best.back())) {
            break;
        }
        choice.gain = gain_of(further, *options[choice.option]);
        best.insert(std::upper_bound(best.begin(), best.end(), choice, comes_before), choice);
        best.resize(std::min(best.size(), best_options));
    }
    return best;
}

} // namespace fieldgap
