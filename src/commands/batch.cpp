#include "commands/batch.hpp"

#include "batch/cities/resume.hpp"
#include "batch/out_folder.hpp"
#include "batch/slurm/slurm_batch.hpp"
#include "cli/terminal.hpp"
#include "commands/batch_run.hpp"
#include "commands/tables/batch_table.hpp"
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

/// Of every file that is read, by any city, and every file that is written: all are known before the first city begins. A register is of
/// one city, to which the schools of another would have gone.
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
    for (const CityNeeds& one : needs) {
        outputs.push_back({"[register]", one.register_path});
    }
    call.admit(inputs, std::move(outputs));
}

void refuse_existing(const BatchOptions& options, const OutFolder& out)
{
    if (out.has_journal() && !options.resume && !options.common.overwrite) {
        throw gis::WriteError(translate(Text::batch_exists, {out.path()}));
    }
}

bool is_to_run(const CityEnd& end)
{
    return end.outcome.state == CityState::waiting;
}

/// Of the job for Slurm; nothing where no city is to be run.
std::string first_script(const BatchOptions& options, const std::vector<CityEnd>& cities, const std::vector<CityNeeds>& needs,
                         const OutFolder& out)
{
    std::vector<TaskCity> to_run;
    for (std::size_t i = 0; i < cities.size(); ++i) {
        if (is_to_run(cities[i])) {
            to_run.push_back({cities[i].city.name, {{}, "", needs[i].input_bytes}});
        }
    }
    return to_run.empty() ? "" : script_of(slurm_batch(options, out, std::move(to_run)));
}

/// Says what a batch would do, and does nothing. The journal is left alone: the results themselves are asked whether they hold. No shared
/// map is cut: each counts whole for each of its cities.
int show_plan(const BatchOptions& options, Invocation& call, std::vector<CityEnd> cities, const std::vector<CityNeeds>& needs,
              const OutFolder& out)
{
    for (auto& [city, outcome] : cities) {
        gis::throw_if_interrupted();
        outcome = outcome_before(city, options.common.settings, options.resume, FIELDGAP_VERSION, out.result_of(city.name), nullptr);
    }
    call.end_steps();
    if (options.is_on_cluster()) {
        cli::print(first_script(options, cities, needs, out));
    } else {
        cli::print(batch_plan_table(cities, needs, options.memory_mib));
    }
    const auto to_run = std::count_if(cities.begin(), cities.end(), is_to_run);
    call.log.info(translate(Text::batch_plan_counts, {to_run, cities.size()}));
    return static_cast<int>(cli::ExitCode::done);
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

int run_batch(const BatchOptions& options, Invocation& call, const OutFolder& out, std::vector<CityEnd> cities,
              std::vector<CityNeeds> needs)
{
    refuse_existing(options, out);
    Journal journal(out.journal());
    if (!journal.put_aside().empty()) {
        call.log.warning(translate(Text::batch_journal_rebuilt, {out.journal(), journal.put_aside()}));
    }
    BatchRun batch(options, call, out, journal, std::move(cities), std::move(needs));
    batch.plan();
    try {
        batch.run();
        if (!options.no_merge) {
            batch.merge();
        }
    } catch (const gis::Interrupted&) {
        return interrupted(batch.cities(), call.log);
    }
    return finish(call, options, batch.cities(), out);
}

} // namespace

void BatchOptions::declare(cli::CommandLine& line)
{
    constexpr cli::Range some_jobs = {1, 1024};
    constexpr cli::Range some_mib = {16, 16'777'216};
    constexpr cli::Range some_seconds = {1, 31'536'000};
    constexpr cli::Range some_nodes = {1, 100'000};
    line.words("PATH", paths, translate(Text::cli_help_batch_paths));
    line.text("-o,--output", "OUTDIR", out_folder, translate(Text::cli_help_batch_output));
    line.text("--template", "T.toml", template_path, translate(Text::cli_help_batch_template, {"{city}"}));
    line.number("--jobs", "N", jobs, some_jobs, translate(Text::cli_help_batch_jobs));
    line.number("--memory", "MIB", memory_mib, some_mib, translate(Text::cli_help_batch_memory));
    line.number("--timeout", "S", timeout_s, some_seconds, translate(Text::cli_help_batch_timeout));
    line.flag("--resume", resume, translate(Text::cli_help_batch_resume));
    line.flag("--no-merge", no_merge, translate(Text::cli_help_batch_no_merge));
    line.text("--executor", "local|slurm", executor, translate(Text::cli_help_batch_executor));
    line.number("--nodes", "N", nodes, some_nodes, translate(Text::cli_help_batch_nodes));
    line.flag("--dry-run", dry_run, translate(Text::cli_help_batch_dry_run));
    line.flag("--json", json, translate(Text::cli_help_batch_json));
}

void BatchOptions::check(std::string_view name) const
{
    if (paths.empty()) {
        throw gis::UsageError(translate(Text::cli_batch_nothing, {name}));
    }
    if (executor != "local" && !is_on_cluster()) {
        throw gis::UsageError(translate(Text::cli_batch_executor_unknown, {name, executor}));
    }
    if (nodes > 0 && !is_on_cluster()) {
        throw gis::UsageError(translate(Text::cli_batch_nodes_here, {name}));
    }
    if (dry_run && json) {
        throw gis::UsageError(translate(Text::cli_batch_plan_as_json, {name}));
    }
}

ProcessLimits BatchOptions::city_limits() const
{
    ProcessLimits limits;
    if (memory_mib > 0) {
        limits.memory_mib = memory_mib;
    }
    if (timeout_s > 0) {
        limits.seconds = static_cast<double>(timeout_s);
    }
    return limits;
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
    if (options.dry_run) {
        const auto places = OutFolder::only_named(out_path);
        refuse_existing(options, places);
        return show_plan(options, call, std::move(cities), needs, places);
    }
    if (options.is_on_cluster()) {
        require_slurm();
    }
    return run_batch(options, call, OutFolder(out_path), std::move(cities), std::move(needs));
}

} // namespace fieldgap
