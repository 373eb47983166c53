#include "gis/io/vector/vector_filter.hpp"

namespace gis {

bool ends_early(std::string_view filter)
{
    char closing = '\0'; // of the text or name at hand
    for (const char c : filter) {
        if (closing != '\0') {
            closing = c == closing ? '\0' : closing; // a doubled quote closes and opens again
        } else if (c == '\'' || c == '"' || c == '`') {
            closing = c;
        } else if (c == '[') {
            closing = ']';
        } else if (c == ';') {
            return true;
        }
    }
    return false;
}

} // namespace gis
