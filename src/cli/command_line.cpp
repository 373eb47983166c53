#include "cli/command_line.hpp"

#include "gis/error.hpp"
#include "words/nearest.hpp"
#include "words/words.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace fieldgap::cli {
namespace {

using words::Text;
using words::translate;

constexpr std::size_t help_column = 30;
constexpr const char* hidden_group = ""; // as CLI11 has it

std::optional<std::uint64_t> whole_number_in(const std::string& text, Range range)
{
    std::uint64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end || number < range.low || number > range.high) {
        return std::nullopt;
    }
    return number;
}

// CLI11 says `--name: 1 required N missing` or `name was given ...`: of that only the name is used.
gis::UsageError wrong_count(const CLI::App& app, const std::string& command, const std::string& what)
{
    auto name = what.substr(0, what.find_first_of(": "));
    if (!name.starts_with('-')) {
        name.insert(0, "--");
    }
    const auto* const option = app.get_option_no_throw(name);
    if (option == nullptr) {
        return gis::UsageError(translate(Text::cli_wrong_usage, {command, what, command}));
    }
    if (option->get_expected_max() == 0) {
        return gis::UsageError(translate(Text::cli_flag_takes_no_value, {command, name}));
    }
    return gis::UsageError(translate(option->count() > 1 ? Text::cli_given_twice : Text::cli_value_missing, {command, name}));
}

} // namespace

CommandLine::CommandLine(std::string_view name, Text about)
    : name_(name), app_(std::make_unique<CLI::App>(translate(about), "fieldgap " + name_))
{
    app_->set_help_flag();
    app_->allow_extras();
    app_->get_formatter()->column_width(help_column);
    app_->get_formatter()->label("Usage", translate(Text::cli_heading_usage));
    app_->get_formatter()->label("Positionals", translate(Text::cli_heading_words));
    app_->get_formatter()->label("OPTIONS", translate(Text::cli_heading_any_options));
    app_->option_defaults()->group(translate(Text::cli_heading_options));
}

CommandLine::~CommandLine() = default;

void CommandLine::word(const char* placeholder, std::string& value, const std::string& help)
{
    app_->add_option(placeholder, value, help)->type_name(" ");
}

void CommandLine::words(const char* placeholder, std::vector<std::string>& values, const std::string& help)
{
    app_->add_option(placeholder, values, help)->type_name(" ");
}

void CommandLine::text(const char* names, const char* placeholder, std::string& value, const std::string& help)
{
    const auto refuse_empty = [this, names](const std::string& given) {
        if (given.empty()) {
            throw gis::UsageError(translate(Text::cli_value_empty, {name_, names}));
        }
    };
    app_->add_option(names, value, help)->type_name(placeholder)->each(refuse_empty);
}

void CommandLine::optional_text(const char* names, const char* placeholder, std::optional<std::string>& value, const std::string& help)
{
    static const std::string no_value(1, '\0'); // what nobody can type
    const auto take = [this, names, &value](const std::string& given) {
        if (given.empty()) {
            throw gis::UsageError(translate(Text::cli_value_empty, {name_, names}));
        }
        value = given == no_value ? std::string() : given;
    };
    app_->add_option_function<std::string>(names, take, help)
        ->type_name(placeholder)
        ->option_text(placeholder)
        ->expected(0, 1)
        ->default_str(no_value);
}

void CommandLine::texts(const char* names, const char* placeholder, std::vector<std::string>& values, const std::string& help)
{
    app_->add_option(names, values, help)->type_name(placeholder)->take_all()->allow_extra_args(false);
}

void CommandLine::hidden_texts(const char* names, std::vector<std::string>& values)
{
    app_->add_option(names, values)->take_all()->allow_extra_args(false)->group(hidden_group);
}

void CommandLine::flag(const char* names, bool& value, const std::string& help)
{
    app_->add_flag(names, value, help)->disable_flag_override()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

void CommandLine::whole_number(const char* names, const char* placeholder, Range range, const std::string& help, Setter set)
{
    const auto take = [this, names, range, set = std::move(set)](const std::string& given) {
        const auto number = whole_number_in(given, range);
        if (!number) {
            throw gis::UsageError(translate(Text::cli_out_of_range, {name_, names, given, range.low, range.high}));
        }
        set(*number);
    };
    app_->add_option_function<std::string>(names, take, help)->type_name(placeholder);
}

void CommandLine::parse(std::vector<std::string> arguments)
{
    std::reverse(arguments.begin(), arguments.end()); // CLI11 takes them from the back
    try {
        app_->parse(std::move(arguments));
    } catch (const CLI::ArgumentMismatch& error) {
        throw wrong_count(*app_, name_, error.what());
    } catch (const CLI::ParseError& error) {
        throw gis::UsageError(translate(Text::cli_wrong_usage, {name_, error.what(), name_}));
    }
    refuse_leftovers();
}

void CommandLine::refuse_leftovers() const
{
    auto left = app_->remaining();
    left.erase(std::remove(left.begin(), left.end(), "--"), left.end()); // it only says that no option follows
    if (left.empty()) {
        return;
    }
    // An unknown option comes first: a word too many may only be its value.
    const auto is_option = [](const std::string& word) { return word.size() > 1 && word[0] == '-'; };
    const auto option = std::find_if(left.begin(), left.end(), is_option);
    if (option == left.end()) {
        throw gis::UsageError(translate(Text::cli_unexpected_word, {name_, left.front(), words_taken()}));
    }
    const auto written = option->substr(0, option->find('='));
    const auto near = words::nearest(written, option_names());
    if (near.empty()) {
        throw gis::UsageError(translate(Text::cli_unknown_option, {name_, written, words::joined(option_names())}));
    }
    throw gis::UsageError(translate(Text::cli_unknown_option_near, {name_, written, near}));
}

std::vector<const CLI::Option*> CommandLine::shown_options() const
{
    const CLI::App& app = *app_;
    std::vector<const CLI::Option*> options = app.get_options();
    options.erase(std::remove_if(options.begin(), options.end(), [](const auto* option) { return option->get_group() == hidden_group; }),
                  options.end());
    return options;
}

std::vector<std::string> CommandLine::option_names() const
{
    std::vector<std::string> names;
    for (const auto* option : shown_options()) {
        for (const auto& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

std::string CommandLine::words_taken() const
{
    std::vector<std::string> names;
    for (const auto* option : app_->get_options()) {
        if (option->get_positional()) {
            names.push_back(option->get_name(true));
        }
    }
    return names.empty() ? translate(Text::cli_takes_no_word) : words::joined(names);
}

std::string CommandLine::help() const
{
    std::string text = app_->help();
    while (text.ends_with("\n\n\n")) { // a line for the group of hidden options, though none of them is shown
        text.pop_back();
    }
    return text;
}

std::vector<OptionText> CommandLine::options() const
{
    std::vector<OptionText> texts;
    for (const CLI::Option* option : shown_options()) {
        const bool is_flag = option->get_type_size() == 0;
        OptionText text{{},
                        is_flag ? "" : option->get_type_name(),
                        option->get_description(),
                        option->get_positional(),
                        option->get_items_expected_max() > 1};
        if (text.is_word) {
            text.value = option->get_name(true) + (text.repeats ? " ..." : "");
        }
        for (const std::string& letter : option->get_snames()) {
            text.names.push_back("-" + letter);
        }
        for (const std::string& word : option->get_lnames()) {
            text.names.push_back("--" + word);
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

} // namespace fieldgap::cli
