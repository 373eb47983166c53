#pragma once
// Who reaches whom, as far as two results tell it together: a pair that one of them could not list counts there as in the other.

#include "domain/compare/school_nodes.hpp"

#include <cstdint>
#include <vector>

namespace fieldgap {

/// `taker` is a node; `giver` a venue's position in the old result (rent) or a node (share). The walk is that of the pace at which it was
/// measured.
struct KnownPair
{
    std::uint32_t taker = 0;
    std::uint32_t giver = 0;
    double walk_s = 0.0;
    double m_per_min = 0.0;

    friend bool operator==(const KnownPair&, const KnownPair&) = default;
};

/// By taker, then giver, each pair once.
using KnownPairs = std::vector<KnownPair>;

struct PairCourse
{
    KnownPairs before;       ///< old schools, old walks
    KnownPairs after_merger; ///< new schools, old walks
    KnownPairs after_walk;   ///< new schools, new walks
};

/// Where each venue of the new result stands in the old one, or `no_node`.
std::vector<std::uint32_t> old_positions_of_venues(const ComparedResult& before, const ComparedResult& after);

/// Venues are those of the old result: those that came with the new one are left to the allocation.
PairCourse rent_course(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes);

struct ShareCourse
{
    PairCourse with_old_partners;
    KnownPairs with_new_partners; ///< new schools, new walks
};

ShareCourse share_course(const ComparedResult& before, const ComparedResult& after, const SchoolNodes& nodes);

} // namespace fieldgap
