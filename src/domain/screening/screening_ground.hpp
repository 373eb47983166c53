#pragma once
// The city made ready for estates: walks, catchments, standings and the ground that can be given out again.

#include "domain/screening/estate_row.hpp"
#include "domain/screening/seats_ahead.hpp"

#include <optional>
#include <span>

namespace fieldgap {

/// One list of estates with its walks.
struct WalkedEstates
{
    std::span<const Estate> estates; ///< borrowed
    EstateWalks walks;
    std::vector<CatchmentSchools> catchments;
};

WalkedEstates walked(std::span<const Estate> estates, std::string_view layer, const City& city, const Results& results,
                     std::span<const SchoolStanding> schools, const WalkNetworkView& walking, const Settings& settings, Findings& findings);

/// Schools to which estates of the list may send pupils; parallel to City::schools.
void mark_receiving(const EstateWalks& walks, std::vector<bool>& may_receive);

/// What is said of the numbers of an estate that is still to be built.
void report_estate(const Estate& estate, std::string_view layer, std::span<const DwellingYield> yields, const EstateSettings& settings,
                   Findings& findings);

/// Planned estates of the city, as they come.
std::vector<IncomingEstateRow> planned_estates(const WalkedEstates& all, const City& city, const EstateSettings& settings);

} // namespace fieldgap
