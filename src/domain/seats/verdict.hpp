#pragma once
// What is said of an estate, as values: texts are made of them elsewhere.

#include "domain/city/settings.hpp"
#include "domain/city/stage.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

enum class Verdict : std::uint8_t { pass, conditional, fail, unknown };

constexpr std::string_view name_of(Verdict verdict)
{
    constexpr std::array<std::string_view, 4> names = {"pass", "conditional", "fail", "unknown"};
    return names[static_cast<std::size_t>(verdict)];
}

/// Why. Which members of `Reason` are set stands beside each.
enum class ReasonCode : std::uint8_t {
    seats_short,       ///< stage, amount = pupils without a seat; school_id = the farthest school in the limit with seats, else the nearest
    no_school_in_walk, ///< stage, amount = metres to the nearest school (absent: none at all), school_id = that one
    gap_grows,         ///< school_id, stage, amount = m2 by which its ground falls further behind after the allocation
    planned_school,    ///< school_id, stage, amount = pupils who go there, year = the school's open_year
    rent_more,         ///< school_id, other_id = venue, amount = m2 more
    share_more,        ///< school_id, other_id = partner, amount = m2 more
    basement_more,     ///< school_id, amount = m2 more
    expand_more,       ///< school_id, amount = m2 more
    pupils_unknown,    ///< stage: neither pupils nor population nor households are given
    no_pupils,         ///< 0 homes, or 0 pupils: nothing to judge
    first_year_unknown,   ///< first_phase_year is missing: all planned estates come first and no planned school is counted on
    seats_unknown,        ///< school_id, stage: classes, capacity or enrolment is missing
    ground_unknown,       ///< school_id: its sports ground or its need is missing
    estate_ahead_unknown, ///< other_id = planned estate that comes first and whose pupils of `stage` are unknown
    no_entry,             ///< no street within snap_m of the site
    no_network            ///< no network was given
};

constexpr std::string_view name_of(ReasonCode code)
{
    constexpr std::array<std::string_view, 16> names = {
        "seats_short",    "no_school_in_walk",    "gap_grows",      "planned_school", "rent_more",          "share_more",
        "basement_more",  "expand_more",          "pupils_unknown", "no_pupils",      "first_year_unknown", "seats_unknown",
        "ground_unknown", "estate_ahead_unknown", "no_entry",       "no_network"};
    return names[static_cast<std::size_t>(code)];
}

struct Reason
{
    ReasonCode code{};
    std::optional<Stage> stage = {};
    std::string school_id = {};
    std::string other_id = {};
    std::optional<double> amount = {};
    std::optional<std::int64_t> year = {};
};

using Reasons = std::vector<Reason>;

/// What gives way first when a site grows.
enum class BindingKind : std::uint8_t { seats, standard, walk };

constexpr std::string_view name_of(BindingKind kind)
{
    constexpr std::array<std::string_view, 3> names = {"seats", "standard", "walk"};
    return names[static_cast<std::size_t>(kind)];
}

struct Binding
{
    std::string school_id; ///< `walk`: the nearest school of the stage, beyond the limit; empty: there is none
    Stage stage{};
    BindingKind kind{};
};

} // namespace fieldgap
