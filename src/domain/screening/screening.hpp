#pragma once
// Candidate sites against the city: docs/rules.md section 6, "Screening and seats". The rows hold what the layers `sites`, `site_links` and
// `schools_affected` show, as plain values; where a column has none, it is NULL there.

#include "domain/screening/estate_row.hpp"
#include "domain/screening/new_school.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// A row of `sites`.
struct SiteRow
{
    EstateRow estate;
    std::optional<PerStage<ExactPupils>> seats_short;   ///< absent for `unknown`, like everything that is derived from it
    std::optional<ExactArea> extra_required, extra_gap; ///< of the receiving schools; absent where one of them has no figures
    std::size_t venues_in_reach = 0;                    ///< rentable ones, of the receiving schools
    std::optional<NewSchool> new_school;                ///< needed_classes, needed_field_m2, reward
    std::optional<std::int64_t> carries_households, carries_conditional;
    std::optional<Binding> binding, binding_conditional; ///< what fails with one household more; absent where nothing ever does
};

/// A row of `site_links`.
struct SiteLink
{
    std::uint32_t site = 0;
    SchoolIndex school{};
    Stage stage{};
    ExactPupils pupils;
    EstateWalk walk; ///< walk_m, walk_s; the route by `route_of(analysed, screening.walks, walk)`
};

/// One school in two states.
struct SchoolState
{
    PerStage<std::optional<double>> pupils; ///< with those of estates, not rounded
    Assessment assessment;                  ///< status branch: a planned school without pupils yet
    SchoolAllocation school_allocation;
};

/// A row of `schools_affected`: schools that receive pupils, or whose m2 the new allocation changes.
struct AffectedSchool
{
    SchoolIndex school{};
    SchoolState before; ///< with the estates that come first, allocated
    SchoolState after;  ///< with the site's pupils, allocated again
};

/// What is known of one site, or of all together.
struct SiteScreening
{
    SiteRow row;
    std::vector<SiteLink> links;          ///< by site, stage, school
    std::vector<AffectedSchool> affected; ///< by school
};

struct Screening
{
    std::vector<SiteScreening> alone; ///< parallel to the sites
    SiteScreening together;           ///< estate_id `*`: pupils are sums, carries_* absent, nearest and entry without meaning
    EstateWalks walks;                ///< of the sites
};

/// Sites (estates of the phase planned, with `order` or not) sorted by id. Each alone on top of the city and of those planned estates that
/// come first; a site with an `order` also on top of all sites of a smaller one. Verdicts are of pupils in thousandths; areas are whole
/// hundredths. Costs per site: a few flows over the schools in its reach, and allocations of the part of the city that shares venues or
/// partners with them (of the whole city where a channel has a cap).
Screening screen(const AnalysedCity& analysed, std::span<const Estate> sites, Findings& findings);

} // namespace fieldgap
