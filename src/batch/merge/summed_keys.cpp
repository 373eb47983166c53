#include "batch/merge/summed_keys.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

struct KeyKind
{
    std::string_view key; ///< with `.` or `_` at its end: all that begin so
    SumKind kind;
};

constexpr std::array keys = {
    KeyKind{"schools", SumKind::sum},
    KeyKind{"schools.", SumKind::sum},
    KeyKind{"pupils", SumKind::sum},
    KeyKind{"own_m2", SumKind::sum},
    KeyKind{"required_m2", SumKind::sum},
    KeyKind{"gap_m2", SumKind::sum},
    KeyKind{"net_m2", SumKind::sum},
    KeyKind{"surplus_m2", SumKind::sum},
    KeyKind{"given_m2.", SumKind::sum},
    KeyKind{"given_m2", SumKind::sum},
    KeyKind{"residual_m2", SumKind::sum},
    KeyKind{"bound_m2", SumKind::sum},
    KeyKind{"optimality_gap_m2", SumKind::sum},
    KeyKind{"cost", SumKind::sum},
    KeyKind{"schools_closed", SumKind::sum},
    KeyKind{"pupils_closed", SumKind::sum},
    KeyKind{"schools_closed_bound", SumKind::sum},
    KeyKind{"pupils_closed_bound", SumKind::sum},
    KeyKind{"budget_per_year", SumKind::sum},
    KeyKind{"leases", SumKind::sum},
    KeyKind{"leased_m2", SumKind::sum},
    KeyKind{"venues", SumKind::sum},
    KeyKind{"venues_rented", SumKind::sum},
    KeyKind{"links.", SumKind::sum},
    KeyKind{"estates", SumKind::sum},
    KeyKind{"estates.", SumKind::sum},
    KeyKind{"data_issues.", SumKind::sum},
    KeyKind{"waterfall.district.", SumKind::none},
    KeyKind{"waterfall.outside.", SumKind::none},
    KeyKind{"waterfall.", SumKind::sum},
    KeyKind{"plan.of_", SumKind::none},
    KeyKind{"plan.per_", SumKind::none},
    KeyKind{"plan.quarters", SumKind::none},
    KeyKind{"plan.", SumKind::sum},
    KeyKind{"register.rate", SumKind::none},
    KeyKind{"register.", SumKind::sum},
    KeyKind{"rural.rate", SumKind::none},
    KeyKind{"rural.", SumKind::sum},
    KeyKind{"transfers", SumKind::sum},
    KeyKind{"transfers.", SumKind::none},
    KeyKind{"phasing.", SumKind::sum_of_year},
    KeyKind{"projection.", SumKind::sum_of_year},
    KeyKind{"sensitivity.", SumKind::sum_of_year},
    KeyKind{"minutes", SumKind::common},
    KeyKind{"speed_m_per_min", SumKind::common},
    KeyKind{"gate_options.", SumKind::none},
    KeyKind{"venue_options.", SumKind::none},
    KeyKind{"mean_", SumKind::none},
    KeyKind{"cv_", SumKind::none},
    KeyKind{"allocation_proven", SumKind::none},
    KeyKind{"cost_curve.", SumKind::none},
    KeyKind{"shadow.", SumKind::none},
};

bool fits(const KeyKind& one, std::string_view key)
{
    const bool is_beginning = one.key.ends_with('.') || one.key.ends_with('_');
    return is_beginning ? key.starts_with(one.key) : key == one.key;
}

} // namespace

std::optional<SumKind> sum_kind_of(std::string_view key)
{
    const auto* const found = std::find_if(keys.begin(), keys.end(), [&](const KeyKind& one) { return fits(one, key); });
    return found == keys.end() ? std::nullopt : std::optional(found->kind);
}

std::string years_of(std::string_view key)
{
    return std::string(key.substr(0, key.find('.')));
}

} // namespace fieldgap
