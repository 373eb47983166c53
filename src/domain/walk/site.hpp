#pragma once
// A place with ways in, and its parts that one gate serves (docs/rules.md rule 6).

#include "domain/city/city.hpp"
#include "domain/ground/ownership.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace fieldgap {

/// A main school with its branches, a venue or an estate. All of it is borrowed from the City.
struct Site
{
    struct Outline
    {
        std::string_view id; ///< of the campus, venue or estate
        const gis::MultiPolygon* ground = nullptr;
    };
    struct Place ///< of a part without an outline
    {
        std::string_view id;
        gis::Point at;
    };
    std::vector<Outline> outlines;
    std::vector<Place> points;
};

/// Campuses of the school and of its branches in the order of their ids; the points of those of its rows that stand on none.
Site school_site(const City& city, const Ownership& owns, SchoolIndex school);
Site venue_site(const Venue& venue);

/// Polygons of a site that touch (1 cm) or overlap, or one point of a part without ground.
struct SiteGroup
{
    std::string_view id;                       ///< of the first outline in it, or of the point's row
    std::vector<const gis::Polygon*> polygons; ///< borrowed
    std::optional<gis::Point> point;           ///< where there are no polygons

    bool has_ground() const { return !point.has_value(); }
    /// 0 inside.
    double metres_to(const gis::Point& place) const;
};

/// In the order of the site: by its first polygon, then the points.
std::vector<SiteGroup> groups_of(const Site& site);

/// Polygons and points: a site of one is a group without looking.
std::size_t part_count(const Site& site);

} // namespace fieldgap
