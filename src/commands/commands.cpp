#include "commands/commands.hpp"

#include "cli/terminal.hpp"
#include "gis/error.hpp"
#include "words/nearest.hpp"

#include <algorithm>
#include <array>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t command_column = 10;

struct CommandEntry
{
    std::string_view name;
    Text about;
    Command (*parse)(std::vector<std::string> arguments, std::string_view version);
    std::vector<cli::OptionText> (*option_texts)();
    bool is_hidden;
};

template <class Options>
constexpr bool is_hidden = requires
{
    Options::is_hidden;
};

template <class Options>
Command parse_as(std::vector<std::string> arguments, std::string_view version)
{
    Options options;
    cli::CommandLine line(Options::command, Options::about);
    options.declare(line);
    cli::CommonLine common(line, options.common);
    if (const auto answer = common.parse(std::move(arguments), version)) {
        return *answer;
    }
    options.check(Options::command);
    return options;
}

template <class Options>
std::vector<cli::OptionText> option_texts_of()
{
    Options options;
    cli::CommandLine line(Options::command, Options::about);
    options.declare(line);
    const cli::CommonLine common(line, options.common);
    return line.options();
}

/// The table of the commands comes out of the variant.
template <class... Options>
constexpr std::array<CommandEntry, sizeof...(Options)> entries_of(const std::variant<cli::Answer, Options...>* /*the type alone*/)
{
    return {{{Options::command, Options::about, parse_as<Options>, option_texts_of<Options>, is_hidden<Options>}...}};
}

constexpr auto commands = entries_of(static_cast<const Command*>(nullptr));

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
        if (!entry.is_hidden) {
            names.emplace_back(entry.name);
        }
    }
    return names;
}

std::string general_help()
{
    auto text = translate(Text::cli_about) + "\n\n" + translate(Text::cli_usage) + "\n\n" + translate(Text::cli_commands) + "\n";
    for (const auto& entry : commands) {
        if (!entry.is_hidden) {
            const auto gap = std::string(command_column - entry.name.size(), ' ');
            text += "  " + std::string(entry.name) + gap + translate(entry.about) + "\n";
        }
    }
    return text + "\n" + translate(Text::cli_more_help) + "\n" + translate(Text::cli_exit_codes) + "\n";
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
        return cli::Answer{general_help()};
    }
    if (is_version(word)) {
        return cli::Answer{cli::version_line(version)};
    }
    const auto* const command = command_named(word);
    if (command == nullptr) {
        throw unknown_command(word);
    }
    arguments.erase(arguments.begin());
    return command->parse(std::move(arguments), version);
}

cli::CommonOptions common_of(const Command& command)
{
    return std::visit(
        [](const auto& options) {
            if constexpr (std::is_same_v<decltype(options), const cli::Answer&>) {
                return cli::CommonOptions{};
            } else {
                return options.common;
            }
        },
        command);
}

namespace {

int carry_out(const cli::Answer& answer, cli::Log&)
{
    cli::print(answer.text);
    return static_cast<int>(cli::ExitCode::done);
}

} // namespace

int execute(const Command& command, cli::Log& log)
{
    return std::visit([&log](const auto& options) { return carry_out(options, log); }, command);
}

std::vector<CommandText> command_texts()
{
    std::vector<CommandText> texts;
    for (const CommandEntry& entry : commands) {
        if (!entry.is_hidden) {
            texts.push_back({entry.name, translate(entry.about), entry.option_texts()});
        }
    }
    return texts;
}

} // namespace fieldgap
