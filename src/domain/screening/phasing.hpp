#pragma once
// Homes and seats in step? Planned schools against the first homes of the estates that need them.

#include "domain/screening/serve_estates.hpp"

namespace fieldgap {

/// Why an estate needs a school.
enum class NeedOfSchool : std::uint8_t {
    owed,    ///< its `owed_school`
    assigned ///< EstateRow::needs_planned
};

constexpr std::string_view name_of(NeedOfSchool need)
{
    constexpr std::array<std::string_view, 2> names = {"owed", "assigned"};
    return names[static_cast<std::size_t>(need)];
}

/// A row of `phasing`: an estate and a school it needs that is not open. By estate, then school.
struct PhasingRow
{
    std::uint32_t estate = 0;
    std::optional<SchoolIndex> school; ///< absent where owed_school names none
    std::string school_id;
    NeedOfSchool need{};
    bool is_legacy = false;                 ///< the estate stands already and its school is not open
    std::optional<std::int64_t> homes_year; ///< first_phase_year
    std::optional<std::int64_t> plan_year, build_year, handover_year, open_year;
    std::optional<std::int64_t> years_without; ///< max(0, open_year - homes_year); absent where one is unknown, or for legacy rows
    std::optional<bool> in_step;               ///< seats no later than homes; false for legacy rows
    PerStage<std::optional<double>> pupils;    ///< of the estate, in its first year
};

/// The table by year: for `summary`.
struct PhasingYear
{
    std::int64_t year = 0;
    std::int64_t schools_opening = 0;  ///< planned schools with this open_year
    std::int64_t estates_starting = 0; ///< planned estates with this first_phase_year
    std::int64_t estates_waiting = 0;  ///< have homes in this year, and a school they need opens later (or nobody knows when)
    std::int64_t legacy_open = 0;      ///< legacy rows whose school is not open by the end of this year
};

struct Phasing
{
    std::vector<PhasingRow> rows;
    std::vector<PhasingYear> years; ///< from the first year named anywhere to the last, without holes (200 at most)
};

Phasing phasing(const City& city, const EstateTable& estates, const Settings& settings, Findings& findings);

} // namespace fieldgap
