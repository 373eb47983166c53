#pragma once
// Where one may walk into a campus or a venue (docs/rules.md rule 6).

#include "domain/city/city.hpp"
#include "domain/gap/measured_city.hpp"
#include "gis/network/bounded_search.hpp"

#include <functional>
#include <span>
#include <vector>

namespace fieldgap {

/// A place with ways in: a main school with its branches, or a venue.
struct Site
{
    std::vector<const gis::MultiPolygon*> outlines; ///< borrowed from the City
    std::vector<gis::Point> points;                 ///< of parts without an outline
};

/// Gates or points. Where the source is `outline`, the outlines of the site are entered too, wherever a street is near.
struct Entries
{
    EntrySource source = EntrySource::point;
    std::vector<gis::Point> at;
};

/// The site to which the entries at a position of a list belong.
using SiteOf = std::function<Site(std::size_t)>;

struct SiteEntries
{
    std::vector<Entries> of_school;             ///< parallel to City::schools, planned ones too; empty for branches
    std::vector<Entries> of_venue;              ///< parallel to City::venues
    std::vector<std::uint32_t> gates_of_nobody; ///< positions in City::gates: owner_id names no school, venue or estate of the city
};

inline constexpr double gate_reach_m = 5.0; ///< a gate without owner_id opens the outlines that are so near

/// A site with gates on one of its polygons is entered by gates only.
Entries entries_of(const Site& site, const std::vector<gis::Point>& own_gates, const std::vector<gis::Point>& osm_gates);

/// The accesses of each site; entries without an edge within `snap_m` are left out. Outlines are entered at their vertices and at equal
/// steps of at most 5 m between them; points are made only where an edge is near, so that the cost follows the streets and not the
/// outlines.
gis::SiteAccesses joined(const gis::EdgeIndex& edges, const std::vector<Entries>& entries, const SiteOf& site_of, double snap_m);

/// Every entry of a site, near a street or not.
std::vector<gis::Point> all_points(const Entries& entries, const Site& site);

/// Whether any of these lies within so many metres of the box.
bool has_point_near(const Entries& entries, const Site& site, const gis::Box& box, double within_m);

Site school_site(const City& city, const Ownership& owns, SchoolIndex school);
Site venue_site(const Venue& venue);

/// Gates of a layer of one's own come first, then OSM gates, then the outline (its vertices and equal steps of at most 5 m), then the
/// point. A gate without owner_id opens every outline within 5 m of it; a gate for schools only opens no venue.
SiteEntries entries(const City& city, const Ownership& owns, Findings& findings);

/// gate_owner_unknown: gates of nobody, but for those that name one of `sites`, estates that are not in the city.
void report_gates_of_nobody(const City& city, const SiteEntries& site_entries, std::span<const Estate> sites, Findings& findings);

/// Joins every entry to the nearest edge within `snap_m`; entries without one are left out, a site without any is reported.
struct SiteAccess
{
    gis::SiteAccesses of_school;
    gis::SiteAccesses of_venue;
};
SiteAccess access_points(const MeasuredCity& measured, const SiteEntries& site_entries, const gis::WalkNetwork& streets,
                         Findings& findings);

} // namespace fieldgap
