#pragma once
// Where one may walk into a campus or a venue (docs/rules.md rule 6).

#include "domain/gap/measured_city.hpp"
#include "domain/walk/joined_entries.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

struct SiteEntries
{
    std::vector<Entries> of_school;             ///< parallel to City::schools, planned ones too; empty for branches
    std::vector<Entries> of_venue;              ///< parallel to City::venues
    std::vector<std::uint32_t> gates_of_nobody; ///< positions in City::gates: owner_id names no school, venue, new or not, or estate
};

/// Of every school and venue, as `entries_of` has it; part_without_gate where it says so. A gate without owner_id opens every outline
/// within 5 m of it; a gate for schools only opens no venue.
SiteEntries entries(const City& city, const Ownership& owns, Findings& findings);

/// part_without_gate: one row for each such part of the site of `owner_id`, whose grounds are listed in `layer`.
void report_parts_without_gate(const Entries& entries, const std::string& owner_id, std::string_view layer, Findings& findings);

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
