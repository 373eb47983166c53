#include "domain/ground/what_if.hpp"

#include "gis/geometry/overlay.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

std::vector<SchoolIndex> schools_with_figures(const City& city, const Ownership& owns)
{
    std::vector<SchoolIndex> schools;
    for (std::size_t s = 0; s < city.schools.size(); ++s) {
        if (has_figures(city, owns, SchoolIndex(s))) {
            schools.push_back(SchoolIndex(s));
        }
    }
    return schools;
}

std::vector<gis::Box> boxes_of(const City& city, const std::vector<SchoolIndex>& schools)
{
    std::vector<gis::Box> boxes;
    for (const SchoolIndex school : schools) {
        boxes.emplace_back().add(city.schools[index(school)].at);
    }
    return boxes;
}

} // namespace

double ground_m2_of(const Field& field)
{
    const double drawn_m2 = gis::area(field.ground).square_metres();
    return field.kind == FieldKind::indoor ? field.floor_m2.value_or(drawn_m2 * field.counted_storeys()) : drawn_m2;
}

std::vector<WhatIf> ground_for_school(const City& city, const Ownership& owns, SchoolIndex school, double m2)
{
    const SchoolIndex main = owns.main_of[index(school)];
    if (m2 == 0.0 || !has_figures(city, owns, main)) {
        return {};
    }
    return {{city.schools[index(main)].id, m2, {}, true}};
}

std::vector<WhatIf> ground_for_campus(const City& city, const Ownership& owns, CampusIndex campus, double m2)
{
    std::vector<SchoolIndex> mains;
    for (const SchoolIndex school : owns.schools_of_campus[index(campus)]) {
        if (has_figures(city, owns, owns.main_of[index(school)])) {
            mains.push_back(owns.main_of[index(school)]);
        }
    }
    std::sort(mains.begin(), mains.end());
    mains.erase(std::unique(mains.begin(), mains.end()), mains.end());
    std::vector<WhatIf> list;
    for (const SchoolIndex main : mains) {
        const auto one = ground_for_school(city, owns, main, m2 / static_cast<double>(mains.size()));
        list.insert(list.end(), one.begin(), one.end());
    }
    return list;
}

std::vector<WhatIf> ground_for_owner(const City& city, const Ownership& owns, const FieldOwner& owner, double m2)
{
    if (owner.school) {
        return ground_for_school(city, owns, *owner.school, m2);
    }
    return owner.campus ? ground_for_campus(city, owns, *owner.campus, m2) : std::vector<WhatIf>();
}

SchoolMap::SchoolMap(const City& city, const Ownership& owns)
    : city_(&city), owns_(&owns), schools_(schools_with_figures(city, owns)), index_(boxes_of(city, schools_))
{
}

std::vector<WhatIf> SchoolMap::ground_for_nearest(const gis::Point& at, double m2) const
{
    constexpr double first_m = 250.0;
    constexpr double last_m = 2000.0;
    for (double within_m = first_m; within_m <= last_m; within_m *= 2.0) {
        const gis::Box window = gis::Box{at.x, at.y, at.x, at.y}.widened(within_m);
        double min_m = within_m;
        std::optional<SchoolIndex> nearest;
        for (const std::uint32_t i : index_.meeting(window)) {
            const double away_m = gis::distance_m(city_->schools[index(schools_[i])].at, at);
            if (away_m <= min_m && (!nearest || away_m < min_m)) {
                min_m = away_m;
                nearest = schools_[i];
            }
        }
        if (nearest) {
            return ground_for_school(*city_, *owns_, *nearest, m2);
        }
    }
    return {};
}

} // namespace fieldgap
