#include "commands/batch.hpp"

#include "batch/out_folder.hpp"
#include "cli/terminal.hpp"
#include "commands/batch_run.hpp"
#include "commands/batch_table.hpp"
#include "gis/error.hpp"

#include <algorithm>
#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

std::string default_out_folder(const std::string& path)
{
    fs::path place = fs::path(path).lexically_normal();
    place = place.has_filename() ? place : place.parent_path();
    if (place == "." || place == "..") {
        return (place / "batch").string(); // below it, for above it may be anybody's
    }
    std::error_code error;
    const fs::path name = fs::is_directory(place, error) ? place.filename() : place.stem();
    return (place.parent_path() / name).string() + ".batch";
}

/// Of all that this process says and of all.gpkg; each city's result speaks as its config says.
void speak_language_of(const cli::CommonOptions& common)
{
    constexpr std::string_view key = "output.lang=";
    for (const std::string& setting : common.settings) {
        if (const auto language = setting.starts_with(key) ? words::language_named(setting.substr(key.size())) : std::nullopt) {
            words::set_language(*language);
        }
    }
}

std::vector<CityEnd> found_cities(const BatchOptions& options, const std::string& out_path, cli::Log& log)
{
    FoundCities found = find_cities({options.paths, options.template_path, out_path});
    for (const std::string& note : found.notes) {
        log.info(note);
    }
    std::vector<CityEnd> cities;
    for (BatchCity& city : found.cities) {
        cities.push_back({std::move(city), {}});
    }
    return cities;
}

/// Of every file that is read, by any city, and every file that is written: all are known before the first city begins.
void admit(Invocation& call, const std::vector<CityEnd>& cities, const std::vector<CityNeeds>& needs, const std::string& out_path)
{
    std::vector<gis::NamedFile> inputs;
    for (const CityNeeds& one : needs) {
        inputs.insert(inputs.end(), one.files.begin(), one.files.end());
    }
    const fs::path out(out_path);
    std::vector<gis::NamedFile> outputs = {{translate(Text::batch_file_journal), (out / "batch.sqlite").string()},
                                           {translate(Text::file_output), (out / "all.gpkg").string()},
                                           {translate(Text::file_project), (out / "all.qgz").string()}};
    for (const CityEnd& end : cities) {
        const std::string stem = (out / end.city.name / end.city.name).string();
        outputs.push_back({translate(Text::file_output), stem + ".gpkg"});
        outputs.push_back({translate(Text::file_project), stem + ".qgz"});
        outputs.push_back({translate(Text::batch_file_log), stem + ".log"});
    }
    call.admit(inputs, std::move(outputs));
}

int interrupted(const std::vector<CityEnd>& cities, cli::Log& log)
{
    const auto finished = std::count_if(cities.begin(), cities.end(), [](const CityEnd& one) { return has_result(one.outcome.state); });
    log.error(translate(Text::batch_interrupted, {finished, cities.size()}));
    return static_cast<int>(cli::ExitCode::interrupted);
}

int finish(Invocation& call, const BatchOptions& options, const std::vector<CityEnd>& cities, const OutFolder& out)
{
    call.end_steps();
    if (options.json) {
        cli::print(batch_json(cities, options.no_merge ? std::string() : out.all()));
    } else if (options.common.loudness != cli::Loudness::quiet) {
        cli::print(batch_table(cities));
    }
    const auto failures = std::count_if(cities.begin(), cities.end(), [](const CityEnd& one) { return is_failure(one.outcome.state); });
    if (failures > 0) {
        call.log.error(translate(Text::batch_failures, {failures, cities.size(), out.path()}));
    }
    return static_cast<int>(failures > 0 ? cli::ExitCode::data_errors : cli::ExitCode::done);
}

} // namespace

void BatchOptions::declare(cli::CommandLine& line)
{
    constexpr cli::Range some_jobs = {1, 1024};
    constexpr cli::Range some_mib = {16, 16'777'216};
    constexpr cli::Range some_seconds = {1, 31'536'000};
    line.words("PATH", paths, translate(Text::cli_help_batch_paths));
    line.text("-o,--output", "OUTDIR", out_folder, translate(Text::cli_help_batch_output));
    line.text("--template", "T.toml", template_path, translate(Text::cli_help_batch_template, {"{city}"}));
    line.number("--jobs", "N", jobs, some_jobs, translate(Text::cli_help_batch_jobs));
    line.number("--memory", "MIB", memory_mib, some_mib, translate(Text::cli_help_batch_memory));
    line.number("--timeout", "S", timeout_s, some_seconds, translate(Text::cli_help_batch_timeout));
    line.flag("--resume", resume, translate(Text::cli_help_batch_resume));
    line.flag("--no-merge", no_merge, translate(Text::cli_help_batch_no_merge));
    line.flag("--json", json, translate(Text::cli_help_batch_json));
}

void BatchOptions::check(std::string_view name) const
{
    if (paths.empty()) {
        throw gis::UsageError(translate(Text::cli_batch_nothing, {name}));
    }
}

int carry_out(const BatchOptions& options, cli::Log& log)
{
    speak_language_of(options.common);
    const std::string out_path = options.out_folder.empty() ? default_out_folder(options.paths.front()) : options.out_folder;
    Invocation call(BatchOptions::command, options.common, log);
    call.step(Text::batch_step_find, 2);
    std::vector<CityEnd> cities = found_cities(options, out_path, log);
    std::vector<CityNeeds> needs;
    for (const CityEnd& end : cities) {
        gis::throw_if_interrupted();
        needs.push_back(needs_of(end.city, options.common.settings));
    }
    admit(call, cities, needs, out_path);
    const OutFolder out(out_path);
    if (out.has_journal() && !options.resume && !options.common.overwrite) {
        throw gis::WriteError(translate(Text::batch_exists, {out.path()}));
    }
    Journal journal(out.journal());
    if (!journal.put_aside().empty()) {
        log.warning(translate(Text::batch_journal_rebuilt, {out.journal(), journal.put_aside()}));
    }
    BatchRun batch(options, call, out, journal, std::move(cities), std::move(needs));
    batch.plan();
    try {
        batch.run();
        if (!options.no_merge) {
            batch.merge();
        }
    } catch (const gis::Interrupted&) {
        return interrupted(batch.cities(), log);
    }
    return finish(call, options, batch.cities(), out);
}

} // namespace fieldgap
