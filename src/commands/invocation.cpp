#include "commands/invocation.hpp"

#include "cli/exit_code.hpp"
#include "gis/error.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace fieldgap {

using words::Text;
using words::translate;

std::int64_t timestamp_s()
{
    constexpr std::int64_t start_of_2020 = 1'577'836'800;
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    char* end = nullptr;
    const long long seconds = epoch == nullptr ? 0 : std::strtoll(epoch, &end, 10);
    return epoch != nullptr && end != epoch && *end == '\0' && seconds >= 0 ? seconds : start_of_2020;
}

std::string output_crs(const Config& config, const CityInput& input)
{
    constexpr const char* degrees = "EPSG:4326";
    if (config.output.crs != "auto") {
        return config.output.crs;
    }
    return input.schools_crs.empty() ? degrees : input.schools_crs;
}

std::string path_beside_result(const std::string& given, const Config& config, const std::string& ending)
{
    const std::filesystem::path result(config.output.path);
    return given.empty() ? free_output_path((result.parent_path() / result.stem()).string() + ending, config) : given;
}

std::vector<gis::NamedFile> inputs_of(const Config& config)
{
    std::vector<gis::NamedFile> files = input_files_of(config);
    files.push_back({translate(Text::file_config), config.path});
    return files;
}

std::vector<gis::NamedFile> outputs_of(const gis::GeoPackageTarget& target)
{
    std::vector<gis::NamedFile> files = {{translate(Text::file_output), target.path}};
    if (target.with_project) {
        files.push_back({translate(Text::file_project), gis::project_file_of(target).string()});
    }
    return files;
}

void admit_outputs(std::string_view command, const cli::CommonOptions& common, cli::Log& log, const std::vector<gis::NamedFile>& inputs,
                   std::vector<gis::NamedFile> outputs)
{
    outputs.push_back({"--log-json", common.json_log_path});
    try {
        gis::refuse_clashes(inputs, outputs);
    } catch (const gis::UsageError&) {
        log.drop_json();
        throw;
    }
    log.detail(translate(Text::cli_log_begins, {FIELDGAP_VERSION, command}));
    log.open_json();
}

void tell_inputs(cli::Log& log, const CityInput& input)
{
    for (const InputRecord& record : input.inputs) {
        log.detail(translate(Text::run_input_read, {record.name(), record.path, record.rows, record.used, record.left_out}));
    }
}

int finish_command(cli::Log& log, const std::string& path, const Findings& findings)
{
    log.info(translate(Text::run_written, {path}));
    const auto errors = std::count_if(findings.begin(), findings.end(),
                                      [](const Finding& finding) { return severity_of(finding.code) == Severity::error; });
    if (errors > 0) {
        log.error(translate(Text::run_data_errors, {errors, path}));
    }
    return static_cast<int>(errors > 0 ? cli::ExitCode::data_errors : cli::ExitCode::done);
}

} // namespace fieldgap
