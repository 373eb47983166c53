#include "text_cells.hpp"

#include "cli/terminal.hpp"

namespace fieldgap {

std::string on_one_line(std::string text)
{
    for (char& c : text) {
        c = static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
    return text;
}

std::string cut(const std::string& text, std::size_t columns)
{
    constexpr const char* more = "...";
    const std::string line = on_one_line(text);
    return cli::display_width(line) <= columns ? line : cli::shortened(line, columns - 3) + more;
}

} // namespace fieldgap
