#pragma once
// Two results compared: what closed, what opened, and why (docs/rules.md section 9).

#include "domain/compare/causes.hpp"
#include "domain/compare/compared_result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// By what is left without a source. `added` is called `new` in results.
enum class ChangeKind : std::uint8_t { closed, opened, worse, better, unchanged, gone, added };

inline constexpr std::array<ChangeKind, 7> all_change_kinds = {ChangeKind::closed, ChangeKind::opened,    ChangeKind::worse,
                                                               ChangeKind::better, ChangeKind::unchanged, ChangeKind::gone,
                                                               ChangeKind::added};

constexpr std::string_view name_of(ChangeKind kind)
{
    constexpr std::array<std::string_view, 7> names = {"closed", "opened", "worse", "better", "unchanged", "gone", "new"};
    return names[static_cast<std::size_t>(kind)];
}

/// A school of the new result with those that it was before, or a school that is gone. Areas that are unknown are absent; a school that is
/// not there lacks nothing.
struct SchoolChange
{
    ChangeKind kind = ChangeKind::unchanged;
    std::optional<std::uint32_t> new_school; ///< absent: gone
    std::vector<std::uint32_t> old_schools;
    std::optional<ExactArea> gap_before, gap_after, residual_before, residual_after;
    bool is_known = false;      ///< the residuals of all schools that it belongs together with are
    bool needs_nothing = false; ///< before and after: it is of no kind that has a standard
    CauseAmounts by;            ///< where `is_known`; they sum to the change

    /// Where `is_known`.
    ExactArea change() const { return *residual_after - *residual_before; }
    const ComparedSchool& school(const ComparedResult& before, const ComparedResult& after) const
    {
        return new_school ? after.schools[*new_school] : before.schools[old_schools.front()];
    }
};

/// Sums over the schools of a district, or of the city.
struct ChangeSums
{
    std::array<std::int64_t, 7> schools{};                            ///< by ChangeKind
    std::int64_t unknown = 0;                                         ///< those whose change is unknown, but for schools that need nothing
    ExactArea gap_before, gap_after, residual_before, residual_after; ///< of schools whose figures are known then
    ExactArea known_now;                                              ///< what is left after at schools whose figures were unknown before
    ExactArea unknown_now;                                            ///< what was left before at schools whose figures are unknown after
    ExactArea change;                                                 ///< of those known before and after
    CauseAmounts by;

    std::int64_t count(ChangeKind kind) const { return schools[static_cast<std::size_t>(kind)]; }
};

struct DistrictChanges
{
    std::string district; ///< as results call it; empty: in none
    ChangeSums sums;
};

struct Comparison
{
    std::vector<SchoolChange> schools; ///< by id
    ChangeSums city;
    std::vector<DistrictChanges> districts; ///< by name, schools in none of them last
};

/// Throws gis::Interrupted.
Comparison comparison(const ComparedResult& before, const ComparedResult& after);

} // namespace fieldgap
