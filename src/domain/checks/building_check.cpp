#include "domain/checks/building_check.hpp"

#include "domain/city/issue_code.hpp"
#include "domain/ground/what_if.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>

namespace fieldgap {
namespace {

double m2_of(const gis::MultiPolygon& ground)
{
    return gis::area(ground).square_metres();
}

class BuildingsOnFields
{
public:
    explicit BuildingsOnFields(const City& city) : buildings_(city.buildings), halls_(hall_grounds(city)) {}

    /// What buildings cover of an outdoor field, less halls.
    double covered_m2(const gis::MultiPolygon& field) const
    {
        std::vector<gis::MultiPolygon> parts;
        for (const std::uint32_t b : buildings_.meeting(gis::bounds(field))) {
            gis::MultiPolygon part = gis::intersection(buildings_[b], field);
            if (!part.empty() && !is_hall(buildings_[b])) {
                parts.push_back(std::move(part));
            }
        }
        gis::MultiPolygon covered = gis::united(parts);
        for (const std::uint32_t h : halls_.meeting(gis::bounds(covered))) {
            covered = gis::difference(covered, halls_[h]);
        }
        return m2_of(covered);
    }

private:
    static std::vector<const gis::MultiPolygon*> hall_grounds(const City& city)
    {
        std::vector<const gis::MultiPolygon*> halls;
        for (const Field& field : city.fields) {
            if (field.kind != FieldKind::outdoor && !city.buildings.empty()) {
                halls.push_back(&field.ground);
            }
        }
        return halls;
    }

    bool is_hall(const gis::MultiPolygon& building) const
    {
        constexpr double min_in_common = 0.5;
        const auto near = halls_.meeting(gis::bounds(building));
        return std::any_of(near.begin(), near.end(), [&](std::uint32_t h) {
            const double shared_m2 = m2_of(gis::intersection(halls_[h], building));
            return shared_m2 >= min_in_common * (m2_of(halls_[h]) + m2_of(building) - shared_m2);
        });
    }

    gis::PolygonIndex buildings_;
    gis::PolygonIndex halls_;
};

Finding finding_of(const Field& field, double covered_m2, double field_m2, std::vector<WhatIf> without)
{
    return {IssueCode::building_on_field, "fields", field.id, field.ground, {covered_m2, field_m2}, std::move(without)};
}

} // namespace

void report_buildings_on_fields(const MeasuredCity& measured, Findings& findings)
{
    const City& city = measured.city;
    constexpr double noticed_share = 0.05;
    constexpr double noticed_m2 = 20.0;
    if (city.buildings.empty()) {
        return;
    }
    const BuildingsOnFields buildings(city);
    for (std::size_t f = 0; f < city.fields.size(); ++f) {
        gis::throw_if_interrupted();
        const Field& field = city.fields[f];
        if (field.kind != FieldKind::outdoor || field.ground.empty()) {
            continue;
        }
        const double covered_m2 = buildings.covered_m2(field.ground);
        const double field_m2 = m2_of(field.ground);
        if (covered_m2 > noticed_m2 || covered_m2 > noticed_share * field_m2) {
            const double lost_m2 = std::min(covered_m2, measured.drawn.of_field[f].counted_m2);
            findings.push_back(
                finding_of(field, covered_m2, field_m2, ground_for_owner(city, measured.owns, measured.owns.owner_of_field[f], -lost_m2)));
        }
    }
}

} // namespace fieldgap
