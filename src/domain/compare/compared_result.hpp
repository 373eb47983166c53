#pragma once
// What two results have to say to be compared: schools with their figures, venues, walks, leases, and the settings behind them.

#include "domain/city/city.hpp"
#include "domain/city/exact_amount.hpp"
#include "domain/city/settings.hpp"
#include "domain/gap/gap.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// Ground of one kind that a school has.
struct ComparedGround
{
    ExactArea m2;
    bool is_official = false; ///< a figure of the school's in place of what is drawn
};

/// A school or a branch. Areas are absent where they are unknown.
struct ComparedSchool
{
    std::string id;
    std::string name;
    std::string district;  ///< as the result calls it; empty: in none
    std::string parent_id; ///< of a branch: its main school
    Status status = Status::unknown;
    bool is_dense = false;
    gis::Point at;
    gis::MultiPolygon ground;  ///< its campuses
    bool pupils_known = false; ///< every stage has its number and not all are 0
    PerStage<std::int64_t> pupils;
    bool ground_known = false;
    std::array<ComparedGround, 3> kinds; ///< by FieldKind
    std::optional<ExactArea> own, gap, surplus, residual;
    ExactArea basement, expand; ///< what the channels may give; 0 where they do not count

    bool is_main() const { return parent_id.empty() && status != Status::branch; }
    const ComparedGround& of(FieldKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
};

struct ComparedVenue
{
    std::string id;
    std::optional<ExactArea> area;
    bool is_rentable = true;
    std::optional<double> price_per_m2;
    gis::Point at;
};

/// A pair in reach, by positions in the lists of its result; `giver` in `venues` (rent) or `schools` (share).
struct ComparedLink
{
    std::uint32_t school = 0;
    std::uint32_t giver = 0;
    double walk_s = 0.0;
};

struct ComparedResult
{
    std::vector<ComparedSchool> schools; ///< by id, as the result has them
    std::vector<ComparedVenue> venues;   ///< by id
    std::vector<ComparedLink> rent, share;
    std::vector<Lease> leases; ///< in the order in which they are given, without those that have lapsed; of main schools
    std::vector<District> districts;
    Settings settings;
    std::map<std::string, std::string> config; ///< every setting by its dotted key, as text: what differs is told by it
};

} // namespace fieldgap
