#include "commands/invocation.hpp"

#include "cli/terminal.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/secrets.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "gis/io/source/source_path.hpp"
#include "layers/output/provenance.hpp"
#include "layers/pieces/map_piece.hpp"
#include "register/register_file.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <tbb/global_control.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace fieldgap {

using words::Text;
using words::translate;

namespace {

std::string output_crs(const Config& config, const CityInput& input)
{
    constexpr const char* degrees = "EPSG:4326";
    if (config.output.crs != "auto") {
        return config.output.crs;
    }
    return input.schools_crs.empty() ? degrees : input.schools_crs;
}

/// Both paths may hold a `=`: the source is the one that the config names.
std::string source_of(const std::string& pair, const Config& config)
{
    for (const auto& [role, spec] : config.inputs) {
        if (pair.starts_with(spec.source.path + "=")) {
            return spec.source.path;
        }
    }
    throw gis::UsageError(translate(Text::run_piece_unknown, {pair}));
}

/// Locks, renames and SQLite ask for files of this machine.
void refuse_remote(const std::vector<gis::NamedFile>& outputs)
{
    for (const gis::NamedFile& output : outputs) {
        if (gis::is_elsewhere(output.path)) {
            throw gis::WriteError(translate(Text::output_remote, {output.role, gis::without_passwords(words::valid_utf8(output.path))}));
        }
    }
}

void tell_inputs(cli::Log& log, const CityInput& input)
{
    for (const InputRecord& record : input.inputs) {
        const auto seconds = input.read_s.find(record.role);
        log.detail(translate(Text::run_input_read, {record.name(), record.path, record.rows, record.used, record.left_out,
                                                    seconds == input.read_s.end() ? 0.0 : seconds->second}));
    }
}

} // namespace

std::int64_t timestamp_s()
{
    constexpr std::int64_t start_of_2020 = 1'577'836'800;
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    char* end = nullptr;
    const long long seconds = epoch == nullptr ? 0 : std::strtoll(epoch, &end, 10);
    return epoch != nullptr && end != epoch && *end == '\0' && seconds >= 0 ? seconds : start_of_2020;
}

struct Invocation::ThreadLimit
{
    tbb::global_control control;
};

Invocation::Invocation(std::string_view command, const cli::CommonOptions& options, cli::Log& to)
    : common(options), log(to), command_(command),
      threads_(new ThreadLimit{{tbb::global_control::max_allowed_parallelism, options.threads}}), progress_(to)
{
}

Invocation::~Invocation() = default;

void Invocation::admit(const std::vector<gis::NamedFile>& inputs, std::vector<gis::NamedFile> outputs)
{
    outputs.push_back({"--log-json", common.json_log_path});
    refuse_remote(outputs);
    try {
        gis::refuse_clashes(inputs, outputs);
    } catch (const gis::UsageError&) {
        log.drop_json();
        throw;
    }
    log.detail(translate(Text::cli_log_begins, {FIELDGAP_VERSION, command_}));
    log.open_json();
}

void Invocation::step(Text what, int until_percent, std::uint64_t items)
{
    gis::throw_if_interrupted();
    progress_.step(translate(what), until_percent, items);
}

void Invocation::advance()
{
    progress_.advance();
}

void Invocation::end_steps()
{
    progress_.finish(translate(Text::step_done));
}

void CityOptions::declare(cli::CommandLine& line, Text output_help, Text json_help)
{
    line.word("CONFIG", config_path, translate(Text::cli_help_config));
    line.text("-o,--output", "OUT.gpkg", output_path, translate(output_help));
    line.text("--folder", "DIR", city_folder, translate(Text::cli_help_folder, {"{city}"}));
    line.flag("--json", json, translate(json_help));
}

void CityOptions::check(std::string_view command) const
{
    if (config_path.empty()) {
        throw gis::UsageError(translate(Text::cli_config_missing, {command, command}));
    }
}

CityInvocation::CityInvocation(std::string_view command, const CityOptions& options, cli::Log& to)
    : Invocation(command, options.common, to), config(read_config(options.config_path, options.common.settings, options.city_folder)),
      options_(options)
{
    words::set_language(config.output.lang);
}

std::string CityInvocation::path_beside_result(const std::string& ending) const
{
    const std::filesystem::path result(config.output.path);
    return options_.output_path.empty() ? free_output_path((result.parent_path() / result.stem()).string() + ending, config)
                                        : options_.output_path;
}

void CityInvocation::admit_result(const std::string& path, const gis::NamedFile& input, const gis::NamedFile& output)
{
    target_ = {path, common.overwrite, "", timestamp_s(), config.output.styles};
    std::vector<gis::NamedFile> inputs = input_files_of(config);
    inputs.insert(inputs.end(), {{translate(Text::file_config), config.path}, input});
    std::vector<gis::NamedFile> outputs = {{translate(Text::file_output), path}, output};
    if (target_.with_project) {
        outputs.insert(outputs.end() - 1, {translate(Text::file_project), gis::project_file_of(target_).string()});
    }
    if (!config.register_file.path.empty()) {
        outputs.push_back({"[register]", register_place(config.register_file.path)});
    }
    admit(inputs, outputs);
    gis::check_target(target_);
}

void CityInvocation::take_pieces(const std::vector<std::string>& pairs)
{
    for (const std::string& pair : pairs) {
        const std::string source = source_of(pair, config);
        const std::string path = pair.substr(source.size() + 1);
        if (auto piece = read_map_piece(path)) {
            pieces_.insert_or_assign(source, std::move(*piece));
        } else {
            log.detail(translate(Text::run_piece_unfit, {source, path}));
        }
    }
}

CityInput CityInvocation::read(int until_percent, const FurtherPlaces& further_places)
{
    step(Text::step_read, until_percent);
    CityInput input = read_city(config, {common.threads, pieces_, further_places});
    tell_inputs(log, input);
    return input;
}

void CityInvocation::begin_output(const CityInput& input, Results& results, const std::function<void(OutsideOutput&)>& look)
{
    step(Text::step_write, 99);
    target_.crs = output_crs(config, input);
    results.findings.insert(results.findings.begin(), input.findings.begin(), input.findings.end());
    OutsideOutput outside(input.plane, target_.crs);
    outside.look_at_schools(input.city, results.owns);
    look(outside);
    outside.report_in(results.findings);
}

void CityInvocation::write(const CityInput& input, const std::vector<SummaryLine>& lines, const gis::QgisLook& look,
                           const std::function<void(gis::GeoPackage&)>& write_layers) const
{
    gis::GeoPackage file(target_, input.plane);
    write_layers(file);
    file.metadata(provenance(FIELDGAP_VERSION, config, input, lines));
    if (config.output.styles) {
        file.styles(config.city_name, look);
    }
    gis::throw_if_interrupted();
    file.publish();
}

int CityInvocation::finish(const Findings& findings, const std::function<cli::Page()>& page, const std::function<std::string()>& json)
{
    end_steps();
    if (options_.json) {
        cli::print(json());
    } else if (common.loudness != cli::Loudness::quiet) {
        cli::print_page(page());
    }
    log.info(translate(Text::run_written, {target_.path}));
    const auto errors = std::count_if(findings.begin(), findings.end(),
                                      [](const Finding& finding) { return severity_of(finding.code) == Severity::error; });
    if (errors > 0) {
        log.error(translate(Text::run_data_errors, {errors, target_.path}));
    }
    return static_cast<int>(errors > 0 ? cli::ExitCode::data_errors : cli::ExitCode::done);
}

} // namespace fieldgap
