#pragma once
// From an estate to schools on foot (docs/rules.md rules 6 to 9 and section 6).

#include "domain/seats/catchment.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fieldgap {

/// One walk to one school.
struct EstateWalk
{
    std::uint32_t estate = 0; ///< position in the list of estates
    SchoolIndex school{};
    double walk_m = 0.0; ///< of the quickest walk, connectors included
    double walk_s = 0.0;
    std::uint32_t walk = 0; ///< position in `Walks::walk`, or `touching`, or `without_route`
};

inline constexpr std::uint32_t without_route = 0xFFFFFFFEU; ///< only its distance is known: a nearest school far away, or routes dropped

/// Whether the ways of a list are wanted later, by `route_of`: they are as much to keep as the walks themselves.
enum class Routes : std::uint8_t { dropped, kept };

/// Estates of one list with their ways to school.
struct EstateWalks
{
    std::span<const Estate> estates; ///< borrowed
    std::vector<CatchmentSchools> catchments;
    std::vector<Entries> entries;     ///< of each estate
    gis::SiteAccesses access_points;  ///< those that a shortest walk may need
    std::vector<EstateWalk> near;     ///< pairs within the longest max_walk_m, by estate, then school
    std::vector<std::uint32_t> first; ///< those of estate i: near[first[i]] .. near[first[i + 1]]
    /// The nearest open school of each stage at any distance, by time, then id.
    std::vector<PerStage<std::optional<EstateWalk>>> nearest;
    gis::Walks walks; ///< nothing where routes are dropped

    std::span<const EstateWalk> of(std::size_t estate) const
    {
        return std::span(near).subspan(first[estate], first[estate + 1] - first[estate]);
    }
};

/// Entries of an estate: gates with owner_kind estate (or none) that name it or stand within 5 m of its outline; else its outline; else its
/// point. Schools, open and planned, are entered as `reach` has it; `seats` says who takes in which stage. The first search sees
/// walks of up to the longest max_walk_m (with slopes, steps or signals at least 15 minutes, and three times as long); estates that have
/// not found an open school of each stage there are told the nearest by one search from all schools of the stage. Without streets nobody
/// walks anywhere.
EstateWalks walks_to_schools(const AnalysedCity& analysed, std::span<const SchoolStanding> schools, std::span<const Estate> estates,
                             Routes routes);

/// no_entry or no_entry_piece of every estate that joins no street. `layer` names the estates.
void report_no_entry(const AnalysedCity& analysed, const EstateWalks& walks, std::string_view layer, Findings& findings);

/// True up to 1 mm over max_walk_m (docs/rules.md rule 9).
bool is_within_limit(const EstateWalk& walk, Stage stage, const EstateSettings& settings);

/// The route in the CityPlane from the estate's entry to the school's; at least two points. Not for `without_route`.
gis::Line route_of(const AnalysedCity& analysed, const EstateWalks& walks, const EstateWalk& walk);

/// A point that stands for the estate: inside its largest polygon, else its point.
gis::Point place_of(const Estate& estate);

} // namespace fieldgap
