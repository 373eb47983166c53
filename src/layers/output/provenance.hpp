#pragma once

#include "layers/config/config.hpp"
#include "layers/input/read_city.hpp"
#include "layers/output/summary_lines.hpp"

#include <string>
#include <string_view>

namespace fieldgap {

/// Version of the output's layers, columns and keys. Raised when one of them changes its meaning or goes away.
inline constexpr int schema_version = 2;

/// Where every number comes from, as one JSON document: schema_version, version, config, inputs (name, size, SHA-256, CRS, encoding),
/// counts. Holds no time, no absolute path and no password.
std::string provenance(std::string_view version, const Config& config, const CityInput& input, const std::vector<SummaryLine>& lines);

/// The summary as a JSON object, key -> value, for `--json`.
std::string summary_json(const std::vector<SummaryLine>& lines);

} // namespace fieldgap
