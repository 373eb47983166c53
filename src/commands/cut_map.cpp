#include "commands/cut_map.hpp"

#include "cli/terminal.hpp"
#include "gis/error.hpp"
#include "gis/interrupt.hpp"
#include "layers/input/input_files.hpp"
#include "layers/input/read_city.hpp"
#include "layers/pieces/cut_map.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <filesystem>
#include <optional>
#include <utility>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

/// One config, and what it wants of the map or why it gets no piece.
struct Wish
{
    std::string source; ///< the map's path as the config resolves it
    std::optional<PieceWanted> wanted;
    std::string why;
};

std::string path_of_map(const Config& config, const std::string& map)
{
    for (const auto& [role, spec] : config.inputs) {
        std::error_code error;
        if (gis::is_osm_path(spec.source.path) && std::filesystem::equivalent(spec.source.path, map, error)) {
            return spec.source.path;
        }
    }
    return {};
}

/// Each config is read by one thread: many are read beside each other.
Wish wish_of(const Config& config, const std::string& map)
{
    Wish wish{path_of_map(config, map), {}, {}};
    if (wish.source.empty()) {
        wish.why = translate(Text::cut_map_not_named, {map});
    } else if (const auto within = surroundings_without(wish.source, config, 1)) {
        wish.wanted = {wanted_of_map(wish.source, config), *within};
    } else {
        wish.why = translate(Text::cut_map_whole, {map});
    }
    return wish;
}

/// A city by its config, or by its folder for the one config that is a template.
const std::vector<std::string>& cities_of(const CutMapOptions& options)
{
    return options.city_folders.empty() ? options.config_paths : options.city_folders;
}

Config config_of(std::size_t city, const CutMapOptions& options)
{
    return options.city_folders.empty() ? read_config(options.config_paths[city], options.common.settings)
                                        : read_config(options.config_paths.front(), options.common.settings, options.city_folders[city]);
}

Wish read_wish(std::size_t city, const CutMapOptions& options)
{
    try {
        return wish_of(config_of(city, options), options.map_path);
    } catch (const gis::Interrupted&) {
        throw;
    } catch (const std::exception& problem) { // its run will say it too
        return {{}, {}, problem.what()};
    }
}

std::vector<Wish> wishes_of(const CutMapOptions& options)
{
    std::vector<Wish> wishes(cities_of(options).size());
    tbb::parallel_for(std::size_t{0}, wishes.size(), [&](std::size_t i) {
        // While a city waits for one of its files no other is begun on its thread: few are in memory at once.
        tbb::this_task_arena::isolate([&] { wishes[i] = read_wish(i, options); });
    });
    return wishes;
}

/// Where nobody near the city walks, only the whole map can tell why.
void take_pieces(std::vector<Wish>& wishes, std::vector<std::string>& pieces, const CutMapOptions& options)
{
    std::vector<PieceWanted> wanted;
    std::vector<std::size_t> of_wish;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        if (wishes[i].wanted) {
            wanted.push_back(*wishes[i].wanted);
            of_wish.push_back(i);
        }
    }
    const auto made = cut_map(options.map_path, wanted, options.folder, options.common.threads);
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i]) {
            pieces[of_wish[i]] = made[i]->path;
        } else {
            wishes[of_wish[i]].why = translate(Text::cut_map_whole, {options.map_path});
        }
    }
}

std::string line_of(const std::string& city, const Wish& wish, const std::string& piece)
{
    constexpr bool as_ascii = true; // what is printed is escaped where it cannot be seen
    nlohmann::ordered_json line;
    line["city"] = city;
    if (piece.empty()) {
        line["why"] = wish.why;
    } else {
        line["source"] = wish.source;
        line["piece"] = std::filesystem::path(piece).filename().string();
    }
    return line.dump(-1, ' ', as_ascii, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace

void CutMapOptions::declare(cli::CommandLine& line)
{
    line.word("MAP", map_path, "");
    line.text("--pieces", "FOLDER", folder, "");
    line.texts("--config", "CONFIG", config_paths, "");
    line.texts("--folder", "DIR", city_folders, "");
}

void CutMapOptions::check(std::string_view name) const
{
    for (const auto& [given, what] :
         {std::pair(!map_path.empty(), "MAP"), std::pair(!folder.empty(), "--pieces"), std::pair(!config_paths.empty(), "--config")}) {
        if (!given) {
            throw gis::UsageError(translate(Text::cli_value_missing, {name, what}));
        }
    }
}

int carry_out(const CutMapOptions& options, cli::Log& log)
{
    Invocation call(CutMapOptions::command, options.common, log);
    call.admit({{"MAP", options.map_path}}, {});
    call.step(Text::step_read, 40);
    std::vector<Wish> wishes = wishes_of(options);
    call.step(Text::step_write, 99);
    std::vector<std::string> pieces(wishes.size());
    take_pieces(wishes, pieces, options);
    call.end_steps();
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        cli::print(line_of(cities_of(options)[i], wishes[i], pieces[i]));
    }
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace fieldgap
