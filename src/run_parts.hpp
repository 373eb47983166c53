#pragma once
// What the commands that read a city share.

#include "cli/log.hpp"
#include "domain/finding.hpp"
#include "gis/io/geopackage.hpp"
#include "layers/config.hpp"
#include "layers/read_city.hpp"

#include <cstdint>
#include <string>

namespace fieldgap {

/// Every date in an output: SOURCE_DATE_EPOCH, else a fixed one, so that the same input gives the same bytes.
std::int64_t timestamp_s();

/// `[output] crs`, or that of the schools, or degrees.
std::string output_crs(const Config& config, const CityInput& input);

/// `given` (of -o), else the place of the result that `run` would write, with this ending instead of .gpkg: neither stands in the other's
/// way.
std::string path_beside_result(const std::string& given, const Config& config, const std::string& ending);

/// Says where the result lies and whether its data has errors. Returns the exit code of a finished command.
int said_and_done(cli::Log& log, const std::string& path, const Findings& findings);

} // namespace fieldgap
