#pragma once
// What of an earlier batch still holds.

#include "batch/cities/city_state.hpp"
#include "batch/cities/find_cities.hpp"
#include "layers/config/config.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Fills in what a finished result says of itself, and what it was made from.
void add_facts_of_result(CityOutcome& outcome, const Config& config, std::string_view version, const std::string& result);

/// The outcome of a city whose result would come out the same again, as `unchanged`; nothing where it is to be run. `known` is its row in
/// the journal, where there is one: else the result itself is asked. A file that was touched is compared by its content.
std::optional<CityOutcome> unchanged_outcome(const Config& config, std::string_view version, const std::string& result,
                                             const CityOutcome* known);

/// How a city stands before the batch begins: `failed` where it has a problem; `waiting`, or, once the batch goes on with an earlier one,
/// `unchanged`. `settings` are those of the command line.
CityOutcome outcome_before(const BatchCity& city, const std::vector<std::string>& settings, bool goes_on, std::string_view version,
                           const std::string& result, const CityOutcome* known);

} // namespace fieldgap
