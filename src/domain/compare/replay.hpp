#pragma once
// The allocation worked out again for a city some parts of which are old and some new.

#include "domain/analysis/analysis.hpp"
#include "domain/compare/known_pairs.hpp"

#include <array>
#include <vector>

namespace fieldgap {

/// What one school brings into the allocation.
struct SchoolInputs
{
    bool is_there = false; ///< false: it neither needs nor has anything, for it merged, or is yet to be split off
    bool needs_nothing = false;
    bool is_dense = false;
    bool pupils_known = true;
    PerStage<std::int64_t> pupils;
    bool ground_known = true;
    std::array<ExactArea, 3> ground; ///< by FieldKind, whether it counts or not
    ExactArea rounding;              ///< own ground was rounded once, the kinds one by one
    ExactArea surplus;               ///< what it has for partners
};

/// Pairs are borrowed.
struct CityInputs
{
    Settings settings;
    std::vector<SchoolInputs> schools; ///< by node
    const KnownPairs* rent = nullptr;
    const KnownPairs* share = nullptr;
    std::vector<Lease> leases; ///< `school` is a node, `venue` a position in the old result; in the order in which they are given
};

/// A city without streets: venues, prices, basements and reserves are those of the old result.
class Replay
{
public:
    Replay(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes);

    /// What each node lacks after all channels; 0 for one without figures.
    std::vector<ExactArea> residuals(const CityInputs& inputs);

private:
    void take(const CityInputs& inputs);
    void assess(const CityInputs& inputs, std::size_t node);
    static std::vector<ReachedPair> reached(const KnownPairs& pairs, const WalkSettings& walk);

    City city_;
    Results measured_;
};

} // namespace fieldgap
