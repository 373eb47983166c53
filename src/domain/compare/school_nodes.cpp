#include "domain/compare/school_nodes.hpp"

#include <algorithm>
#include <string>

namespace fieldgap {

SchoolNodes::SchoolNodes(const ComparedResult& before, const ComparedResult& after)
    : identities_(identities(before.schools, after.schools)), of_old_(before.schools.size(), no_node),
      of_new_(after.schools.size(), no_node), keeps_id_(before.schools.size())
{
    for (std::uint32_t g = 0; g < groups().size(); ++g) {
        const SchoolGroup& group = groups()[g];
        if (group.is_simple()) {
            const auto old_school = group.olds.empty() ? std::nullopt : std::optional(group.olds.front());
            const auto new_school = group.news.empty() ? std::nullopt : std::optional(group.news.front());
            nodes_.push_back({g, old_school, new_school});
            continue;
        }
        for (const std::uint32_t school : group.olds) {
            nodes_.push_back({g, school, std::nullopt});
        }
        for (const std::uint32_t school : group.news) {
            nodes_.push_back({g, std::nullopt, school});
        }
    }
    const auto id_of = [&](const SchoolNode& node) -> const std::string& {
        return node.new_school ? after.schools[*node.new_school].id : before.schools[*node.old_school].id;
    };
    std::stable_sort(nodes_.begin(), nodes_.end(), [&](const SchoolNode& a, const SchoolNode& b) { return id_of(a) < id_of(b); });
    for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
        if (nodes_[n].old_school) {
            of_old_[*nodes_[n].old_school] = n;
        }
        if (nodes_[n].new_school) {
            of_new_[*nodes_[n].new_school] = n;
        }
    }
    for (std::uint32_t o = 0; o < before.schools.size(); ++o) {
        const auto heir = heir_of(o);
        keeps_id_[o] = heir && after.schools[*heir].id == before.schools[o].id;
    }
}

std::uint32_t SchoolNodes::going_on(std::uint32_t old_school) const
{
    const auto heir = heir_of(old_school);
    return heir ? of_new_[*heir] : of_old_[old_school];
}

std::vector<std::uint32_t> SchoolNodes::forerunners(std::uint32_t new_school) const
{
    std::vector<std::uint32_t> found;
    for (const std::uint32_t o : group_of(of_new_[new_school]).olds) {
        if (heir_of(o) == new_school) {
            found.push_back(o);
        }
    }
    return found;
}

std::uint32_t SchoolNodes::survivor(const SchoolGroup& group) const
{
    const auto found = std::find_if(group.olds.begin(), group.olds.end(), [&](std::uint32_t o) { return keeps_id_[o]; });
    return found == group.olds.end() ? group.olds.front() : *found;
}

} // namespace fieldgap
