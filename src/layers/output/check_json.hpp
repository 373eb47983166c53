#pragma once
// What `fieldgap check` found, as values and as JSON.

#include "layers/input/read_city.hpp"
#include "layers/result/issues.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fieldgap {

/// Borrowed.
struct CheckedCity
{
    const std::vector<InputRecord>& inputs;
    const std::vector<Issue>& issues; ///< ranked
    std::optional<double>
        gap_m2; ///< of the schools whose figures are known; absent where schools are, and none's: what the effects of the issues refer to
};

std::optional<double> gap_of_city(const Results& results);

/// `gap_m2`, `inputs`, `counts` (by severity), `codes` (grouped) and `issues`, for `--json`. Effects that nobody knows are null.
std::string check_json(const CheckedCity& checked);

} // namespace fieldgap
