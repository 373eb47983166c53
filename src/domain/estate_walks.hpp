#pragma once
// From an estate to schools on foot (contract rules 6 to 9 and section 6).

#include "domain/reach.hpp"
#include "domain/seats.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// One walk to one school.
struct EstateWalk
{
    std::uint32_t estate = 0; ///< position in the list of estates
    SchoolIndex school{};
    double walk_m = 0.0; ///< along the quickest walk, connectors included
    double walk_s = 0.0;
    std::uint32_t walk = 0;   ///< position in `Walks::walk` of its search, or `touching`
    std::uint32_t search = 0; ///< which of EstateWalks::searches
};

struct EstateWalks
{
    std::vector<Entries> entries; ///< of each estate
    gis::SiteAccesses doors;
    SiteEntries school_entries; ///< of open and planned schools
    gis::SiteAccesses school_doors;
    std::vector<EstateWalk> near;     ///< all pairs within the largest limit, by estate, then school
    std::vector<std::uint32_t> first; ///< those of estate i: near[first[i]] .. near[first[i + 1]]
    /// The nearest open school of each stage at any distance, by time, then id.
    std::vector<PerStage<std::optional<EstateWalk>>> nearest;
    std::vector<gis::Walks> searches;

    std::span<const EstateWalk> of(std::size_t estate) const
    {
        return std::span(near).subspan(first[estate], first[estate + 1] - first[estate]);
    }
};

/// Entries of an estate: gates with owner_kind estate (or none) that name it or stand within 5 m of its outline; else its outline; else its
/// point. Schools as takers: `seats` says who takes in which stage. A search sees walks of up to the longest max_walk_m and 15 minutes
/// (with slopes, steps or signals three times as long); beyond, only estates that have not found a school of each stage yet look on.
EstateWalks walks_to_schools(std::span<const Estate> estates, const City& city, const Ownership& owns, std::span<const SchoolSeats> seats,
                             const Walking& walking, const Settings& settings, Findings& findings);

/// True up to 1 mm over max_walk_m (contract rule 9).
bool is_within_limit(const EstateWalk& walk, Stage stage, const EstateSettings& settings);

/// The route in the CityPlane from the estate's entry to the school's; at least two points.
gis::Line route_of(const EstateWalks& walks, const Walking& walking, const EstateWalk& walk);

/// The schools to which catchments send an estate (by its inner point), ascending; absent where no catchment of that stage holds it.
std::vector<PerStage<std::optional<std::vector<SchoolIndex>>>> catchment_schools(std::span<const Estate> estates, const City& city,
                                                                                 const Ownership& owns, std::span<const SchoolSeats> seats,
                                                                                 Findings& findings);

} // namespace fieldgap
