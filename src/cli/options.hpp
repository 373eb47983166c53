#pragma once
// The command line as values: what the user asked for, checked as far as it can be without reading a file.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fieldgap::cli {

/// How much is said on stderr. `quiet`: only what changes the exit code.
enum class Loudness : std::uint8_t { quiet, normal, verbose };

/// What every command takes.
struct CommonOptions
{
    Loudness loudness = Loudness::normal;
    std::string json_log_path; ///< empty: none
    unsigned threads = 1;      ///< 1..1024; `parse` puts in all cores where --threads is not given
    bool overwrite = false;
    std::vector<std::string> settings; ///< KEY=VALUE of --set, in their order; --lang is among them as output.lang
};

/// `fieldgap run CITY.toml [-o OUT.gpkg] [--json]`
struct RunOptions
{
    CommonOptions common;
    std::string config_path;
    std::string output_path; ///< empty: the config says it
    bool json = false;       ///< the summary on stdout as JSON
};

/// `fieldgap check CITY.toml [-o OUT.gpkg] [--json]`
struct CheckOptions
{
    CommonOptions common;
    std::string config_path;
    std::string output_path; ///< empty: NAME.issues.gpkg
    bool json = false;       ///< inputs and issues on stdout as JSON
};

/// `fieldgap screen CITY.toml --sites FILE | --site TEXT [--households N] [--prepared FILE] [-o OUT.gpkg] [--json]`
struct ScreenOptions
{
    CommonOptions common;
    std::string config_path;
    std::string sites_path; ///< either this or site_text
    std::string site_text;
    std::optional<std::uint64_t> households, population; ///< of site_text
    std::string prepared_path;                           ///< empty: the city is read
    std::string output_path;                             ///< empty: NAME.sites.gpkg
    bool json = false;                                   ///< the verdicts on stdout as JSON
};

/// `fieldgap synth [-o DIR] [--schools N] [--seed S] [--network FILE]`
struct SynthOptions
{
    CommonOptions common;
    std::string folder = "synthetic_city";
    int schools = 20; ///< 5..2000
    std::uint64_t seed = 1;
    std::string network_path; ///< empty: streets are drawn
};

/// `fieldgap init FILE|DIR ... [-o CITY.toml]`
struct InitOptions
{
    CommonOptions common;
    std::vector<std::string> paths;
    std::string output_path; ///< empty: the name of the first path with .toml, in the current folder; a .toml given: that file
};

/// --help and --version: the text for stdout, and nothing else is to be done.
struct Answer
{
    std::string text;
};

using Command = std::variant<Answer, RunOptions, CheckOptions, ScreenOptions, InitOptions, SynthOptions>;

/// Reads the arguments that follow the program's name; `version` is what --version says. Throws gis::UsageError, naming the nearest valid
/// word.
Command parse(std::vector<std::string> arguments, std::string_view version);

/// The options that hold for every command; of an Answer: the defaults.
CommonOptions common_of(const Command& command);

} // namespace fieldgap::cli
