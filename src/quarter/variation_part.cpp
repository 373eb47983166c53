#include "quarter/variation_part.hpp"

#include <algorithm>
#include <map>

namespace fieldgap::quarter {
namespace {

constexpr std::size_t most_drivers = 3;

/// The schools of a district, or of the city, in one stage.
struct Group
{
    std::vector<const ResultSchool*> schools;
    std::vector<StageGround> grounds; ///< parallel to `schools`

    void add(const ResultSchool& school, const StageGround& ground)
    {
        schools.push_back(&school);
        grounds.push_back(ground);
    }
};

/// By district, empty for the city, and place in judged_stages.
using Groups = std::map<std::pair<std::string, std::size_t>, Group>;

Groups groups_of(const ResultTables& result)
{
    std::map<std::string, const ResultSchool*> schools;
    for (const ResultSchool& school : result.schools) {
        schools.emplace(school.school_id, &school);
    }
    Groups groups;
    for (const ResultStage& of : result.stages) {
        const auto school = schools.find(of.school_id);
        const auto stage = std::find(judged_stages.begin(), judged_stages.end(), of.stage);
        if (school == schools.end() || stage == judged_stages.end()) {
            continue;
        }
        const auto place = static_cast<std::size_t>(stage - judged_stages.begin());
        groups[{"", place}].add(*school->second, of.ground);
        if (!school->second->district.empty()) {
            groups[{school->second->district, place}].add(*school->second, of.ground);
        }
    }
    return groups;
}

VariationRow row_of(const DrivenVariation& driven, const Group& group)
{
    VariationRow row{"", "", driven.schools, driven.variation, {}, {}};
    for (const Driver& driver : driven.drivers) {
        const ResultSchool& school = *group.schools[driver.school];
        row.drivers.push_back({school.school_id, school.name, group.grounds[driver.school].pupils, driver});
    }
    return row;
}

} // namespace

std::vector<VariationRow> variation_rows(const ResultTables& result, const VariationLimits& limits)
{
    std::vector<VariationRow> rows;
    for (const auto& [key, group] : groups_of(result)) {
        const auto driven = driven_variation(group.grounds, most_drivers);
        if (!driven) {
            continue;
        }
        VariationRow row = row_of(*driven, group);
        row.district = key.first;
        row.stage = judged_stages[key.second];
        row.limit = row.district.empty() ? std::nullopt : limits[key.second]; // limits are those of a district
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace fieldgap::quarter
