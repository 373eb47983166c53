#include "quarter/variation_part.hpp"

#include <map>
#include <set>

namespace fieldgap::quarter {
namespace {

constexpr std::size_t most_drivers = 3;

struct Member
{
    const ResultSchool* school;
    StageGround ground;
};

using Schools = std::map<std::string, const ResultSchool*>;

VariationRow row_of(const DrivenVariation& driven, const std::vector<Member>& members)
{
    VariationRow row{"", "", driven.schools, driven.variation, {}, {}};
    for (const Driver& driver : driven.drivers) {
        const Member& member = members[driver.school];
        row.drivers.push_back({member.school->school_id, member.school->name, member.ground.pupils, driver});
    }
    return row;
}

/// `district`: nothing for the whole city.
std::optional<VariationRow> row_of(const ResultTables& result, const Schools& schools, const std::string* district,
                                   const std::string& stage)
{
    std::vector<Member> members;
    std::vector<StageGround> grounds;
    for (const ResultStage& of : result.stages) {
        const auto school = schools.find(of.school_id);
        const bool is_member =
            of.stage == stage && school != schools.end() && (district == nullptr || school->second->district == *district);
        if (is_member) {
            members.push_back({school->second, of.ground});
            grounds.push_back(of.ground);
        }
    }
    const auto driven = driven_variation(grounds, most_drivers);
    if (!driven) {
        return std::nullopt;
    }
    VariationRow row = row_of(*driven, members);
    row.district = district == nullptr ? "" : *district;
    row.stage = stage;
    return row;
}

} // namespace

std::vector<VariationRow> variation_rows(const ResultTables& result, const VariationLimits& limits)
{
    Schools schools;
    std::set<std::string> districts;
    for (const ResultSchool& school : result.schools) {
        schools.emplace(school.school_id, &school);
        if (!school.district.empty()) {
            districts.insert(school.district);
        }
    }
    std::vector<const std::string*> groups = {nullptr};
    for (const std::string& district : districts) {
        groups.push_back(&district);
    }
    std::vector<VariationRow> rows;
    for (const std::string* group : groups) {
        for (std::size_t stage = 0; stage < judged_stages.size(); ++stage) {
            if (auto row = row_of(result, schools, group, judged_stages[stage])) {
                row->limit = group == nullptr ? std::nullopt : limits[stage];
                rows.push_back(std::move(*row));
            }
        }
    }
    return rows;
}

} // namespace fieldgap::quarter
