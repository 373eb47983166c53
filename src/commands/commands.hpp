#pragma once
// The commands, and how the command line chooses one: where reading, analysing and writing meet.

#include "commands/batch.hpp"
#include "commands/check.hpp"
#include "commands/cut_map.hpp"
#include "commands/diff.hpp"
#include "commands/init.hpp"
#include "commands/report.hpp"
#include "commands/run.hpp"
#include "commands/run_cities.hpp"
#include "commands/screen.hpp"
#include "commands/synth.hpp"
#include "commands/verify.hpp"

#include <variant>

namespace fieldgap {

/// What the user asked for. A command is a type here, with its name, its options (`declare`, `check`) and its `carry_out`; --help names
/// them in this order, but for those that are `is_hidden`: other commands call them.
using Command = std::variant<cli::Answer, RunOptions, CheckOptions, ScreenOptions, BatchOptions, DiffOptions, VerifyOptions, InitOptions,
                             ReportOptions, SynthOptions, CutMapOptions, RunCitiesOptions>;

/// Reads the arguments that follow the program's name; `version` is what --version says. Throws gis::UsageError, naming the nearest valid
/// word.
Command parse(std::vector<std::string> arguments, std::string_view version);

/// The options that hold for every command; of an Answer: the defaults.
cli::CommonOptions common_of(const Command& command);

/// Returns the exit code of a finished run and throws otherwise (gis/error.hpp).
int execute(const Command& command, cli::Log& log);

/// A command as --help and its man page say it.
struct CommandText
{
    std::string_view name;
    std::string about;
    std::vector<cli::OptionText> options; ///< its own, then the common ones
};

/// In the order of --help, without hidden ones.
std::vector<CommandText> command_texts();

} // namespace fieldgap
