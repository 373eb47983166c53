#include "commands/batch.hpp"

#include "batch/city_digest.hpp"
#include "batch/journal.hpp"
#include "batch/machine.hpp"
#include "batch/out_folder.hpp"
#include "batch/resume.hpp"
#include "batch/run_cities.hpp"
#include "cli/terminal.hpp"
#include "commands/batch_table.hpp"
#include "commands/invocation.hpp"
#include "gis/error.hpp"
#include "gis/io/base/unfinished_folders.hpp"
#include "layers/config/config.hpp"

#include <algorithm>
#include <filesystem>
#include <thread>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr double memory_share = 0.9; ///< of what is free; the rest is for this process and whatever else runs

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

std::uint64_t bytes_of(const std::vector<gis::NamedFile>& inputs)
{
    std::uint64_t sum = 0;
    for (const gis::NamedFile& input : inputs) {
        for (const std::string& file : gis::files_read_for(input.path)) {
            std::error_code error;
            const auto bytes = fs::file_size(file, error);
            sum += error ? 0 : bytes;
        }
    }
    return sum;
}

/// A path that no option parser takes for an option.
std::string as_word(const std::string& path)
{
    return path.starts_with('-') ? "./" + path : path;
}

/// One call of `fieldgap batch`.
class Batch
{
public:
    Batch(const BatchOptions& options, cli::Log& log)
        : options_(options), call_(BatchOptions::command, options.common, log), log_(log),
          out_path_(options.out_folder.empty() ? default_out_folder(options.paths.front()) : options.out_folder)
    {
    }

    int carry_out()
    {
        call_.step(Text::batch_step_find, 2);
        find();
        admit();
        const OutFolder folder(out_path_);
        out_ = &folder;
        refuse_earlier_batch();
        Journal journal(folder.journal());
        journal_ = &journal;
        if (!journal.put_aside().empty()) {
            log_.warning(translate(Text::batch_journal_rebuilt, {folder.journal(), journal.put_aside()}));
        }
        plan();
        try {
            run();
        } catch (const gis::Interrupted&) {
            return interrupted();
        }
        return finish();
    }

private:
    void find()
    {
        FoundCities found = find_cities({options_.paths, options_.template_path, out_path_});
        for (const std::string& note : found.notes) {
            log_.info(note);
        }
        for (BatchCity& city : found.cities) {
            cities_.push_back({std::move(city), {}});
        }
    }

    /// Nothing where the config is none: its own run will say what is wrong with it.
    std::optional<Config> config_of(const BatchCity& city) const
    {
        try {
            return city.problem.empty() ? std::optional(read_config(city.config, options_.common.settings, city.folder)) : std::nullopt;
        } catch (const std::runtime_error&) {
            return std::nullopt;
        }
    }

    void admit()
    {
        std::vector<gis::NamedFile> inputs;
        for (const CityEnd& end : cities_) {
            inputs.push_back({translate(Text::file_config), end.city.config});
            if (const auto config = config_of(end.city)) {
                const auto files = input_files_of(*config);
                input_bytes_.push_back(bytes_of(files));
                inputs.insert(inputs.end(), files.begin(), files.end());
            } else {
                input_bytes_.push_back(0);
            }
        }
        const fs::path out(out_path_);
        call_.admit(inputs, {{translate(Text::batch_file_journal), (out / "batch.sqlite").string()},
                             {translate(Text::file_output), (out / "all.gpkg").string()},
                             {translate(Text::file_project), (out / "all.qgz").string()}});
    }

    void refuse_earlier_batch() const
    {
        if (out_->has_journal() && !options_.resume && !options_.common.overwrite) {
            throw gis::WriteError(translate(Text::batch_exists, {out_->path()}));
        }
    }

    /// What each city is: unchanged, without a chance, or to be run.
    void plan()
    {
        const auto known = options_.resume ? journal_->outcomes() : std::map<std::string, CityOutcome>();
        for (std::size_t i = 0; i < cities_.size(); ++i) {
            gis::throw_if_interrupted();
            auto& [city, outcome] = cities_[i];
            if (!city.problem.empty()) {
                outcome.state = CityState::failed;
                outcome.message = city.problem;
            } else if (auto unchanged = options_.resume ? unchanged_of(city, known) : std::nullopt) {
                outcome = std::move(*unchanged);
            } else {
                to_run_.push_back(i);
            }
        }
        std::vector<BatchCity> cities;
        std::vector<CityOutcome> outcomes;
        for (const CityEnd& end : cities_) {
            cities.push_back(end.city);
            outcomes.push_back(end.outcome);
        }
        journal_->begin(cities, outcomes);
    }

    std::optional<CityOutcome> unchanged_of(const BatchCity& city, const std::map<std::string, CityOutcome>& known) const
    {
        const auto config = config_of(city);
        const auto row = known.find(city.name);
        return config ? unchanged_outcome(*config, FIELDGAP_VERSION, out_->result_of(city.name), row == known.end() ? nullptr : &row->second)
                      : std::nullopt;
    }

    CityWork work_of(std::size_t i) const
    {
        const BatchCity& city = cities_[i].city;
        CityWork work{{"run", as_word(city.config), "-o", out_->result_of(city.name), "-v"}, out_->log_of(city.name), input_bytes_[i]};
        if (!city.folder.empty()) {
            work.arguments.insert(work.arguments.end(), {"--folder", as_word(city.folder)});
        }
        if (options_.resume || options_.common.overwrite) {
            work.arguments.push_back("--overwrite");
        }
        for (const std::string& setting : options_.common.settings) {
            work.arguments.insert(work.arguments.end(), {"--set", setting});
        }
        return work;
    }

    AdmissionLimits admission() const
    {
        const unsigned cores = options_.common.threads;
        return {options_.jobs == 0 ? cores : options_.jobs, cores,
                static_cast<std::int64_t>(memory_share * static_cast<double>(available_memory_mib())), options_.memory_mib};
    }

    ProcessLimits limits() const
    {
        ProcessLimits limits;
        if (options_.memory_mib > 0) {
            limits.memory_mib = options_.memory_mib;
        }
        if (options_.timeout_s > 0) {
            limits.seconds = static_cast<double>(options_.timeout_s);
        }
        return limits;
    }

    void run()
    {
        call_.step(Text::batch_step_run, 95, to_run_.size());
        std::vector<CityWork> works;
        for (const std::size_t i : to_run_) {
            out_->make_folder_of(cities_[i].city.name);
            works.push_back(work_of(i));
        }
        run_cities(works, admission(), limits(), [&](std::size_t work, CityOutcome outcome) { end(to_run_[work], std::move(outcome)); });
    }

    void end(std::size_t i, CityOutcome outcome)
    {
        auto& [city, kept] = cities_[i];
        if (has_result(outcome.state)) {
            if (const auto config = config_of(city)) {
                add_facts_of_result(outcome, *config, FIELDGAP_VERSION, out_->result_of(city.name));
            }
        } else {
            gis::clear_dead_folders(out_->folder_of(city.name)); // of a process that was killed
        }
        kept = std::move(outcome);
        journal_->record(city, kept);
        if (is_failure(kept.state)) {
            log_.warning(translate(Text::batch_city_failed, {city.name, name_of(kept.state), kept.message, out_->log_of(city.name)}));
        } else {
            log_.detail(translate(Text::batch_city_ended, {city.name, name_of(kept.state), kept.seconds.value_or(0.0)}));
        }
        call_.advance();
    }

    int interrupted() const
    {
        const auto finished = std::count_if(cities_.begin(), cities_.end(), [](const CityEnd& one) { return has_result(one.outcome.state); });
        log_.error(translate(Text::batch_interrupted, {finished, cities_.size()}));
        return static_cast<int>(cli::ExitCode::interrupted);
    }

    int finish()
    {
        call_.end_steps();
        if (options_.json) {
            cli::print(batch_json(cities_, all_));
        } else if (options_.common.loudness != cli::Loudness::quiet) {
            cli::print(batch_table(cities_));
        }
        const auto failures = std::count_if(cities_.begin(), cities_.end(), [](const CityEnd& one) { return is_failure(one.outcome.state); });
        if (failures > 0) {
            log_.error(translate(Text::batch_failures, {failures, cities_.size(), out_->path()}));
        }
        return static_cast<int>(failures > 0 ? cli::ExitCode::data_errors : cli::ExitCode::done);
    }

    const BatchOptions& options_;
    Invocation call_;
    cli::Log& log_;
    std::string out_path_;
    const OutFolder* out_ = nullptr; ///< both live as long as `carry_out`
    Journal* journal_ = nullptr;
    std::vector<CityEnd> cities_;
    std::vector<std::uint64_t> input_bytes_; ///< of the same
    std::vector<std::size_t> to_run_;
    std::string all_; ///< path of all.gpkg; empty where it was not written
};

} // namespace

void BatchOptions::declare(cli::CommandLine& line)
{
    constexpr cli::Range some_jobs = {1, 1024};
    constexpr cli::Range some_mib = {16, 16'777'216};
    constexpr cli::Range some_seconds = {1, 31'536'000};
    line.words("PATH", paths, translate(Text::cli_help_batch_paths));
    line.text("-o,--output", "OUTDIR", out_folder, translate(Text::cli_help_batch_output));
    line.text("--template", "T.toml", template_path, translate(Text::cli_help_batch_template));
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
    return Batch(options, log).carry_out();
}

} // namespace fieldgap
