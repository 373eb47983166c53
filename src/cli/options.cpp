#include "cli/options.hpp"

#include "cli/command_line.hpp"
#include "gis/error.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <thread>

namespace fieldgap::cli {
namespace {

using words::Text;
using words::translate;

constexpr Range thread_range = {1, 1024};
constexpr std::size_t command_column = 10;

/// A command is one line here and one file beside this one.
struct CommandEntry
{
    std::string_view name;
    Text about;
    Command (*parse)(std::vector<std::string> arguments, std::string_view version);
};

constexpr std::array<CommandEntry, 5> commands = {{
    {"run", Text::cli_about_run, parse_run},
    {"check", Text::cli_about_check, parse_check},
    {"screen", Text::cli_about_screen, parse_screen},
    {"init", Text::cli_about_init, parse_init},
    {"synth", Text::cli_about_synth, parse_synth},
}};

const CommandEntry* command_named(std::string_view name)
{
    const auto* const found = std::find_if(commands.begin(), commands.end(), [&](const CommandEntry& entry) { return entry.name == name; });
    return found == commands.end() ? nullptr : found;
}

std::vector<std::string> command_names()
{
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const auto& entry : commands) {
        names.emplace_back(entry.name);
    }
    return names;
}

std::string general_help()
{
    auto text = translate(Text::cli_about) + "\n\n" + translate(Text::cli_usage) + "\n\n" + translate(Text::cli_commands) + "\n";
    for (const auto& entry : commands) {
        const auto gap = std::string(command_column - entry.name.size(), ' ');
        text += "  " + std::string(entry.name) + gap + translate(entry.about) + "\n";
    }
    return text + "\n" + translate(Text::cli_more_help) + "\n" + translate(Text::cli_exit_codes) + "\n";
}

std::vector<std::string> language_names()
{
    return {words::language_names.begin(), words::language_names.end()};
}

/// Before anything is said, help and complaints about the other arguments included. What is no language is refused later.
void speak_as_asked(const std::vector<std::string>& arguments)
{
    constexpr std::string_view option = "--lang";
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        const bool has_value = word.starts_with("--lang=");
        if (!has_value && (word != option || i + 1 == arguments.size())) {
            continue;
        }
        if (const auto language = words::language_named(has_value ? word.substr(option.size() + 1) : std::string_view(arguments[i + 1]))) {
            words::set_language(*language);
        }
    }
}

std::string version_line(std::string_view version)
{
    return translate(Text::cli_version, {version}) + "\n";
}

gis::UsageError unknown_command(const std::string& word)
{
    const auto near = words::nearest(word, command_names());
    if (near.empty()) {
        return gis::UsageError(translate(Text::cli_unknown_command, {word, words::joined(command_names())}));
    }
    return gis::UsageError(translate(Text::cli_unknown_command_near, {word, near}));
}

bool is_help(std::string_view word)
{
    return word == "--help" || word == "-h";
}

bool is_version(std::string_view word)
{
    return word == "--version";
}

// Options may stand before the command as well: `fieldgap -q run city.toml`, `fieldgap --lang zh --help`.
void bring_command_to_front(std::vector<std::string>& arguments)
{
    if (!arguments.front().starts_with('-')) {
        return;
    }
    const auto is_command = [](const std::string& word) { return command_named(word) != nullptr; };
    const auto is_answer = [](const std::string& word) { return is_help(word) || is_version(word); };
    auto found = std::find_if(arguments.begin(), arguments.end(), is_command);
    if (found == arguments.end()) {
        found = std::find_if(arguments.begin(), arguments.end(), is_answer);
    }
    if (found != arguments.end()) {
        std::rotate(arguments.begin(), found, found + 1);
    }
}

unsigned all_cores()
{
    const auto cores = std::uint64_t{std::thread::hardware_concurrency()};
    return static_cast<unsigned>(std::clamp(cores, thread_range.low, thread_range.high));
}

} // namespace

Command parse(std::vector<std::string> arguments, std::string_view version)
{
    if (arguments.empty()) {
        throw gis::UsageError(translate(Text::cli_no_command, {words::joined(command_names())}));
    }
    speak_as_asked(arguments);
    bring_command_to_front(arguments);
    const auto word = arguments.front();
    if (is_help(word)) {
        return Answer{general_help()};
    }
    if (is_version(word)) {
        return Answer{version_line(version)};
    }
    const auto* const command = command_named(word);
    if (command == nullptr) {
        throw unknown_command(word);
    }
    arguments.erase(arguments.begin());
    return command->parse(std::move(arguments), version);
}

CommonOptions common_of(const Command& command)
{
    if (const auto* const run = std::get_if<RunOptions>(&command)) {
        return run->common;
    }
    if (const auto* const check = std::get_if<CheckOptions>(&command)) {
        return check->common;
    }
    if (const auto* const screen = std::get_if<ScreenOptions>(&command)) {
        return screen->common;
    }
    if (const auto* const synth = std::get_if<SynthOptions>(&command)) {
        return synth->common;
    }
    if (const auto* const init = std::get_if<InitOptions>(&command)) {
        return init->common;
    }
    return {};
}

CommonLine::CommonLine(CommandLine& line, CommonOptions& common) : line_(line), common_(common)
{
    common_.threads = all_cores();
    declare();
}

void CommonLine::declare()
{
    line_.flag("-q,--quiet", quiet_, translate(Text::cli_help_quiet));
    line_.flag("-v,--verbose", verbose_, translate(Text::cli_help_verbose));
    line_.text("--log-json", "FILE", common_.json_log_path, translate(Text::cli_help_log_json));
    line_.number("--threads", "N", common_.threads, thread_range, translate(Text::cli_help_threads, {thread_range.low, thread_range.high}));
    line_.flag("--overwrite", common_.overwrite, translate(Text::cli_help_overwrite));
    line_.texts("--set", "KEY=VALUE", common_.settings, translate(Text::cli_help_set));
    line_.text("--lang", "LANG", lang_, translate(Text::cli_help_lang, {words::joined(language_names())}));
    line_.flag("-h,--help", help_, translate(Text::cli_help_help));
    line_.flag("--version", version_, translate(Text::cli_help_version));
}

std::optional<Answer> CommonLine::parse(std::vector<std::string> arguments, std::string_view version)
{
    line_.parse(std::move(arguments));
    if (help_) {
        return Answer{line_.help()};
    }
    if (version_) {
        return Answer{version_line(version)};
    }
    check();
    fill();
    return std::nullopt;
}

void CommonLine::check() const
{
    if (quiet_ && verbose_) {
        throw gis::UsageError(translate(Text::cli_quiet_and_verbose, {line_.name()}));
    }
    if (!lang_.empty() && !words::language_named(lang_)) {
        throw gis::UsageError(translate(Text::cli_lang_unknown, {line_.name(), lang_, words::joined(language_names())}));
    }
    for (const auto& setting : common_.settings) {
        if (setting.find('=') == std::string::npos || setting.starts_with('=')) {
            throw gis::UsageError(translate(Text::cli_set_without_key, {line_.name(), setting}));
        }
    }
}

void CommonLine::fill()
{
    common_.loudness = quiet_ ? Loudness::quiet : verbose_ ? Loudness::verbose : Loudness::normal;
    if (!lang_.empty()) {
        common_.settings.push_back("output.lang=" + lang_);
    }
}

} // namespace fieldgap::cli
