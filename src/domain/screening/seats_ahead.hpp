#pragma once
// Estates that come before a site and take seats and m2 first.

#include "domain/screening/estate_judge.hpp"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// One estate with what is known of its pupils.
struct IncomingEstateRow
{
    IncomingEstate incoming;        ///< stages that are not known bring nobody
    PerStage<bool> is_unknown = {}; ///< the pupils of that stage are not known
    std::string id;
};

/// All estates of a list, borrowed with their walks and catchments.
std::vector<IncomingEstateRow> coming_estates(std::span<const Estate> estates, std::span<const DwellingYield> yields,
                                              const EstateWalks& walks, const std::vector<CatchmentSchools>& catchments,
                                              const EstateSettings& settings);

/// Seats them together on top of what is taken, in each of the four ways; schools that those of unknown number may go to become unclear.
void seat_ahead(const VerdictContext& ground, std::span<const IncomingEstateRow> coming, TakenSeats& taken);

/// What stands when a site comes: planned estates whose first homes come no later than the site's. Where a year is missing the estate comes
/// first and the site's planned schools do not count; optimistic, the other way round.
class SeatsAhead
{
public:
    /// `planned` is empty where planned estates do not come first.
    SeatsAhead(const VerdictContext& ground, std::vector<IncomingEstateRow> planned) : ground_(ground), planned_(std::move(planned)) {}

    /// On top of the planned estates, those of `earlier` sites, group by group; groups may only grow from call to call for the same year.
    const TakenSeats& before(const std::optional<std::int64_t>& first_year, std::span<const std::vector<IncomingEstateRow>> earlier);

private:
    struct Stand
    {
        TakenSeats taken;
        std::size_t groups = 0; ///< of earlier sites that sit already
    };

    TakenSeats planned_until(const std::optional<std::int64_t>& first_year) const;

    const VerdictContext& ground_;
    std::vector<IncomingEstateRow> planned_;
    std::map<std::optional<std::int64_t>, Stand> of_year_;
};

} // namespace fieldgap
