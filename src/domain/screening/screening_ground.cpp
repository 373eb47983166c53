#include "domain/screening/screening_ground.hpp"
#include "domain/city/issue_code.hpp"

#include <algorithm>

namespace fieldgap {

WalkedEstates walked(std::span<const Estate> estates, std::string_view layer, const City& city, const Results& results,
                     std::span<const SchoolStanding> schools, const WalkNetworkView& walking, const Settings& settings, Findings& findings)
{
    std::vector<SchoolSeats> seats;
    for (const SchoolStanding& school : schools) {
        seats.push_back(school.seats);
    }
    return {estates, walks_to_schools(estates, layer, city, results.owns, results.reach, seats, walking, settings, findings),
            catchment_schools(estates, city, results.owns, seats, findings)};
}

void mark_receiving(const EstateWalks& walks, std::vector<bool>& may_receive)
{
    for (const EstateWalk& walk : walks.near) {
        may_receive[index(walk.school)] = true;
    }
}

void report_estate(const Estate& estate, std::string_view layer, std::span<const DwellingYield> yields, const EstateSettings& settings,
                   Findings& findings)
{
    const gis::Geometry where = estate.ground.empty() && estate.at ? gis::Geometry(*estate.at) : gis::Geometry(estate.ground);
    const auto pupils = estate_pupils(estate, yields, settings);
    for (const Stage stage : compulsory_stages) {
        if (!pupils[stage].pupils) {
            findings.push_back({IssueCode::estate_pupils_unknown, std::string(layer), estate.id, where, {name_of(stage)}, {}, 0});
        }
    }
    const bool is_listed =
        std::any_of(yields.begin(), yields.end(), [&](const DwellingYield& row) { return row.dwelling == estate.dwelling; });
    if (!yields.empty() && !estate.dwelling.empty() && !is_listed) {
        findings.push_back({IssueCode::dwelling_unknown, std::string(layer), estate.id, where, {estate.dwelling}, {}, 0});
    }
    if (!estate.first_phase_year) {
        findings.push_back({IssueCode::first_year_missing, std::string(layer), estate.id, where, {}, {}, 0});
    }
}

std::vector<IncomingEstateRow> planned_estates(const WalkedEstates& all, const City& city, const EstateSettings& settings)
{
    std::vector<IncomingEstateRow> planned;
    for (IncomingEstateRow& estate : coming_estates(all.estates, city.yields, all.walks, all.catchments, settings)) {
        if (all.estates[estate.incoming.estate].phase == EstatePhase::planned) {
            planned.push_back(std::move(estate));
        }
    }
    return planned;
}

} // namespace fieldgap
