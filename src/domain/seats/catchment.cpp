#include "domain/seats/catchment.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/seats/estate_walks.hpp"
#include "gis/geometry/index.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace fieldgap {
namespace {

std::unordered_map<std::string_view, SchoolIndex> schools_by_id(const City& city, const Ownership& owns)
{
    std::unordered_map<std::string_view, SchoolIndex> schools;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        schools.emplace(city.schools[s].id, owns.main_of[s]);
    }
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        for (const std::string& alias : city.schools[s].aliases) {
            schools.emplace(alias, owns.main_of[s]);
        }
    }
    return schools;
}

/// The school of each catchment; absent where it can take nobody in.
std::vector<std::optional<SchoolIndex>> schools_of(const City& city, const Ownership& owns, std::span<const SchoolSeats> seats,
                                                   Findings& findings)
{
    const auto by_id = schools_by_id(city, owns);
    std::vector<std::optional<SchoolIndex>> schools;
    for (const Catchment& catchment : city.catchments) {
        const auto found = by_id.find(catchment.school_id);
        const auto takes_in = [&](Stage stage) {
            return (!catchment.stage || *catchment.stage == stage) && seats[index(found->second)].takes_in[stage];
        };
        if (found != by_id.end() && std::any_of(compulsory_stages.begin(), compulsory_stages.end(), takes_in)) {
            schools.emplace_back(found->second);
        } else {
            schools.emplace_back(std::nullopt);
            findings.push_back(
                {IssueCode::catchment_school_unknown, "catchments", catchment.id, catchment.ground, {catchment.school_id}, {}, 0});
        }
    }
    return schools;
}

void add(CatchmentSchools& of_estate, const Catchment& catchment, SchoolIndex school, const SchoolSeats& seats)
{
    for (const Stage stage : compulsory_stages) {
        if ((!catchment.stage || *catchment.stage == stage) && seats.takes_in[stage]) {
            if (!of_estate[stage]) {
                of_estate[stage].emplace();
            }
            of_estate[stage]->push_back(school);
        }
    }
}

void sort_unique(CatchmentSchools& of_estate)
{
    for (auto& schools : of_estate.values) {
        if (schools) {
            std::sort(schools->begin(), schools->end());
            schools->erase(std::unique(schools->begin(), schools->end()), schools->end());
        }
    }
}

} // namespace

std::vector<CatchmentSchools> catchment_schools(std::span<const Estate> estates, const City& city, const Ownership& owns,
                                                std::span<const SchoolSeats> seats, Findings& findings)
{
    std::vector<CatchmentSchools> result(estates.size());
    if (city.catchments.empty()) {
        return result;
    }
    const auto schools = schools_of(city, owns, seats, findings);
    const gis::PolygonIndex catchments(city.catchments);
    for (std::size_t e = 0; e < estates.size(); ++e) {
        gis::throw_if_interrupted();
        for (const std::uint32_t c : catchments.holding(place_of(estates[e]))) {
            if (schools[c]) {
                add(result[e], city.catchments[c], *schools[c], seats[index(*schools[c])]);
            }
        }
        sort_unique(result[e]);
    }
    return result;
}

} // namespace fieldgap
