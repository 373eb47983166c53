#include "gis/joining/flat_lines.hpp"

namespace gis {

void FlatLines::add(const Line& line, std::uint8_t line_flags, std::uint32_t line_kind, const StreetLevel& line_level)
{
    vertex.insert(vertex.end(), line.begin(), line.end());
    first.push_back(static_cast<std::uint32_t>(vertex.size()));
    flags.push_back(line_flags);
    kind.push_back(line_kind);
    level.push_back(line_level);
}

} // namespace gis
