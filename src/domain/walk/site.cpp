#include "domain/walk/site.hpp"

#include "domain/walk/touching.hpp"
#include "gis/geometry/index.hpp"
#include "gis/geometry/overlay.hpp"
#include "gis/interrupt.hpp"

#include <algorithm>
#include <limits>

namespace fieldgap {
namespace {

struct Part
{
    std::string_view id;
    const gis::Polygon* polygon = nullptr;
    gis::Box box;
};

std::vector<Part> polygons_of(const Site& site)
{
    std::vector<Part> parts;
    for (const Site::Outline& outline : site.outlines) {
        for (const gis::Polygon& polygon : *outline.ground) {
            parts.push_back({outline.id, &polygon, gis::bounds(polygon)});
        }
    }
    return parts;
}

/// Follows what touches from one polygon to the next.
class Grouping
{
public:
    explicit Grouping(std::vector<Part> parts) : parts_(std::move(parts)), is_grouped_(parts_.size()), index_(boxes()) {}

    std::vector<SiteGroup> groups()
    {
        std::vector<SiteGroup> all;
        for (std::uint32_t first = 0; first < parts_.size(); ++first) {
            if (!is_grouped_[first]) {
                all.push_back(group_from(first));
            }
        }
        return all;
    }

private:
    std::vector<gis::Box> boxes() const
    {
        std::vector<gis::Box> all;
        for (const Part& part : parts_) {
            all.push_back(part.box);
        }
        return all;
    }

    SiteGroup group_from(std::uint32_t first)
    {
        std::vector<std::uint32_t> members = {first};
        is_grouped_[first] = true;
        for (std::size_t next = 0; next < members.size(); ++next) {
            gis::throw_if_interrupted();
            const Part& one = parts_[members[next]];
            for (const std::uint32_t other : index_.meeting(one.box.widened(2.0 * touch_m))) {
                if (!is_grouped_[other] && gis::is_within(*one.polygon, *parts_[other].polygon, touch_m)) {
                    is_grouped_[other] = true;
                    members.push_back(other);
                }
            }
        }
        std::sort(members.begin(), members.end());
        SiteGroup group;
        group.id = parts_[first].id;
        for (const std::uint32_t member : members) {
            group.polygons.push_back(parts_[member].polygon);
        }
        return group;
    }

    std::vector<Part> parts_;
    std::vector<bool> is_grouped_;
    gis::BoxIndex index_;
};

} // namespace

Site school_site(const City& city, const Ownership& owns, SchoolIndex school)
{
    Site site;
    std::vector<CampusIndex> campuses;
    for (const SchoolIndex row : owns.rows_of_main[index(school)]) {
        const auto& of_row = owns.campuses_of_school[index(row)];
        campuses.insert(campuses.end(), of_row.begin(), of_row.end());
        if (of_row.empty()) {
            site.points.push_back({city.schools[index(row)].id, city.schools[index(row)].at});
        }
    }
    std::sort(campuses.begin(), campuses.end());
    campuses.erase(std::unique(campuses.begin(), campuses.end()), campuses.end());
    for (const CampusIndex campus : campuses) {
        const Campus& one = city.campuses[index(campus)];
        if (!one.ground.empty()) {
            site.outlines.push_back({one.id, &one.ground});
        }
    }
    return site;
}

Site venue_site(const Venue& venue)
{
    Site site;
    if (venue.ground.empty()) {
        site.points.push_back({venue.id, venue.at});
    } else {
        site.outlines.push_back({venue.id, &venue.ground});
    }
    return site;
}

double SiteGroup::metres_to(const gis::Point& place) const
{
    if (point) {
        return gis::distance_m(*point, place);
    }
    double least_m = std::numeric_limits<double>::infinity();
    for (const gis::Polygon* polygon : polygons) {
        if (gis::contains(*polygon, place)) {
            return 0.0;
        }
        least_m = std::min(least_m, gis::distance_to_outline_m(*polygon, place));
    }
    return least_m;
}

std::vector<SiteGroup> groups_of(const Site& site)
{
    std::vector<SiteGroup> groups = Grouping(polygons_of(site)).groups();
    for (const Site::Place& place : site.points) {
        groups.push_back({place.id, {}, place.at});
    }
    return groups;
}

std::size_t part_count(const Site& site)
{
    std::size_t count = site.points.size();
    for (const Site::Outline& outline : site.outlines) {
        count += outline.ground->size();
    }
    return count;
}

} // namespace fieldgap
