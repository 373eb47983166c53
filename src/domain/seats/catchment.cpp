#include "domain/seats/catchment.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/school_ids.hpp"
#include "domain/seats/estate_walks.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// The school of each catchment; absent where it can take nobody in.
std::vector<std::optional<SchoolIndex>> schools_of(const City& city, const Ownership& owns, std::span<const SchoolSeats> seats,
                                                   Findings& findings)
{
    const SchoolIds by_id(city.schools);
    std::vector<std::optional<SchoolIndex>> schools;
    for (const Catchment& catchment : city.catchments) {
        const auto found = by_id.find(catchment.school_id);
        const auto main = found ? std::optional(owns.main_of[index(*found)]) : std::nullopt;
        const auto takes_in = [&](Stage stage) {
            return (!catchment.stage || *catchment.stage == stage) && seats[index(*main)].takes_in[stage];
        };
        if (main && std::any_of(compulsory_stages.begin(), compulsory_stages.end(), takes_in)) {
            schools.push_back(main);
        } else {
            schools.emplace_back();
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
    std::vector<gis::Box> boxes;
    for (const Catchment& catchment : city.catchments) {
        boxes.push_back(gis::bounds(catchment.ground));
    }
    const gis::BoxIndex index_of_boxes(boxes);
    for (std::size_t e = 0; e < estates.size(); ++e) {
        gis::throw_if_interrupted();
        const gis::Point place = place_of(estates[e]);
        gis::Box window;
        window.add(place);
        for (const std::uint32_t c : index_of_boxes.meeting(window)) {
            if (schools[c] && gis::contains(city.catchments[c].ground, place)) {
                add(result[e], city.catchments[c], *schools[c], seats[index(*schools[c])]);
            }
        }
        sort_unique(result[e]);
    }
    return result;
}

} // namespace fieldgap
