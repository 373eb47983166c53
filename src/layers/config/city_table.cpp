#include "layers/config/city_table.hpp"

#include "gis/error.hpp"
#include "layers/config/config_tree.hpp"
#include "words/ascii.hpp"

#include <algorithm>
#include <fstream>

namespace fieldgap {
namespace {

bool has_line_of_table(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        if (words::trimmed(line).starts_with("[city]")) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<CityTable> city_table_of(const std::string& path)
{
    std::vector<config::Assignment> assignments;
    try {
        assignments = config::read_assignments(path, {});
    } catch (const gis::UsageError&) {
        return has_line_of_table(path) ? std::optional(CityTable{}) : std::nullopt;
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
