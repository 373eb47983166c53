#pragma once
// How a city of a batch stands (docs/rules.md section 8).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fieldgap {

/// `issues`: exit 1. `failed`: exit 2 to 4. `crashed`: exit 5 or a signal. `interrupted`: the batch was. `unchanged`: its result of an
/// earlier batch holds. `waiting`: not begun, or not ended when the batch was killed.
enum class CityState : std::uint8_t { waiting, done, issues, failed, crashed, timeout, out_of_memory, interrupted, unchanged };

inline constexpr std::string_view city_state_names[] = {"waiting", "done",          "issues",      "failed",   "crashed",
                                                        "timeout", "out_of_memory", "interrupted", "unchanged"};

constexpr std::string_view name_of(CityState state)
{
    return city_state_names[static_cast<std::size_t>(state)];
}

std::optional<CityState> city_state_named(std::string_view name);

/// Its result is there, whole and of this batch.
constexpr bool has_result(CityState state)
{
    return state == CityState::done || state == CityState::issues || state == CityState::unchanged;
}

/// It makes the batch end with 1.
constexpr bool is_failure(CityState state)
{
    return state == CityState::failed || state == CityState::crashed || state == CityState::timeout || state == CityState::out_of_memory;
}

/// What became of one city: its row of the journal.
struct CityOutcome
{
    CityState state = CityState::waiting;
    std::optional<int> exit;              ///< of its process; none where it did not end by itself
    std::optional<double> seconds;        ///< by the clock
    std::optional<std::int64_t> peak_mib; ///< resident memory
    std::optional<std::int64_t> schools;
    std::string message; ///< its last error
    std::string digest;  ///< of inputs, config and version (city_digest.hpp); empty without a result
    std::string stamp;   ///< of the files behind the digest, quicker to compare; empty without a result
};

/// The state of the run that a result comes from, `unchanged` seen through.
constexpr CityState state_of_run(const CityOutcome& outcome)
{
    return outcome.state != CityState::unchanged ? outcome.state : outcome.exit.value_or(0) == 0 ? CityState::done : CityState::issues;
}

} // namespace fieldgap
