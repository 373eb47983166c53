#pragma once
// The sports area of every school, from drawn fields and official figures (docs/rules.md rules 1, 2 and 4).

#include "domain/ground/drawn_ground.hpp"
#include "domain/standard/need.hpp"

#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// Share of each school with figures in each campus: `share_of_campus[c]` is parallel to `Ownership::schools_of_campus[c]`. The first row
/// of a main school stands for all its rows there. Shared campuses are split by required area among the schools whose need is known.
struct CampusShares
{
    std::vector<std::vector<double>> share_of_campus;
};

CampusShares campus_shares(const City& city, const Ownership& owns, std::span<const std::optional<Need>> needs);

/// What is drawn for one row (a school or a branch).
struct RowGround
{
    PerFieldKind drawn;
    std::uint32_t fields = 0;
    bool has_place = false;   ///< a campus or a field
    bool is_left_out = false; ///< on a shared campus whose ground is split among others
};

RowGround ground_of_row(const Ownership& owns, const DrawnGround& drawn, const CampusShares& shares, std::size_t school);

/// True where no drawn field stands for none: a field is drawn, or the fields layer is complete.
bool is_mapped(const City& city, const RowGround& row);

/// The figure of the school itself.
std::optional<double> official_m2(const School& school, FieldKind kind);

enum class OwnSource : std::uint8_t { official, drawn };

/// The sports area of one main school, branches included. Areas are absent where the ground is unknown.
struct Supply
{
    std::optional<double> outdoor_m2, indoor_m2, special_m2; ///< as they are used: official where given, else drawn
    std::optional<double> drawn_m2;                          ///< all that is drawn
    OwnSource source = OwnSource::drawn;                     ///< official where any figure is
    std::optional<ExactArea> own;                            ///< what counts under the regime
    bool fields_missing = false;                             ///< unknown because no field is mapped
};

/// Parallel to City::schools; empty values for branches and planned schools. Reports official_differs (by more than a fifth).
std::vector<Supply> sports_area_by_school(const City& city, const Ownership& owns, const DrawnGround& drawn, const CampusShares& shares,
                                          const Standard& standard, Findings& findings);

} // namespace fieldgap
