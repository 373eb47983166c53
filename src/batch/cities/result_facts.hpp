#pragma once
// What a finished result says of itself.

#include <cstdint>
#include <optional>
#include <string>

namespace fieldgap {

struct ResultFacts
{
    std::string digest; ///< as `digest_of_inputs` gives it for the inputs, config and version it was made from
    bool has_data_errors = false;
    std::optional<std::int64_t> schools;
    std::optional<double> gap_m2;
    std::optional<double> residual_m2;
};

/// Nothing where there is no such file, it is damaged, or it is no result of this program.
std::optional<ResultFacts> facts_of_result(const std::string& path);

} // namespace fieldgap
