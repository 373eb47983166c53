#pragma once
// What contracts already give, before anything else is given (docs/rules.md rule 10).

#include "domain/allocation/giver_district.hpp"
#include "domain/walk/reach.hpp"

#include <array>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace fieldgap {

enum class LeaseFate : std::uint8_t { counts, lapsed, not_in_reach, rent_is_off, not_of_regime, without_need, not_rentable };

constexpr std::string_view name_of(LeaseFate fate)
{
    constexpr std::array<std::string_view, 7> names = {"counts",        "lapsed",       "not_in_reach", "rent_is_off",
                                                       "not_of_regime", "without_need", "not_rentable"};
    return names[static_cast<std::size_t>(fate)];
}

/// What one contract counts.
struct CountedLease
{
    std::uint32_t lease = 0; ///< position in City::leases
    SchoolIndex school{};    ///< the main school
    std::uint32_t venue = 0; ///< position in City::venues
    std::uint32_t pair = 0;  ///< in Reach::rent
    ExactArea counted;       ///< 0 where gap, venue, caps or places leave nothing
    double cost = 0.0;       ///< yuan per year, to 0.01
};

/// The day by which leases are judged: `[plan] as_of`, else `[register] as_of`, else the end of the enrolment's year; absent: none has
/// lapsed.
std::optional<Date> day_of_leases(const MeasuredCity& measured);

/// Whether a lease counts at all. `reach` holds the pairs of its school.
LeaseFate fate_of(const MeasuredCity& measured, const Reach& reach, const Lease& lease);

/// What the leases give and leave. They are given in the order of City::leases.
class LeasedGround
{
public:
    /// Of `takers` alone, ascending; `reach` holds their pairs.
    LeasedGround(const MeasuredCity& measured, const Reach& reach, const DistrictCaps& caps, std::span<const SchoolIndex> takers);

    /// Those that count, also where they find nothing left.
    const std::vector<CountedLease>& leases() const { return leases_; }

    ExactArea of_school(std::size_t school) const { return of_school_.empty() ? ExactArea() : of_school_[school]; }
    ExactArea of_venue(std::size_t venue) const { return of_venue_.empty() ? ExactArea() : of_venue_[venue]; }
    ExactArea of_cap(std::uint32_t district_cap) const { return of_cap_.empty() ? ExactArea() : of_cap_[district_cap]; }
    ExactArea total() const { return total_; }
    std::int64_t cost_units() const { return cost_units_; } ///< 0.000001 yuan a year

    bool has_place(std::size_t school, std::size_t venue) const { return places_.contains({venue, school}); }
    std::int64_t places_taken(std::size_t venue) const;

private:
    ExactArea left_for(std::size_t school, std::size_t venue) const;
    void give(std::uint32_t lease);

    const MeasuredCity& measured_;
    const Reach& reach_;
    const DistrictCaps& caps_;
    std::vector<CountedLease> leases_;
    std::vector<ExactArea> of_school_, of_venue_, of_cap_;
    std::set<std::pair<std::size_t, std::size_t>> places_; ///< venue and school
    ExactArea total_;
    std::int64_t cost_units_ = 0;
};

/// Rows for leases that are not counted, or in part.
void report_leases(const MeasuredCity& measured, const Reach& reach, std::span<const CountedLease> counted, Findings& findings);

} // namespace fieldgap
