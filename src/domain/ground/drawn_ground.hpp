#pragma once
// How much of each drawn field counts, and for whom (docs/rules.md rules 1 and 2).

#include "domain/city/city.hpp"
#include "domain/city/finding.hpp"
#include "domain/ground/ownership.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace fieldgap {

/// One value for each kind of field.
struct PerFieldKind
{
    std::array<double, 3> m2{};

    double& operator[](FieldKind kind) { return m2[static_cast<std::size_t>(kind)]; }
    double operator[](FieldKind kind) const { return m2[static_cast<std::size_t>(kind)]; }
    PerFieldKind& operator+=(const PerFieldKind& other);
    PerFieldKind scaled(double by) const { return {{m2[0] * by, m2[1] * by, m2[2] * by}}; }
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

} // namespace fieldgap
