#pragma once
// Estates that come before a site and take seats and m2 first.

#include "domain/screening/trial.hpp"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// Seats them together on top of what is taken, in each way of admission; schools that those of unknown number may go to become unclear.
void seat_ahead(const VerdictContext& context, std::span<const IncomingEstate> incoming, PerAdmission<SeatsTaken>& taken);

/// What stands when a site comes: planned estates whose first homes come no later than the site's. Where a year is missing the estate comes
/// first and the site's planned schools do not count; at best, the other way round.
class SeatsAhead
{
public:
    /// `planned` is empty where planned estates do not come first. The context is borrowed.
    SeatsAhead(const VerdictContext& context, std::vector<IncomingEstate> planned) : context_(context), planned_(std::move(planned)) {}

    /// On top of the planned estates, those of `earlier` sites, group by group; groups may only grow from call to call for the same year.
    const PerAdmission<SeatsTaken>& before(const std::optional<std::int64_t>& first_year,
                                           std::span<const std::vector<IncomingEstate>> earlier);

private:
    struct Stand
    {
        PerAdmission<SeatsTaken> taken;
        std::size_t groups = 0; ///< of earlier sites that sit already
    };

    PerAdmission<SeatsTaken> planned_until(const std::optional<std::int64_t>& first_year) const;

    const VerdictContext& context_;
    std::vector<IncomingEstate> planned_;
    std::map<std::optional<std::int64_t>, Stand> of_year_;
};

} // namespace fieldgap
