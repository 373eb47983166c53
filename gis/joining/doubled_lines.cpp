#include "gis/joining/doubled_lines.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace gis {
namespace {

using Nodes = std::span<const std::uint32_t>;

Nodes nodes_of(const Streets& streets, std::size_t line)
{
    return Nodes(streets.ref).subspan(streets.first_ref[line], streets.first_ref[line + 1] - streets.first_ref[line]);
}

/// The same for both directions.
auto course_of(const Streets& streets, std::size_t line)
{
    const Nodes nodes = nodes_of(streets, line);
    std::vector<std::uint32_t> there(nodes.begin(), nodes.end());
    std::vector<std::uint32_t> back(nodes.rbegin(), nodes.rend());
    return std::make_tuple(streets.line_flags[line], streets.line_kind[line], std::min(there, back));
}

/// What doubles have in common; quick to compare.
using Sign = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;

std::vector<std::pair<Sign, std::size_t>> lines_by_sign(const Streets& streets)
{
    std::vector<std::pair<Sign, std::size_t>> lines;
    lines.reserve(streets.line_count());
    for (std::size_t line = 0; line < streets.line_count(); ++line) {
        const Nodes nodes = nodes_of(streets, line);
        lines.push_back({{std::min(nodes.front(), nodes.back()), std::max(nodes.front(), nodes.back()), nodes.size()}, line});
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<bool> doubles_of(const Streets& streets)
{
    const auto lines = lines_by_sign(streets);
    std::vector<bool> is_double(lines.size());
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        while (end < lines.size() && lines[end].first == lines[begin].first) {
            ++end;
        }
        std::set<decltype(course_of(streets, 0))> seen;
        for (std::size_t i = begin; end - begin > 1 && i < end; ++i) {
            is_double[lines[i].second] = !seen.insert(course_of(streets, lines[i].second)).second;
        }
        begin = end;
    }
    return is_double;
}

} // namespace

void drop_doubled_lines(Streets& streets)
{
    const std::vector<bool> is_double = doubles_of(streets);
    streets.doubled_lines = static_cast<std::size_t>(std::count(is_double.begin(), is_double.end(), true));
    if (streets.doubled_lines == 0) {
        return;
    }
    std::vector<std::uint32_t> ref;
    std::vector<std::uint32_t> first_ref{0};
    std::vector<std::uint8_t> flags;
    std::vector<std::uint32_t> kinds;
    for (std::size_t line = 0; line < is_double.size(); ++line) {
        if (!is_double[line]) {
            const Nodes nodes = nodes_of(streets, line);
            ref.insert(ref.end(), nodes.begin(), nodes.end());
            first_ref.push_back(static_cast<std::uint32_t>(ref.size()));
            flags.push_back(streets.line_flags[line]);
            kinds.push_back(streets.line_kind[line]);
        }
    }
    streets.ref = std::move(ref);
    streets.first_ref = std::move(first_ref);
    streets.line_flags = std::move(flags);
    streets.line_kind = std::move(kinds);
}

} // namespace gis
