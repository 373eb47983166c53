#include "domain/ground/ownership_distance.hpp"

#include "domain/city/issue_code.hpp"
#include "gis/geometry/overlay.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

struct Claim
{
    std::size_t school;
    double away_m;
};

void take(const City& city, std::size_t campus, const Claim& claim, Ownership& owns, Findings& findings)
{
    const School& school = city.schools[claim.school];
    owns.schools_of_campus[campus].push_back(SchoolIndex(claim.school));
    owns.campuses_of_school[claim.school].push_back(CampusIndex(campus));
    findings.push_back({IssueCode::campus_by_distance, "schools", school.id, school.at, {city.campuses[campus].id, claim.away_m}});
}

} // namespace

void take_nearest_campuses(const City& city, const CampusMap& campuses, double within_m, Ownership& owns, Findings& findings)
{
    if (within_m <= 0.0) {
        return;
    }
    const auto is_free = [&](CampusIndex campus) {
        return city.campuses[index(campus)].school_id.empty() && owns.schools_of_campus[index(campus)].empty();
    };
    std::vector<std::optional<Claim>> claims(city.campuses.size());
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (!owns.campuses_of_school[s].empty()) {
            continue;
        }
        const auto near = campuses.nearest(city.schools[s].at, within_m, is_free);
        if (near && (!claims[index(near->campus)] || near->away_m < claims[index(near->campus)]->away_m)) {
            claims[index(near->campus)] = Claim{s, near->away_m};
        }
    }
    for (std::size_t c = 0; c < claims.size(); ++c) {
        if (claims[c]) {
            take(city, c, *claims[c], owns, findings);
        }
    }
}

void report_schools_outside(const City& city, const Ownership& owns, Findings& findings)
{
    constexpr double noticed_m = 100.0;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        const School& school = city.schools[s];
        double min_m = std::numeric_limits<double>::infinity();
        const Campus* nearest = nullptr;
        for (const CampusIndex campus : owns.campuses_of_school[s]) {
            const double away_m = distance_to_ground_m(city.campuses[index(campus)].ground, school.at);
            if (away_m < min_m) {
                min_m = away_m;
                nearest = &city.campuses[index(campus)];
            }
        }
        if (nearest != nullptr && min_m > noticed_m) {
            findings.push_back({IssueCode::school_outside_campus, "schools", school.id, school.at, {min_m, nearest->id}});
        }
    }
}

std::optional<CampusMap::Near> nearest_campus(const CampusMap& campuses, const Field& field, double within_m)
{
    const auto any = [](CampusIndex) { return true; };
    std::optional<CampusMap::Near> best;
    const auto look_from = [&](const gis::Point& point) {
        const auto near = campuses.nearest(point, within_m, any);
        if (near && (!best || near->away_m < best->away_m)) {
            best = near;
        }
    };
    if (within_m <= 0.0) {
        return std::nullopt;
    }
    if (field.at) {
        look_from(*field.at);
    }
    for (const gis::Polygon& part : field.ground) {
        std::for_each(part.outer.begin(), part.outer.end(), look_from);
    }
    return best;
}

} // namespace fieldgap
