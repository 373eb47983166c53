#include "layers/config/city_table.hpp"

#include "gis/error.hpp"
#include "layers/config/tree/config_tree.hpp"
#include "words/ascii.hpp"
#include "words/utf8.hpp"

#include <algorithm>
#include <fstream>

namespace fieldgap {
namespace {

/// What stands between the quotes of `name = "..."`; nothing of other lines.
std::string name_in_line(std::string_view line)
{
    constexpr std::string_view key = "name";
    if (!line.starts_with(key)) {
        return {};
    }
    line = words::trimmed(line.substr(key.size()));
    if (!line.starts_with('=')) {
        return {};
    }
    line = words::trimmed(line.substr(1));
    const auto end = line.size() < 2 || (line[0] != '"' && line[0] != '\'') ? std::string_view::npos : line.find(line[0], 1);
    return end == std::string_view::npos ? std::string() : words::valid_utf8(line.substr(1, end - 1));
}

/// Of a file that is no TOML: somewhere in it something is wrong, and mostly not in these two lines.
std::optional<CityTable> table_in_text(const std::string& path)
{
    std::optional<CityTable> table;
    std::ifstream file(path, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        const std::string_view text = words::trimmed(line);
        if (text.starts_with("[city]")) {
            table.emplace();
        } else if (table && text.starts_with('[')) {
            break;
        } else if (table && table->name.empty()) {
            table->name = name_in_line(text);
        }
    }
    return table;
}

} // namespace

std::optional<CityTable> city_table_of(const std::string& path)
{
    std::vector<config::Assignment> assignments;
    try {
        assignments = config::read_assignments(path, {});
    } catch (const gis::UsageError&) {
        return table_in_text(path);
    }
    const auto with_key = [&](std::string_view key) {
        return std::find_if(assignments.begin(), assignments.end(), [&](const config::Assignment& one) { return one.key == key; });
    };
    if (with_key("city") == assignments.end()) {
        return std::nullopt;
    }
    const auto name = with_key("city.name");
    const auto* const text = name == assignments.end() ? nullptr : std::get_if<std::string>(&name->value);
    return CityTable{text == nullptr ? std::string() : *text};
}

} // namespace fieldgap
