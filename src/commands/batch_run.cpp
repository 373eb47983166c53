#include "commands/batch_run.hpp"

#include "batch/cities/file_places.hpp"
#include "batch/cities/resume.hpp"
#include "batch/merge_batch.hpp"
#include "batch/slurm/run_by_slurm.hpp"
#include "batch/work/machine.hpp"
#include "batch/work/shared_maps.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "gis/io/base/unfinished_folders.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using words::Text;
using words::translate;

constexpr double memory_share = 0.9; ///< of what is free; the rest is for this process and whatever else runs

/// A path that no option parser takes for an option.
std::string as_word(const std::string& path)
{
    return path.starts_with('-') ? "./" + path : path;
}

} // namespace

SlurmBatch slurm_batch(const BatchOptions& options, const OutFolder& out, std::vector<TaskCity> cities)
{
    const SlurmWishes wishes{options.common.threads, options.jobs, options.nodes, options.city_limits()};
    return {std::move(cities), out.path(), wishes, ask_cluster()};
}

BatchRun::BatchRun(const BatchOptions& options, Invocation& call, const OutFolder& out, Journal& journal, std::vector<CityEnd> cities,
                   std::vector<CityNeeds> needs)
    : options_(options), call_(call), out_(out), journal_(journal), cities_(std::move(cities)), needs_(std::move(needs))
{
}

void BatchRun::plan()
{
    const auto known = journal_.outcomes();
    tell_of_cities_gone(known);
    for (std::size_t i = 0; i < cities_.size(); ++i) {
        gis::throw_if_interrupted();
        auto& [city, outcome] = cities_[i];
        const auto row = known.find(city.name);
        outcome = outcome_before(city, options_.common.settings, options_.resume, FIELDGAP_VERSION, out_.result_of(city.name),
                                 row == known.end() ? nullptr : &row->second);
        if (outcome.state == CityState::waiting) {
            to_run_.push_back(i);
        }
    }
    journal_.begin(cities_);
}

/// Their results stay: nobody said that they are not wanted any more.
void BatchRun::tell_of_cities_gone(const std::map<std::string, CityOutcome>& known) const
{
    std::vector<std::string> gone;
    for (const auto& [name, outcome] : known) {
        const bool is_here =
            std::any_of(cities_.begin(), cities_.end(), [&name = name](const CityEnd& end) { return end.city.name == name; });
        if (!is_here && has_result(outcome.state)) {
            gone.push_back(name);
        }
    }
    if (!gone.empty()) {
        call_.log.info(translate(Text::batch_cities_gone, {words::joined(gone)}));
    }
}

AdmissionLimits BatchRun::admission() const
{
    const unsigned cores = options_.common.threads;
    return {options_.jobs == 0 ? cores : options_.jobs, cores,
            static_cast<std::int64_t>(memory_share * static_cast<double>(available_memory_mib())), options_.memory_mib};
}

CityWork BatchRun::work_of(std::size_t i) const
{
    const BatchCity& city = cities_[i].city;
    CityWork work{{"run", as_word(city.config), "-o", out_.result_of(city.name), "-v"}, out_.log_of(city.name), needs_[i].input_bytes};
    if (!city.folder.empty()) {
        work.arguments.push_back("--folder=" + city.folder);
    }
    if (options_.resume || options_.common.overwrite) {
        work.arguments.push_back("--overwrite");
    }
    for (const std::string& setting : options_.common.settings) {
        work.arguments.push_back("--set=" + setting);
    }
    return work;
}

/// `works` are those of the cities to run. A map that cannot be cut is read whole by each of its cities, and they say why.
void BatchRun::cut_shared_maps(std::vector<CityWork>& works)
{
    std::vector<std::vector<std::string>> maps_of_cities;
    std::vector<BatchCity> all;
    for (std::size_t i = 0; i < cities_.size(); ++i) {
        maps_of_cities.push_back(needs_[i].maps);
        all.push_back(cities_[i].city);
    }
    const auto maps = shared_maps(maps_of_cities, to_run_);
    if (maps.empty()) {
        return;
    }
    call_.step(Text::batch_step_cut, 30, maps.size());
    out_.make_pieces_folder();
    std::vector<CityWork> cuts;
    for (std::size_t m = 0; m < maps.size(); ++m) {
        cuts.push_back(cut_of(maps[m], all, options_.common.settings, out_.pieces(), out_.log_of_cut(m)));
    }
    run_cities(cuts, admission(), {}, [&](std::size_t m, const CityOutcome& outcome) {
        if (!has_result(outcome.state)) {
            call_.log.info(translate(Text::batch_map_not_cut, {maps[m].path, outcome.message}));
        }
        for (const PieceOfCity& piece : pieces_told(maps[m], out_.pieces(), out_.log_of_cut(m))) {
            const auto at = std::lower_bound(to_run_.begin(), to_run_.end(), piece.of.city) - to_run_.begin();
            CityWork& work = works[static_cast<std::size_t>(at)];
            work.arguments.push_back("--piece=" + piece.of.source + "=" + piece.piece);
            work.input_bytes -= std::min(work.input_bytes, bytes_of_file(piece.of.source));
            work.input_bytes += bytes_of_file(piece.piece);
        }
        call_.advance();
    });
}

void BatchRun::run()
{
    std::vector<CityWork> works;
    std::vector<std::size_t> with_folder;
    for (const std::size_t i : to_run_) {
        try {
            out_.make_folder_of(cities_[i].city.name);
            works.push_back(work_of(i));
            with_folder.push_back(i);
        } catch (const gis::WriteError& error) {
            CityOutcome outcome;
            outcome.state = CityState::failed;
            outcome.message = error.what();
            end(i, std::move(outcome));
        }
    }
    to_run_ = std::move(with_folder);
    cut_shared_maps(works);
    call_.step(Text::batch_step_run, 90, to_run_.size());
    const OnEnd on_end = [&](std::size_t work, CityOutcome outcome) {
        end(to_run_[work], std::move(outcome));
        call_.advance();
    };
    if (options_.is_on_cluster()) {
        run_on_cluster(works, on_end);
    } else {
        run_cities(works, admission(), options_.city_limits(), on_end);
    }
}

void BatchRun::run_on_cluster(const std::vector<CityWork>& works, const OnEnd& on_end)
{
    std::vector<TaskCity> cities;
    for (std::size_t work = 0; work < works.size(); ++work) {
        const std::string& name = cities_[to_run_[work]].city.name;
        cities.push_back({name, works[work]});
        std::vector<std::string>& arguments = cities.back().work.arguments;
        std::error_code error;
        const bool is_free = !fs::exists(out_.result_of(name), error);
        // A task may run twice at once: where nothing stands now, nothing but the same result can stand later.
        if (is_free && std::find(arguments.begin(), arguments.end(), "--overwrite") == arguments.end()) {
            arguments.emplace_back("--overwrite");
        }
    }
    run_by_slurm(slurm_batch(options_, out_, std::move(cities)), call_.log, on_end);
}

void BatchRun::end(std::size_t i, CityOutcome outcome)
{
    auto& [city, kept] = cities_[i];
    if (has_result(outcome.state)) {
        if (const auto config = config_of(city, options_.common.settings)) {
            add_facts_of_result(outcome, *config, FIELDGAP_VERSION, out_.result_of(city.name));
        }
    } else {
        gis::clear_dead_folders(out_.folder_of(city.name)); // of a process that was killed
    }
    kept = std::move(outcome);
    journal_.record(city, kept);
    if (is_failure(kept.state)) {
        call_.log.warning(translate(Text::batch_city_failed, {city.name, name_of(kept.state), kept.message, out_.log_of(city.name)}));
    } else {
        call_.log.detail(translate(Text::batch_city_ended, {city.name, name_of(kept.state), kept.seconds.value_or(0.0)}));
    }
}

void BatchRun::merge()
{
    if (is_merged(cities_, out_, journal_, FIELDGAP_VERSION)) {
        call_.log.detail(translate(Text::batch_all_unchanged, {out_.all()}));
        return;
    }
    call_.step(Text::batch_step_merge, 99, 2 * cities_.size());
    const MergeTarget target{out_.all(), true, timestamp_s(), FIELDGAP_VERSION};
    for (const std::size_t i : merge_batch(cities_, out_, journal_, target, [&](std::size_t, std::size_t) { call_.advance(); })) {
        const auto& [city, outcome] = cities_[i];
        call_.log.warning(translate(Text::batch_city_failed, {city.name, name_of(outcome.state), outcome.message, out_.log_of(city.name)}));
    }
    call_.log.info(translate(Text::run_written, {out_.all()}));
}

} // namespace fieldgap
