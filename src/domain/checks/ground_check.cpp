#include "domain/checks/ground_check.hpp"

#include "domain/checks/building_check.hpp"
#include "domain/checks/ground_twins.hpp"
#include "domain/city/issue_code.hpp"
#include "domain/ground/what_if.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <unordered_set>

namespace fieldgap {
namespace {

using Grounds = std::vector<const gis::MultiPolygon*>;

/// Fields of one kind, by their position in the city.
std::vector<std::size_t> fields_of_kind(const City& city, FieldKind kind)
{
    std::vector<std::size_t> positions;
    for (std::size_t f = 0; f < city.fields.size(); ++f) {
        if (city.fields[f].kind == kind) {
            positions.push_back(f);
        }
    }
    return positions;
}

/// True where both count whole, for schools that are not counted together.
bool counts_for_both(const DrawnGround& drawn, std::size_t first, std::size_t second)
{
    constexpr double shown_m2 = 0.01;
    const auto is_whole = [&](std::size_t f) {
        return drawn.of_field[f].counted_m2 > shown_m2 && (drawn.of_field[f].notes & (note_overlap | note_nobody)) == 0;
    };
    return is_whole(first) && is_whole(second);
}

void report_field_twins(const City& city, const Ownership& owns, const DrawnGround& drawn, Findings& findings)
{
    for (const FieldKind kind : all_field_kinds) {
        const std::vector<std::size_t> positions = fields_of_kind(city, kind);
        Grounds grounds;
        for (const std::size_t f : positions) {
            grounds.push_back(&city.fields[f].ground);
        }
        for (const Twins& twins : twins_among(grounds)) {
            const std::size_t first = positions[twins.first];
            const std::size_t second = positions[twins.second];
            const Field& field = city.fields[second];
            const FieldOwner& owner = owns.owner_of_field[second];
            const double percent = 100.0 * twins.in_common;
            if (counts_for_both(drawn, first, second)) {
                auto without = ground_for_owner(city, owns, owner, -drawn.of_field[second].counted_m2);
                findings.push_back({IssueCode::field_of_two_schools,
                                    "fields",
                                    field.id,
                                    field.ground,
                                    {city.fields[first].id, percent},
                                    std::move(without)});
            } else {
                auto both = ground_for_owner(city, owns, owner, twins.shared_m2);
                findings.push_back({IssueCode::field_drawn_twice,
                                    "fields",
                                    field.id,
                                    field.ground,
                                    {city.fields[first].id, percent, twins.shared_m2},
                                    std::move(both)});
            }
        }
    }
}

void report_venue_twins(const City& city, Findings& findings)
{
    Grounds grounds;
    for (const Venue& venue : city.venues) {
        grounds.push_back(&venue.ground);
    }
    for (const Twins& twins : twins_among(grounds)) {
        const Venue& venue = city.venues[twins.second];
        findings.push_back(
            {IssueCode::venue_drawn_twice, "venues", venue.id, venue.ground, {city.venues[twins.first].id, 100.0 * twins.in_common}});
    }
}

std::uint64_t pair_key(std::size_t first, std::size_t second)
{
    return (static_cast<std::uint64_t>(first) << 32U) | second;
}

/// The same campus twice; returns the pairs.
std::unordered_set<std::uint64_t> report_campus_twins(const City& city, const Grounds& grounds, Findings& findings)
{
    std::unordered_set<std::uint64_t> pairs;
    for (const Twins& twins : twins_among(grounds)) {
        const Campus& campus = city.campuses[twins.second];
        pairs.insert(pair_key(twins.first, twins.second));
        findings.push_back({IssueCode::campus_drawn_twice,
                            "campuses",
                            campus.id,
                            campus.ground,
                            {city.campuses[twins.first].id, 100.0 * twins.in_common}});
    }
    return pairs;
}

/// Campuses that share ground, and the fields that lie there.
class CampusOverlaps
{
public:
    CampusOverlaps(const City& city, const Ownership& owns) : city_(city), owns_(owns), campuses_(city.campuses), fields_(city.fields) {}

    void report(const std::unordered_set<std::uint64_t>& twins, Findings& findings) const
    {
        for (std::size_t first = 0; first < campuses_.size(); ++first) {
            gis::throw_if_interrupted();
            for (const std::uint32_t second : campuses_.meeting(campuses_.box(first))) {
                if (second > first && !twins.contains(pair_key(first, second))) {
                    report_pair(first, second, findings);
                }
            }
        }
    }

private:
    void report_pair(std::size_t first, std::size_t second, Findings& findings) const
    {
        constexpr double noticed_m2 = 1.0;
        const gis::MultiPolygon shared = gis::intersection(campuses_[first], campuses_[second]);
        const double m2 = gis::area(shared).square_metres();
        if (m2 < noticed_m2) {
            return;
        }
        auto moved = moved_by_fields(shared, CampusIndex(first), CampusIndex(second));
        findings.push_back(
            {IssueCode::campus_overlap, "campuses", city_.campuses[first].id, shared, {m2, city_.campuses[second].id}, std::move(moved)});
    }

    /// What the schools of both would gain and lose if the fields in the overlap counted for the other campus.
    std::vector<WhatIf> moved_by_fields(const gis::MultiPolygon& shared, CampusIndex first, CampusIndex second) const
    {
        const double to_second_m2 = fields_m2(shared, first);
        const double to_first_m2 = fields_m2(shared, second);
        std::vector<WhatIf> list = ground_for_campus(city_, owns_, first, to_first_m2 - to_second_m2);
        const std::vector<WhatIf> others = ground_for_campus(city_, owns_, second, to_second_m2 - to_first_m2);
        list.insert(list.end(), others.begin(), others.end());
        return list;
    }

    double fields_m2(const gis::MultiPolygon& shared, CampusIndex owner) const
    {
        std::vector<gis::MultiPolygon> parts;
        for (const std::uint32_t f : fields_.meeting(gis::bounds(shared))) {
            if (owns_.owner_of_field[f].campus == owner) {
                parts.push_back(gis::intersection(fields_[f], shared));
            }
        }
        return gis::area(gis::united(parts)).square_metres();
    }

    const City& city_;
    const Ownership& owns_;
    gis::PolygonIndex campuses_;
    gis::PolygonIndex fields_;
};

void report_campuses_against_each_other(const City& city, const Ownership& owns, Findings& findings)
{
    Grounds grounds;
    for (const Campus& campus : city.campuses) {
        grounds.push_back(&campus.ground);
    }
    const auto twins = report_campus_twins(city, grounds, findings);
    CampusOverlaps(city, owns).report(twins, findings);
}

} // namespace

void check_grounds(const MeasuredCity& measured, Findings& findings)
{
    report_field_twins(measured.city, measured.owns, measured.drawn, findings);
    report_venue_twins(measured.city, findings);
    report_campuses_against_each_other(measured.city, measured.owns, findings);
    report_buildings_on_fields(measured, findings);
}

} // namespace fieldgap
