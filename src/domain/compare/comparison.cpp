#include "domain/compare/comparison.hpp"

#include "domain/compare/replaced_parts.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <map>

namespace fieldgap {
namespace {

using Areas = std::vector<ExactArea>;

/// The sum of a figure of some schools; absent where one of them does not have it.
std::optional<ExactArea> sum_of(const std::vector<std::uint32_t>& some, const std::vector<ComparedSchool>& schools,
                                std::optional<ExactArea> ComparedSchool::*figure)
{
    ExactArea sum;
    for (const std::uint32_t school : some) {
        if (!(schools[school].*figure)) {
            return std::nullopt;
        }
        sum += *(schools[school].*figure);
    }
    return sum;
}

ChangeKind kind_of(const SchoolChange& change, const SchoolGroup& group)
{
    if (group.olds.empty()) {
        return ChangeKind::added;
    }
    if (!change.new_school) {
        return ChangeKind::gone;
    }
    if (!change.is_known || change.residual_before == change.residual_after) {
        return ChangeKind::unchanged;
    }
    if (*change.residual_after == ExactArea()) {
        return ChangeKind::closed;
    }
    if (*change.residual_before == ExactArea()) {
        return ChangeKind::opened;
    }
    return change.change() > ExactArea() ? ChangeKind::worse : ChangeKind::better;
}

bool needs_nothing(const std::vector<std::uint32_t>& some, const std::vector<ComparedSchool>& schools)
{
    return std::all_of(some.begin(), some.end(), [&](std::uint32_t school) { return schools[school].status == Status::none; });
}

/// Of schools that merged or were split all must be known: nobody knows which part of the one was the other.
bool is_known(const SchoolGroup& group, const ComparedResult& before, const ComparedResult& after)
{
    return sum_of(group.olds, before.schools, &ComparedSchool::residual) && sum_of(group.news, after.schools, &ComparedSchool::residual);
}

class Comparer
{
public:
    Comparer(const ComparedResult& before, const ComparedResult& after) : before_(before), after_(after), nodes_(before, after)
    {
        for (const SchoolNode& node : nodes_.nodes()) {
            if (node.new_school) {
                changes_.push_back(change_of_new(*node.new_school));
            } else if (nodes_.groups()[node.group].news.empty()) {
                changes_.push_back(change_of_gone(*node.old_school));
            }
        }
    }

    std::vector<SchoolChange> changes() &&
    {
        ReplacedParts parts(before_, after_, nodes_);
        Replay replay(before_, after_, nodes_);
        for (const Cause part : replaced_causes) {
            gis::throw_if_interrupted();
            replace(part, parts, replay);
        }
        for (SchoolChange& change : changes_) {
            if (change.is_known) {
                change.by[Cause::allocation] = change.change() - change.by.sum();
            }
        }
        return std::move(changes_);
    }

private:
    /// Worked out only where something differs.
    void replace(Cause part, ReplacedParts& parts, Replay& replay)
    {
        const CityInputs earlier = parts.inputs();
        const bool differs = parts.replace(part);
        if (differs && !last_) {
            last_ = of_changes(replay.residuals(earlier));
        }
        is_merged_ = is_merged_ || part == Cause::merger;
        if (!differs) {
            return;
        }
        Areas now = of_changes(replay.residuals(parts.inputs()));
        for (std::size_t i = 0; i < changes_.size(); ++i) {
            changes_[i].by[part] = now[i] - (*last_)[i];
        }
        last_ = std::move(now);
    }

    SchoolChange change_of_new(std::uint32_t school) const
    {
        const ComparedSchool& now = after_.schools[school];
        SchoolChange change;
        change.new_school = school;
        change.old_schools = nodes_.forerunners(school);
        change.gap_before = sum_of(change.old_schools, before_.schools, &ComparedSchool::gap);
        change.residual_before = sum_of(change.old_schools, before_.schools, &ComparedSchool::residual);
        change.gap_after = now.gap;
        change.residual_after = now.residual;
        change.needs_nothing = now.status == Status::none && needs_nothing(change.old_schools, before_.schools);
        const SchoolGroup& group = nodes_.group_of(nodes_.of_new(school));
        change.is_known = is_known(group, before_, after_);
        change.kind = kind_of(change, group);
        return change;
    }

    SchoolChange change_of_gone(std::uint32_t school) const
    {
        SchoolChange change;
        change.old_schools = {school};
        change.gap_before = before_.schools[school].gap;
        change.residual_before = before_.schools[school].residual;
        change.gap_after = ExactArea();
        change.residual_after = ExactArea();
        change.needs_nothing = needs_nothing(change.old_schools, before_.schools);
        change.is_known = change.residual_before.has_value();
        change.kind = ChangeKind::gone;
        return change;
    }

    /// What is left at the schools of each change: until they merge or are split, at those they were.
    Areas of_changes(const Areas& of_nodes) const
    {
        Areas left;
        for (const SchoolChange& change : changes_) {
            const bool is_as_before = !is_merged_ && !change.old_schools.empty();
            ExactArea sum = is_as_before || !change.new_school ? ExactArea() : of_nodes[nodes_.of_new(*change.new_school)];
            if (is_as_before || !change.new_school) {
                for (const std::uint32_t school : change.old_schools) {
                    sum += of_nodes[nodes_.of_old(school)];
                }
            }
            left.push_back(sum);
        }
        return left;
    }

    const ComparedResult& before_;
    const ComparedResult& after_;
    SchoolNodes nodes_;
    std::vector<SchoolChange> changes_;
    std::optional<Areas> last_; ///< what was left at each of them before the next part
    bool is_merged_ = false;
};

/// Of several schools the figures that are known.
ExactArea known_sum(const std::vector<std::uint32_t>& some, const std::vector<ComparedSchool>& schools,
                    std::optional<ExactArea> ComparedSchool::*figure)
{
    ExactArea sum;
    for (const std::uint32_t school : some) {
        sum += (schools[school].*figure).value_or(ExactArea());
    }
    return sum;
}

void add(ChangeSums& sums, const SchoolChange& change, const ComparedResult& before)
{
    const ExactArea residual_before = known_sum(change.old_schools, before.schools, &ComparedSchool::residual);
    const ExactArea residual_after = change.residual_after.value_or(ExactArea());
    ++sums.schools[static_cast<std::size_t>(change.kind)];
    sums.gap_before += known_sum(change.old_schools, before.schools, &ComparedSchool::gap);
    sums.gap_after += change.gap_after.value_or(ExactArea());
    sums.residual_before += residual_before;
    sums.residual_after += residual_after;
    if (change.is_known) {
        sums.change += change.change();
        sums.by += change.by;
        return;
    }
    sums.unknown += change.needs_nothing ? 0 : 1;
    sums.known_now += residual_after;
    sums.unknown_now += residual_before;
}

std::vector<DistrictChanges> by_district(const std::vector<SchoolChange>& changes, const ComparedResult& before,
                                         const ComparedResult& after)
{
    std::map<std::string, ChangeSums> sums;
    for (const SchoolChange& change : changes) {
        add(sums[change.school(before, after).district], change, before);
    }
    std::vector<DistrictChanges> districts;
    for (const auto& [name, of_district] : sums) {
        districts.push_back({name, of_district});
    }
    if (!districts.empty() && districts.front().district.empty()) {
        std::rotate(districts.begin(), districts.begin() + 1, districts.end());
    }
    return districts;
}

} // namespace

Comparison comparison(const ComparedResult& before, const ComparedResult& after)
{
    Comparison found;
    found.schools = Comparer(before, after).changes();
    for (const SchoolChange& change : found.schools) {
        add(found.city, change, before);
    }
    found.districts = by_district(found.schools, before, after);
    return found;
}

} // namespace fieldgap
