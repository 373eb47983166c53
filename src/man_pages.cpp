// Writes the man pages from the options of the commands: fieldgap.1, and fieldgap-NAME.1 of each. usage: fieldgap_man FOLDER
// Run by the build; nothing in a page depends on the place or the time of the build.

#include "commands/commands.hpp"
#include "gis/io/base/file_publication.hpp"

#include <algorithm>
#include <iostream>

namespace fieldgap {
namespace {

using words::Text;
using words::translate;

struct Page
{
    std::string name;
    std::string text;
};

/// Nothing in a text is taken for a request of the formatter, and a dash stays the dash that one types.
std::string plain(std::string_view text)
{
    std::string escaped = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
    for (const char c : text) {
        escaped += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
    }
    return escaped;
}

std::string bold(std::string_view text)
{
    return "\\fB" + plain(text) + "\\fR";
}

std::string placeholder(std::string_view text)
{
    return "\\fI" + plain(text) + "\\fR";
}

std::string item(const std::string& head, const std::string& text)
{
    return ".TP\n" + head + "\n" + text + "\n";
}

std::string head_of(const std::string& name, const std::string& about)
{
    std::string title = name;
    std::transform(title.begin(), title.end(), title.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return ".TH \"" + plain(title) + "\" 1 \"\" \"fieldgap " FIELDGAP_VERSION "\" \"User Commands\"\n.SH NAME\n" + plain(name) + " \\- " +
           plain(about) + "\n";
}

std::string option_item(const cli::OptionText& option)
{
    std::string head;
    for (const std::string& name : option.names) {
        head += (head.empty() ? "" : ", ") + bold(name);
    }
    head += (head.empty() || option.value.empty() ? "" : " ") + placeholder(option.value);
    return item(head, plain(option.help));
}

/// `exit status: 0 done; 1 ...`, one a line.
std::string exit_status()
{
    std::string page = ".SH EXIT STATUS\n";
    const std::string all = translate(Text::cli_exit_codes);
    std::string_view rest = std::string_view(all).substr(all.find(": ") + 2);
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find("; "));
        const std::size_t space = one.find(' ');
        page += item(bold(one.substr(0, space)), plain(one.substr(space + 1)));
        rest.remove_prefix(std::min(rest.size(), one.size() + 2));
    }
    return page;
}

std::string see_also(const std::vector<std::string>& names)
{
    std::string page = ".SH SEE ALSO\n";
    for (const std::string& name : names) {
        page += (name == names.front() ? "" : ",\n") + bold(name) + "(1)";
    }
    return page + "\n";
}

Page page_of(const CommandText& command)
{
    const std::string name = "fieldgap-" + std::string(command.name);
    std::string synopsis = bold("fieldgap " + std::string(command.name)) + " [" + placeholder("OPTIONS") + "]";
    std::string options;
    for (const cli::OptionText& option : command.options) {
        synopsis += option.is_word ? " " + placeholder(option.value) : "";
        options += option_item(option);
    }
    return {name, head_of(name, command.about) + ".SH SYNOPSIS\n" + synopsis + "\n.SH OPTIONS\n" + options + exit_status() +
                      see_also({"fieldgap"})};
}

Page general_page(const std::vector<CommandText>& commands)
{
    const std::string about = translate(Text::cli_about);
    std::string list;
    std::vector<std::string> pages;
    for (const CommandText& command : commands) {
        pages.push_back("fieldgap-" + std::string(command.name));
        list += item(bold(command.name), plain(command.about));
    }
    return {"fieldgap",
            head_of("fieldgap", about.substr(about.find(": ") + 2)) + ".SH SYNOPSIS\n" + bold("fieldgap") + " " + placeholder("COMMAND") +
                " [" + placeholder("OPTIONS") + "]\n.SH COMMANDS\n" + list + exit_status() + ".SH ENVIRONMENT\n" +
                item(bold("SOURCE_DATE_EPOCH"), "Every date in an output, in seconds since 1970; else a fixed one.") + see_also(pages)};
}

void write_pages(const std::string& folder)
{
    const std::vector<CommandText> commands = command_texts();
    std::vector<Page> pages = {general_page(commands)};
    std::transform(commands.begin(), commands.end(), std::back_inserter(pages), page_of);
    for (const Page& page : pages) {
        gis::write_file(folder + "/" + page.name + ".1", page.text);
    }
}

} // namespace
} // namespace fieldgap

int main(int argc, char** argv)
{
    try {
        fieldgap::write_pages(argc > 1 ? argv[1] : ".");
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
}
