#include "domain/quarter/strike_off.hpp"

#include <algorithm>
#include <numeric>

namespace fieldgap::quarter {
namespace {

/// By StrikeState.
constexpr std::array<std::string_view, all_strike_states.size()> names = {"reopened", "overdue", "open", "in_work", "claimed", "closed"};

/// How a note begins that claims.
constexpr std::array<std::string_view, 3> words_of_claims = {"claimed", "Claimed", "申请销号"};

bool claims(std::string_view note)
{
    note.remove_prefix(std::min(note.find_first_not_of(" \t\r\n"), note.size()));
    return std::any_of(words_of_claims.begin(), words_of_claims.end(), [note](std::string_view word) { return note.starts_with(word); });
}

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

StrikeState state_now(const Written& written, std::optional<StrikeState> of_last_run)
{
    const auto said = strike_state_named(written.state);
    if (!of_last_run) {
        return said.value_or(StrikeState::open);
    }
    const bool is_claimed = said == StrikeState::claimed || (written.note != written.note_at_run && claims(written.note));
    const bool may_be = *of_last_run != StrikeState::closed && *of_last_run != StrikeState::overdue;
    return is_claimed && may_be ? StrikeState::claimed : *of_last_run;
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
