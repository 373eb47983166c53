#pragma once
// A map that several configs name, cut to the surroundings of each city: a child of `fieldgap batch`, so that a hostile map or layer ends
// nothing but this process. It stands in no --help and has no man page.

#include "commands/invocation.hpp"
#include "words/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// `fieldgap cut-map MAP --pieces FOLDER --config A.toml --config B.toml ... [--set KEY=VALUE] [--threads N]`, or, where the one config is
/// a template, `--config T.toml --folder A --folder B ...` with the folders of the cities.
///
/// Reads each config and its inputs other than MAP as `run` does, to see where the city lies; then cuts MAP once for all of them into
/// FOLDER (made where it is not there), where pieces that are there already are taken again. Prints a line of JSON for each city, in
/// their order: {"city": "A.toml", "source": PATH, "piece": NAME}, of which `run A.toml --piece PATH=FOLDER/NAME` reads; or {"city": ..,
/// "why": TEXT} for a city that gets no piece and reads the whole map: its layers fail (its run will say so too), or nothing but the map
/// says where it lies. Exit 0, also where no city gets a piece; 3 where the map cannot be read, 4 where a piece cannot be written; then
/// nothing is printed, and each run reads the whole map.
struct CutMapOptions
{
    static constexpr std::string_view command = "cut-map";
    static constexpr words::Text about = words::Text::cli_about_cut_map;
    static constexpr bool is_hidden = true;

    cli::CommonOptions common;
    std::string map_path;
    std::string folder;
    std::vector<std::string> config_paths;
    std::vector<std::string> city_folders; ///< of a template

    void declare(cli::CommandLine& line);
    /// Throws gis::UsageError where a word is missing.
    void check(std::string_view command) const;
};

int carry_out(const CutMapOptions& options, cli::Log& log);

} // namespace fieldgap
