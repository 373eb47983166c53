#include "domain/seats/catchment.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/city/school_ids.hpp"
#include "domain/seats/estate_walks.hpp"
#include "gis/geometry/index.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

/// The school of each catchment; absent where it can take nobody in.
std::vector<std::optional<SchoolIndex>> schools_of(const AnalysedCity& analysed, std::span<const SchoolStanding> schools)
{
    const SchoolIds by_id(analysed.city.schools);
    std::vector<std::optional<SchoolIndex>> of_catchment;
    for (const Catchment& catchment : analysed.city.catchments) {
        const auto found = by_id.find(catchment.school_id);
        const auto main = found ? std::optional(analysed.results.owns.main_of[index(*found)]) : std::nullopt;
        const auto takes_in = [&](Stage stage) {
            return (!catchment.stage || *catchment.stage == stage) && schools[index(*main)].seats.takes_in[stage];
        };
        const bool sends = main && std::any_of(compulsory_stages.begin(), compulsory_stages.end(), takes_in);
        of_catchment.push_back(sends ? main : std::nullopt);
    }
    return of_catchment;
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

std::vector<CatchmentSchools> catchment_schools(const AnalysedCity& analysed, std::span<const SchoolStanding> schools,
                                                std::span<const Estate> estates)
{
    const City& city = analysed.city;
    std::vector<CatchmentSchools> result(estates.size());
    if (city.catchments.empty()) {
        return result;
    }
    const auto of_catchment = schools_of(analysed, schools);
    const gis::PolygonIndex catchments(city.catchments);
    for (std::size_t e = 0; e < estates.size(); ++e) {
        gis::throw_if_interrupted();
        for (const std::uint32_t c : catchments.holding(place_of(estates[e]))) {
            if (of_catchment[c]) {
                add(result[e], city.catchments[c], *of_catchment[c], schools[index(*of_catchment[c])].seats);
            }
        }
        sort_unique(result[e]);
    }
    return result;
}

void report_catchments(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, Findings& findings)
{
    const auto of_catchment = schools_of(analysed, schools);
    for (std::size_t c = 0; c < of_catchment.size(); ++c) {
        const Catchment& one = analysed.city.catchments[c];
        if (!of_catchment[c]) {
            findings.push_back({IssueCode::catchment_school_unknown, "catchments", one.id, one.ground, {one.school_id}});
        }
    }
}

} // namespace fieldgap
