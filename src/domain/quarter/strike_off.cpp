#include "domain/quarter/strike_off.hpp"

#include <algorithm>
#include <numeric>

namespace fieldgap::quarter {
namespace {

/// By StrikeState.
constexpr std::array<std::string_view, all_strike_states.size()> names = {"reopened", "overdue", "open", "in_work", "claimed", "closed"};

} // namespace

std::string_view name_of(StrikeState state)
{
    return names[static_cast<std::size_t>(state)];
}

std::optional<StrikeState> strike_state_named(std::string_view name)
{
    const auto* const found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<StrikeState>(found - names.begin()));
}

StrikeState state_now(std::string_view in_register, std::optional<StrikeState> of_last_run)
{
    const auto said = strike_state_named(in_register);
    if (!of_last_run) {
        return said.value_or(StrikeState::open);
    }
    return said == StrikeState::claimed && *of_last_run != StrikeState::closed ? StrikeState::claimed : *of_last_run;
}

std::int64_t StrikeCounts::all() const
{
    return std::accumulate(of_state.begin(), of_state.end(), std::int64_t{0});
}

std::optional<double> StrikeCounts::closed_percent() const
{
    constexpr std::int64_t per_thousand = 1000;
    const std::int64_t issues = all();
    if (issues == 0) {
        return std::nullopt;
    }
    return static_cast<double>((2 * per_thousand * of(StrikeState::closed) + issues) / (2 * issues)) / 10.0;
}

std::optional<StrikeState> state_of_school(std::span<const StrikeState> issues)
{
    const auto first = std::min_element(issues.begin(), issues.end());
    return first == issues.end() ? std::nullopt : std::optional(*first);
}

} // namespace fieldgap::quarter
