#pragma once
// Estates and candidate sites against the city: docs/rules.md section 6, "Screening and seats". The rows hold what the layers
// `residential`, `sites`, `site_links` and `schools_affected` show, as plain values; where a column has none, it is NULL there.

#include "domain/analysis/analysis.hpp"
#include "domain/screening/new_school.hpp"
#include "domain/seats/estate_pupils.hpp"
#include "domain/seats/estate_walks.hpp"
#include "domain/seats/verdict.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fieldgap {

/// A row of `residential`; name, phase and households stand in the Estate itself.
struct EstateRow
{
    PerStage<StagePupils> pupils;
    PerStage<std::optional<EstateWalk>> nearest; ///< nearest_*, walk_*_m: the nearest open school at any distance
    PerStage<std::optional<std::int64_t>> seats; ///< of that school, before the estate's own pupils
    PerStage<std::optional<bool>> in_minutes;    ///< primary within 10 minutes, junior within 15; absent without a walk
    std::optional<bool> covered;                 ///< absent where unknown seats decide or nothing is known of the way
    std::vector<SchoolIndex> serving;            ///< receiving schools; of existing estates by catchment, else the nearest
    std::optional<double> per_student_m2;        ///< own_m2 / enrolment of `serving` together, with the estate's pupils if planned
    std::vector<SchoolIndex> needs_planned;      ///< of planned estates: planned schools to which a seating with all of them, whenever
                                                 ///< they open, sends its pupils; ascending (of sites: empty)
    std::optional<Verdict> verdict;              ///< absent for existing estates
    Reasons reasons;
    EntrySource entry_source = EntrySource::outline;
    bool has_entry = false;
};

struct EstateTable
{
    std::vector<EstateRow> rows; ///< parallel to City::estates
    EstateWalks walks;
};

/// The estates of the city. Planned ones are seated together, a seat given once, whatever their years; each may count on planned schools
/// that open in its first year or before (conditional). Existing ones take no seats. Planned estates are judged with the m2 of all of them.
EstateTable serve_estates(const City& city, const Results& results, const WalkNetworkView& walking, const Settings& settings,
                          Findings& findings);

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
    EstateWalk walk; ///< walk_m, walk_s; the route by `route_of(walks_of_sites, ...)`
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

/// Sites (planned estates with `order` or not) sorted by id. Each alone on top of the city and of those planned estates that come first; a
/// site with an `order` also on top of all sites of a smaller one. Verdicts are of pupils in thousandths; areas are whole hundredths.
/// Costs per site: a few flows over the schools in its reach, and allocations of the part of the city that shares venues or partners with
/// them (of the whole city where a channel has a cap).
Screening screen(const City& city, const Results& results, const WalkNetworkView& walking, const Settings& settings,
                 std::span<const Estate> sites, Findings& findings);

} // namespace fieldgap
