#include "text_cells.hpp"

#include "cli/terminal.hpp"

namespace fieldgap {

std::string cut(const std::string& text, std::size_t columns)
{
    constexpr const char* more = "...";
    return cli::display_width(text) <= columns ? text : cli::shortened(text, columns - 3) + more;
}

} // namespace fieldgap
