#pragma once
// Allocating again when pupils of new estates have come, in the part of the city that this concerns.

#include "domain/seats/estate_walks.hpp"
#include "domain/seats/least_ground.hpp"
#include "domain/seats/verdict.hpp"

#include <span>
#include <vector>

namespace fieldgap {

/// Between whom pairs of the channel share are looked for, in one search for all; parallel to City::schools.
struct Partners
{
    std::vector<bool> may_take; ///< those with a gap today take in any case
    std::vector<bool> may_give; ///< those with a surplus today give in any case

    /// Schools to which these estates may send pupils.
    void add_takers(const EstateWalks& walks);
};

/// Schools that share venues or partners stand in one neighbourhood: what one of them needs more cannot matter to any other. Where a
/// channel has a cap, or there is a budget, the city is one neighbourhood.
class Reallocation
{
public:
    /// Everything but the partners is borrowed.
    Reallocation(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, const Partners& partners);

    /// The neighbourhoods in which these schools stand, ascending.
    std::vector<std::size_t> neighbourhoods_of(std::span<const SchoolIndex> schools) const;

    /// Open schools of a neighbourhood, ascending.
    std::span<const SchoolIndex> members_of(std::size_t neighbourhood) const { return parts_[neighbourhood]; }

    /// Open schools of the neighbourhoods of these, ascending.
    std::vector<SchoolIndex> neighbourhood(std::span<const SchoolIndex> schools) const;

    /// What is to be closed for a school with the pupils of `now`, so that it falls no further behind than `taken` alone leaves it behind
    /// under the allocation as it stands, and what it may share out: never ground that it lacks itself where more pupils ask for less.
    Assessment must_close(SchoolIndex school, const PupilLoad& taken, const PupilLoad& now, LoadCount count) const;

    /// Whether the gaps of the members can be closed with what they have and reach. `assessments` is parallel to City::schools; those of
    /// other schools are not looked at.
    bool can_close(std::span<const SchoolIndex> members, std::span<const Assessment> assessments) const;

    /// The figures of a school with these pupils.
    Assessment assessment_with(SchoolIndex school, const PupilLoad& now) const;

    /// The figures of the city with these pupils; schools that are no members keep those of today.
    std::vector<Assessment> assessments(std::span<const SchoolIndex> members, const std::vector<PupilLoad>& now) const;

    /// Members' ground given out as one optimum; nothing for other schools, whose assessments are not looked at.
    Allocation allotted(std::span<const SchoolIndex> members, std::span<const Assessment> assessments) const;

    /// What members receive more than in `before`, by school, then giver.
    Reasons what_more(std::span<const SchoolIndex> members, const Allocation& before, const Allocation& after) const;

private:
    MeasuredCity with(std::span<const Assessment> assessments) const;
    Reach reach_of(std::span<const SchoolIndex> members) const;
    void join_neighbours();

    const City& city_;
    const Results& results_;
    std::span<const SchoolStanding> schools_;
    const Settings& settings_;
    ReachedPairs share_;                                  ///< with the further takers
    std::vector<std::uint32_t> first_rent_, first_share_; ///< pairs of each school stand together
    std::vector<std::size_t> part_of_;                    ///< neighbourhood of each school
    std::vector<std::vector<SchoolIndex>> parts_;         ///< schools with figures of each
};

} // namespace fieldgap
