// Writes what a shell completes from the options of the commands: fieldgap (bash), _fieldgap (zsh), fieldgap.fish.
// usage: fieldgap_completion FOLDER
// Run by the build; `tests/completion` asks the shells themselves.

#include "commands/commands.hpp"
#include "gis/io/base/file_publication.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>

namespace fieldgap {
namespace {

using cli::OptionText;

/// What may stand in place of a placeholder.
struct Completed
{
    enum class Kind { nothing, choice, file, folder };
    Kind kind = Kind::nothing;
    std::string choices; ///< with blanks between
    std::string ending;  ///< of files, such as toml; empty: any
};

/// Of a placeholder as the help shows it: en|zh, OUT.gpkg, FILE, DIR ...
Completed completed(const OptionText& option)
{
    using Kind = Completed::Kind;
    constexpr std::array<std::string_view, 3> any_file = {"FILE", "FILE|DIR", "PATH"};
    constexpr std::array<std::string_view, 2> folder = {"DIR", "OUTDIR"};
    // One in brackets may be left out.
    const std::size_t first = option.value.starts_with('[') ? 1 : 0;
    const std::string value = option.value.substr(first, option.value.find_first_of(" ]") - first);
    if (std::find(any_file.begin(), any_file.end(), value) != any_file.end()) {
        return {Kind::file, "", ""};
    }
    if (std::find(folder.begin(), folder.end(), value) != folder.end()) {
        return {Kind::folder, "", ""};
    }
    if (value == "CONFIG") {
        return {Kind::file, "", "toml"};
    }
    if (value.find('|') != std::string::npos) {
        std::string choices = value;
        std::replace(choices.begin(), choices.end(), '|', ' ');
        return {Kind::choice, choices, ""};
    }
    const std::size_t dot = value.rfind('.');
    return dot == std::string::npos ? Completed{} : Completed{Kind::file, "", value.substr(dot + 1)};
}

std::string joined(const std::vector<std::string>& names, std::string_view between)
{
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : std::string(between)) + name;
    }
    return text;
}

std::vector<std::string> names_of(const std::vector<CommandText>& commands)
{
    std::vector<std::string> names;
    std::transform(commands.begin(), commands.end(), std::back_inserter(names),
                   [](const CommandText& command) { return std::string(command.name); });
    return names;
}

/// Each `from` in `text` with a backslash before it.
std::string escaped(std::string_view text, std::string_view from)
{
    std::string result;
    for (const char c : text) {
        result += from.find(c) == std::string_view::npos ? std::string(1, c) : std::string("\\") + c;
    }
    return result;
}

// bash

std::string bash_action(const Completed& value)
{
    switch (value.kind) {
    case Completed::Kind::choice: return "COMPREPLY=($(compgen -W \"" + value.choices + "\" -- \"$cur\"))";
    case Completed::Kind::file: return value.ending.empty() ? "_filedir" : "_filedir " + value.ending;
    case Completed::Kind::folder: return "_filedir -d";
    case Completed::Kind::nothing: break;
    }
    return ":";
}

std::string bash_function(const CommandText& command)
{
    std::string values;
    std::string names;
    std::string word = ":";
    for (const OptionText& option : command.options) {
        if (option.is_word) {
            word = bash_action(completed(option));
            continue;
        }
        names += (names.empty() ? "" : " ") + joined(option.names, " ");
        if (!option.value.empty()) {
            values += "        " + joined(option.names, "|") + ") " + bash_action(completed(option)) + "; return ;;\n";
        }
    }
    return "_fieldgap_" + std::string(command.name) + "()\n{\n    case $prev in\n" + values + "    esac\n    $split && return\n" +
           "    if [[ $cur == -* ]]; then\n        COMPREPLY=($(compgen -W \"" + names + "\" -- \"$cur\"))\n    else\n        " + word +
           "\n    fi\n}\n\n";
}

std::string bash_script(const std::vector<CommandText>& commands)
{
    std::string script = "# What bash completes of fieldgap. Written from its options.\n\n";
    for (const CommandText& command : commands) {
        script += bash_function(command);
    }
    const std::vector<std::string> names = names_of(commands);
    return script + "_fieldgap()\n{\n    local cur prev words cword split word\n    _init_completion -s || return\n" +
           "    for word in \"${words[@]:1:cword-1}\"; do\n        case $word in\n            " + joined(names, "|") +
           ") \"_fieldgap_$word\"; return ;;\n        esac\n    done\n" + "    COMPREPLY=($(compgen -W \"" + joined(names, " ") +
           " --help --version\" -- \"$cur\"))\n}\n\ncomplete -F _fieldgap fieldgap\n";
}

// zsh

/// In single quotes.
std::string zsh_quoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return result + "'";
}

std::string zsh_action(const Completed& value)
{
    switch (value.kind) {
    case Completed::Kind::choice: return "(" + value.choices + ")";
    case Completed::Kind::file: return value.ending.empty() ? "_files" : "_files -g \"*." + value.ending + "\"";
    case Completed::Kind::folder: return "_files -/";
    case Completed::Kind::nothing: break;
    }
    return " ";
}

/// A line of _arguments for each name of the option; one name shuts out the others, where it is not for giving again.
std::string zsh_option(const OptionText& option)
{
    const std::string mark = option.value.starts_with('[') ? "::" : ":"; // a value that may be left out
    const std::string value = option.value.empty() ? "" : mark + escaped(option.value, ":") + ":" + zsh_action(completed(option));
    const std::string before = option.repeats ? "*" : "(" + joined(option.names, " ") + ")";
    std::string lines;
    for (const std::string& name : option.names) {
        const std::string joint = option.value.empty() ? "" : name.starts_with("--") ? "=" : "+";
        lines += " \\\n            " + zsh_quoted(before + name + joint + "[" + escaped(option.help, "[]:") + "]" + value);
    }
    return lines;
}

/// The words of a command that are no options, each at its place.
std::string zsh_words(const CommandText& command)
{
    std::string lines;
    int place = 0;
    for (const OptionText& option : command.options) {
        if (option.is_word) {
            ++place;
            const std::string at = option.repeats ? "*" : std::to_string(place);
            lines += " \\\n            " + zsh_quoted(at + ":" + escaped(option.value, ":") + ":" + zsh_action(completed(option)));
        }
    }
    return lines;
}

/// The options of every command: they may stand before it.
std::string zsh_shared_options(const std::vector<CommandText>& commands)
{
    std::string lines;
    for (const OptionText& option : commands.front().options) {
        const bool is_shared = std::all_of(commands.begin(), commands.end(), [&](const CommandText& command) {
            return std::any_of(command.options.begin(), command.options.end(),
                               [&](const OptionText& other) { return other.names == option.names && other.help == option.help; });
        });
        lines += is_shared && !option.is_word ? zsh_option(option) : "";
    }
    return lines;
}

std::string zsh_script(const std::vector<CommandText>& commands)
{
    std::string list;
    std::string cases;
    for (const CommandText& command : commands) {
        list += "        " + zsh_quoted(std::string(command.name) + ":" + escaped(command.about, ":")) + "\n";
        cases += "        " + std::string(command.name) + ") _arguments -s";
        for (const OptionText& option : command.options) {
            cases += option.is_word ? "" : zsh_option(option);
        }
        cases += zsh_words(command) + " ;;\n";
    }
    return "#compdef fieldgap\n# What zsh completes of fieldgap. Written from its options.\n\n_fieldgap() {\n"
           "    local curcontext=\"$curcontext\" state line\n    typeset -A opt_args\n    local -a commands=(\n" +
           list + "    )\n    _arguments -C" + zsh_shared_options(commands) +
           " \\\n            '1: :->command' '*:: :->words'\n"
           "    if [[ $state == command ]]; then\n        _describe -t commands command commands\n        return\n    fi\n"
           "    case $words[1] in\n" +
           cases + "    esac\n}\n\n_fieldgap \"$@\"\n";
}

// fish

std::string fish_quoted(std::string_view text)
{
    return "'" + escaped(text, "'\\") + "'";
}

std::string fish_action(const Completed& value)
{
    switch (value.kind) {
    case Completed::Kind::choice: return " -xa " + fish_quoted(value.choices);
    case Completed::Kind::file:
        return value.ending.empty() ? " -rF" : " -rka " + fish_quoted("(__fish_complete_suffix ." + value.ending + ")");
    case Completed::Kind::folder: return " -xa '(__fish_complete_directories)'";
    case Completed::Kind::nothing: break;
    }
    return " -x";
}

std::string fish_word(const Completed& value)
{
    return value.kind == Completed::Kind::file && value.ending.empty()
               ? " -F"
               : " -ka " + fish_quoted("(__fish_complete_suffix ." + value.ending + ")");
}

std::string fish_option(const OptionText& option)
{
    if (option.is_word) {
        return fish_word(completed(option));
    }
    std::string names;
    for (const std::string& name : option.names) {
        names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    return names + (option.value.empty() ? "" : fish_action(completed(option))) + " -d " + fish_quoted(option.help);
}

std::string fish_script(const std::vector<CommandText>& commands)
{
    std::string script =
        "# What fish completes of fieldgap. Written from its options.\n\ncomplete -c fieldgap -f\n"
        "complete -c fieldgap -n __fish_use_subcommand -s h -l help\ncomplete -c fieldgap -n __fish_use_subcommand -l version\n";
    for (const CommandText& command : commands) {
        const std::string name(command.name);
        script += "complete -c fieldgap -n __fish_use_subcommand -a " + name + " -d " + fish_quoted(command.about) + "\n";
        for (const OptionText& option : command.options) {
            script += "complete -c fieldgap -n '__fish_seen_subcommand_from " + name + "'" + fish_option(option) + "\n";
        }
    }
    return script;
}

void write_scripts(const std::string& folder)
{
    const std::vector<CommandText> commands = command_texts();
    gis::write_file(folder + "/fieldgap", bash_script(commands));
    gis::write_file(folder + "/_fieldgap", zsh_script(commands));
    gis::write_file(folder + "/fieldgap.fish", fish_script(commands));
}

} // namespace
} // namespace fieldgap

int main(int argc, char** argv)
{
    try {
        fieldgap::write_scripts(argc > 1 ? argv[1] : ".");
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
