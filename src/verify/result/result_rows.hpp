#pragma once
// The rows of a result, as far as they are checked. Absent is what is NULL there.

#include "verify/result/amounts.hpp"
#include "verify/result/geometry.hpp"

#include <limits>
#include <optional>
#include <string>

namespace fieldgap::verify {

using Number = std::optional<double>;
using MaybeArea = std::optional<Area>;

inline constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

struct SchoolRow
{
    std::string id, district, stage;
    PerStage<Number> enrol;
    Number enrol_total;
    Number outdoor_m2, indoor_m2, special_m2;
    MaybeArea own;
    std::string own_source;
    Number drawn_m2;
    MaybeArea required;
    Number per_student_m2, standard_m2, ratio;
    std::string status;
    MaybeArea gap, surplus;
    Number venues_in_reach;
    std::string nearest_venue_id;
    Number nearest_venue_s;
    PerChannel<MaybeArea> given;
    MaybeArea shared_out, residual;
    Number cost;
    Number per_student_after_m2;
    std::string status_after;
    std::string entry_source;
    std::string certainty;
    Number flips_at_m_per_min;
    MaybeArea basement_usable, expand_possible;

    bool is_branch() const { return status == "branch"; }
    bool has_figures() const { return status == "meets" || status == "near" || status == "short"; }
    Area received() const;
};

struct StageRow
{
    std::string school_id, stage;
    Number pupils, weight, area_m2, per_pupil_m2, standard_m2, gap_m2;
    std::string status;
    Number in_district_figures, given_m2, per_pupil_after_m2;
    std::string status_after;
    std::uint32_t school = nobody;
};

struct VenueRow
{
    std::string id, name;
    MaybeArea area, rented, left;
    Number schools_in_reach;
    std::string entry_source;
    Point at;
    bool has_place = false;
};

struct LinkRow
{
    std::string from_school, to_id, channel;
    Number walk_s, walk_m;
    MaybeArea given;
    Number cost;
    std::string from_source, to_source;
    Number flips_at_m_per_min, crossings;
    Route route;
    std::uint32_t school = nobody;
    std::uint32_t giver = nobody; ///< position among venues, or among schools for `share`
    Area leased = 0;              ///< of what is given; out of the ledger

    bool rents() const { return channel == "rent"; }
    Area given_beyond_leases() const { return given.value_or(0) - leased; }
};

struct LedgerRow
{
    std::string school_id, basis;
    MaybeArea m2;
    std::string from_id;
    Number walk_s;
    std::optional<std::string> lease_no; ///< of a lease; may be empty
    std::string lease_until;
    Number cost;
    std::uint32_t school = nobody;

    bool is_lease() const { return basis == "rent" && lease_no; }
};

struct FutureGapRow
{
    std::string school_id, from_date;
    MaybeArea m2;
    std::string lease_no;
};

enum class NodeKind : std::uint8_t { school, venue, partner, channel, district };
inline constexpr std::array<std::string_view, 5> node_kind_names = {"school", "venue", "partner", "channel", "district"};

struct CertificateRow
{
    std::string kind, id, channel;
    Number cut, price_cost, price_walk;
    MaybeArea capacity;
    Number price_per_m2;

    bool has_prices() const { return price_cost && price_walk; }
    Price price() const { return {whole_parts(price_cost.value_or(0.0), price_parts), whole_parts(price_walk.value_or(0.0), walk_parts)}; }
};

struct DistrictRow
{
    std::string id, name;
    Number schools, pupils;
    MaybeArea own, required, gap;
    PerChannel<MaybeArea> given;
    MaybeArea residual;
    Number cost;
    PerStage<Number> mean, cv, mean_after, cv_after; ///< no senior
    Number schools_meet, schools_near, schools_short, schools_unknown, passes;
    Shape ground;

    /// As `schools.district` names it.
    const std::string& label() const { return name.empty() ? id : name; }
};

struct CampusRow
{
    std::string id, school_id, status;
    MaybeArea gap, residual;
    Number per_student_m2, per_student_after_m2;
    Shape ground;
};

struct FieldRow
{
    std::string id, school_id, kind;
    Number counted_m2, drawn_m2;
    Shape ground; ///< only of one that has the id of a venue
};

struct BottleneckRow
{
    std::string id;
    MaybeArea deficit, reachable, unmet;
};

} // namespace fieldgap::verify
