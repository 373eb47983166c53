#include "cli/page.hpp"

#include "cli/terminal.hpp"
#include "words/utf8.hpp"
#include "words/visible.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace fieldgap::cli {
namespace {

std::string_view environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

bool on_terminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

bool has_colours()
{
    return on_terminal() && environment("NO_COLOR").empty() && !environment("TERM").empty() && environment("TERM") != "dumb";
}

std::string_view sequence_of(Colour colour)
{
    switch (colour) {
    case Colour::none: return "";
    case Colour::bold: return "\x1b[1m";
    case Colour::blue: return "\x1b[34m";
    case Colour::cyan: return "\x1b[36m";
    case Colour::yellow: return "\x1b[33m";
    }
    return "";
}

} // namespace

std::string shown(const Page& page, bool in_colours)
{
    constexpr std::string_view end_of_colour = "\x1b[0m";
    std::string text;
    for (const Page::Piece& piece : page.pieces()) {
        const bool is_coloured = in_colours && piece.colour != Colour::none;
        text += is_coloured ? sequence_of(piece.colour) : "";
        text += words::visible_lines(piece.text);
        text += is_coloured ? end_of_colour : "";
    }
    return text;
}

void print_page(const Page& page)
{
    write_out(shown(page, has_colours()));
}

bool draws_blocks()
{
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (!environment(name).empty()) {
            const std::string locale = words::lower_case(environment(name));
            return on_terminal() && (locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos);
        }
    }
    return false;
}

} // namespace fieldgap::cli
