#pragma once
// The sports area of every school, from drawn fields and official figures (docs/rules.md rules 1, 2 and 4).

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "domain/ground/ownership.hpp"
#include "domain/standard/need.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fieldgap {

/// One value for each kind of field.
struct PerFieldKind
{
    std::array<double, 3> m2{};

    double& operator[](FieldKind kind) { return m2[static_cast<std::size_t>(kind)]; }
    double operator[](FieldKind kind) const { return m2[static_cast<std::size_t>(kind)]; }
    PerFieldKind& operator+=(const PerFieldKind& other);
    PerFieldKind scaled(double by) const;
    double sum() const { return m2[0] + m2[1] + m2[2]; }
};

inline constexpr std::array<FieldKind, 3> all_field_kinds = {FieldKind::outdoor, FieldKind::indoor, FieldKind::special};

/// Why a field counts less or more than it was drawn; bits.
enum FieldNote : unsigned {
    note_clipped = 1,    ///< a part lies outside the campus
    note_off_campus = 2, ///< wholly outside, counts whole
    note_overlap = 4,    ///< a part is counted with another field or hall
    note_no_ground = 8,  ///< not drawn
    note_nobody = 16,    ///< belongs to no school
};

/// What one field adds. The counted areas of a school's fields add up to its drawn area: what overlaps is counted with the first of them
/// (halls first, the denser before, then by id).
struct CountedField
{
    double counted_m2 = 0.0; ///< outdoor and special: ground; indoor: floor
    double drawn_m2 = 0.0;   ///< the whole outline
    unsigned notes = 0;
};

/// The drawn ground of fields that name a school, and of fields that belong to a campus and so to all its schools.
struct DrawnGround
{
    std::vector<CountedField> of_field;  ///< parallel to City::fields
    std::vector<PerFieldKind> of_school; ///< fields that name it
    std::vector<PerFieldKind> of_campus;
    std::vector<std::uint32_t> fields_of_school; ///< how many are drawn
    std::vector<std::uint32_t> fields_of_campus;
};

/// Overlapping outdoor fields count once, halls are cut out of them, a field is clipped to its campus, special ground inside a hall counts
/// as hall.
DrawnGround drawn_ground(const City& city, const Ownership& owns, Findings& findings);

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

/// Parallel to City::schools; empty values for branches and planned schools. `needs` as from `needs_of_schools`.
std::vector<Supply> sports_area_by_school(const City& city, const Ownership& owns, const DrawnGround& drawn, const CampusShares& shares,
                                          const Standard& standard, Findings& findings);

} // namespace fieldgap
