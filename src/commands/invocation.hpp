#pragma once
// What the commands that read a city share.

#include "cli/log.hpp"
#include "domain/city/finding.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/source/named_files.hpp"
#include "layers/config/config.hpp"
#include "layers/input/read_city.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Every date in an output: SOURCE_DATE_EPOCH, else a fixed one, so that the same input gives the same bytes.
std::int64_t timestamp_s();

/// `[output] crs`, or that of the schools, or degrees.
std::string output_crs(const Config& config, const CityInput& input);

/// The config and every input that it names.
std::vector<gis::NamedFile> inputs_of(const Config& config);

/// A result and the project beside it.
std::vector<gis::NamedFile> outputs_of(const gis::GeoPackageTarget& target);

/// What every command does before it reads its inputs: refuses outputs (the JSON log among them) that are inputs or each other, then opens
/// the JSON log. Throws gis::UsageError, gis::WriteError.
void admit_outputs(std::string_view command, const cli::CommonOptions& common, cli::Log& log, const std::vector<gis::NamedFile>& inputs,
                   std::vector<gis::NamedFile> outputs);

/// What was read of each input, with -v and in the JSON log.
void tell_inputs(cli::Log& log, const CityInput& input);

/// `given` (of -o), else the place of the result that `run` would write, with this ending instead of .gpkg: neither stands in the other's
/// way, nor in an input's (then `.result` comes before .gpkg).
std::string path_beside_result(const std::string& given, const Config& config, const std::string& ending);

/// Says where the result lies and whether its data has errors. Returns the exit code of a finished command.
int finish_command(cli::Log& log, const std::string& path, const Findings& findings);

} // namespace fieldgap
