#pragma once
// The prologue and the epilogue that all commands share: threads, progress, log, config, language, what may be written; and at the end what
// is said, and the exit code.

#include "cli/command_line.hpp"
#include "cli/exit_code.hpp"
#include "cli/log.hpp"
#include "cli/options.hpp"
#include "cli/page.hpp"
#include "cli/progress.hpp"
#include "domain/analysis/analysis.hpp"
#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/source/named_files.hpp"
#include "layers/config/config.hpp"
#include "layers/input/read_city.hpp"
#include "layers/output/outside_output.hpp"
#include "layers/output/summary_lines.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fieldgap {

/// Every date in an output: SOURCE_DATE_EPOCH, else a fixed one, so that the same input gives the same bytes.
std::int64_t timestamp_s();

/// One call of a command, made before anything else is done. Options and log are borrowed.
class Invocation
{
public:
    Invocation(std::string_view command, const cli::CommonOptions& options, cli::Log& to);
    Invocation(const Invocation&) = delete;
    Invocation& operator=(const Invocation&) = delete;
    ~Invocation();

    /// To be called before inputs are read: refuses outputs (the JSON log among them) that are inputs or each other, then opens the JSON
    /// log. Throws gis::UsageError, gis::WriteError.
    void admit(const std::vector<gis::NamedFile>& inputs, std::vector<gis::NamedFile> outputs);

    /// The next step; it ends at so many percent of the whole command, and has so many countable parts (0: it cannot be counted). Throws
    /// gis::Interrupted.
    void step(words::Text what, int until_percent, std::uint64_t items = 0);

    /// One part more is done.
    void advance();

    /// The last step is done.
    void end_steps();

    const cli::CommonOptions& common;
    cli::Log& log;

private:
    struct ThreadLimit;

    std::string_view command_;
    std::unique_ptr<ThreadLimit> threads_;
    cli::Progress progress_;
};

/// What every command takes that reads a city by its config and writes one GeoPackage.
struct CityOptions
{
    cli::CommonOptions common;
    std::string config_path;
    std::string city_folder; ///< the config is a template for the city of this folder; empty: it is none
    std::string output_path; ///< empty: where the config says, or beside it
    bool json = false;       ///< what comes on stdout is JSON

    void declare(cli::CommandLine& line, words::Text output_help, words::Text json_help);
    /// Throws gis::UsageError where no config is given.
    void check(std::string_view command) const;
};

/// A call of such a command. Texts are in the language of the config, or of --lang, from here on.
class CityInvocation : public Invocation
{
public:
    CityInvocation(std::string_view command, const CityOptions& options, cli::Log& to);

    /// The output that -o names, else the place of the result of `run` with this ending instead of .gpkg: neither stands in the other's
    /// way, nor in an input's (then `.result` comes before .gpkg).
    std::string path_beside_result(const std::string& ending) const;

    /// `admit` for the config with its inputs, for this output with its project, and for what is read and written besides. Throws
    /// gis::WriteError where the output stands already and is not to be replaced.
    void admit_result(const std::string& path, const gis::NamedFile& input = {}, const gis::NamedFile& output = {});

    /// Maps that `read` is to read from a piece: each SOURCE=PIECE. A piece that is not there or damaged is passed over. Throws
    /// gis::UsageError where no input of the config is SOURCE.
    void take_pieces(const std::vector<std::string>& pairs);

    /// A step: every input of the config.
    CityInput read(int until_percent, const FurtherPlaces& further_places = {});

    /// The last step begins: what was found while reading comes first, and a finding for each school, and each feature that `look` looks
    /// at, that the output's CRS (`[output] crs`, or that of the schools, or degrees) cannot express.
    void begin_output(const CityInput& input, Results& results, const std::function<void(OutsideOutput&)>& look);

    /// What `write_layers` writes, provenance with these lines, and the styles where they are wanted; whole or not at all.
    void write(const CityInput& input, const std::vector<SummaryLine>& lines, const gis::QgisLook& look,
               const std::function<void(gis::GeoPackage&)>& write_layers) const;

    /// Prints what the command answers, for a human (nothing with -q) or as JSON; says where the result lies and whether its data has
    /// errors. Returns the exit code.
    int finish(const Findings& findings, const std::function<cli::Page()>& page, const std::function<std::string()>& json);

    Config config;

private:
    const CityOptions& options_;
    gis::GeoPackageTarget target_;
    MapPieces pieces_;
};

} // namespace fieldgap
