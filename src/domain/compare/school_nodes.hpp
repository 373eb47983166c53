#pragma once
// The schools of both results in one list, as the allocation is worked out again over them.

#include "domain/compare/identities.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace fieldgap {

inline constexpr std::uint32_t no_node = 0xFFFFFFFFU;

/// One school of both results, or of one of them.
struct SchoolNode
{
    std::uint32_t group = 0;
    std::optional<std::uint32_t> old_school, new_school; ///< positions; both of a simple group, else one of them
};

/// In the order of their ids, so that the numbering of both results is kept.
class SchoolNodes
{
public:
    SchoolNodes(const ComparedResult& before, const ComparedResult& after);

    const std::vector<SchoolNode>& nodes() const { return nodes_; }
    const std::vector<SchoolGroup>& groups() const { return identities_.groups; }
    const SchoolGroup& group_of(std::uint32_t node) const { return identities_.groups[nodes_[node].group]; }
    std::optional<std::uint32_t> heir_of(std::uint32_t old_school) const { return identities_.heir_of_old[old_school]; }

    /// `no_node` for branches.
    std::uint32_t of_old(std::uint32_t school) const { return of_old_[school]; }
    std::uint32_t of_new(std::uint32_t school) const { return of_new_[school]; }

    /// Where an old school's part goes on: its heir, or it itself where it is gone.
    std::uint32_t going_on(std::uint32_t old_school) const;
    /// The old schools that went on as this new one.
    std::vector<std::uint32_t> forerunners(std::uint32_t new_school) const;
    /// Of a group with old schools: the one that takes what the others win or lose before they merge or are split.
    std::uint32_t survivor(const SchoolGroup& group) const;

private:
    Identities identities_;
    std::vector<SchoolNode> nodes_;
    std::vector<std::uint32_t> of_old_, of_new_;
    std::vector<bool> keeps_id_; ///< by old school: its heir has its id
};

} // namespace fieldgap
