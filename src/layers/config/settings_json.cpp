#include "layers/config/settings_json.hpp"

#include "gis/error.hpp"
#include "layers/config/config_schema.hpp"
#include "layers/config/tree/config_tree.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace fieldgap::config {
namespace {

using Json = nlohmann::ordered_json;

/// What decides on needs and on the allocation, and what leases are judged by.
constexpr std::array<std::string_view, 6> tables_read = {"standards", "limits", "walk", "channels", "allocation", "projection"};
/// No config of ours is deeper.
constexpr int most_levels = 8;

gis::UsageError no_config(const std::string& source)
{
    return gis::UsageError(words::translate(words::Text::diff_no_config, {source}));
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Texts, numbers and lists are written alike in JSON and in TOML; tables are not.
std::string toml_of(const Json& json, const std::string& source, int levels_left)
{
    if (levels_left == 0 || json.is_null()) {
        throw no_config(source);
    }
    if (!json.is_structured()) {
        return dumped(json);
    }
    std::string inner;
    for (const auto& item : json.items()) {
        inner += inner.empty() ? "" : ", ";
        inner += json.is_object() ? dumped(item.key()) + " = " : "";
        inner += toml_of(item.value(), source, levels_left - 1);
    }
    return json.is_object() ? "{" + inner + "}" : "[" + inner + "]";
}

void flatten(const Json& json, const std::string& parent, const std::string& source, int levels_left,
             std::map<std::string, std::string>& values)
{
    if (levels_left == 0) {
        throw no_config(source);
    }
    for (const auto& item : json.items()) {
        const std::string key = parent.empty() ? item.key() : parent + "." + item.key();
        if (item.value().is_object() && !item.value().empty()) {
            flatten(item.value(), key, source, levels_left - 1, values);
        } else {
            values[key] = dumped(item.value());
        }
    }
}

Settings settings_of(const Json& json, const std::string& source)
{
    std::string toml;
    for (const std::string_view table : tables_read) {
        if (json.contains(table)) {
            toml += std::string(table) + " = " + toml_of(json[std::string(table)], source, most_levels) + "\n";
        }
    }
    Config config;
    const Schema schema;
    for (const Assignment& assignment : assignments_in(toml, source)) {
        for (const Channel channel : all_channels) {
            const bool is_channel = assignment.key == "channels." + std::string(name_of(channel));
            config.settings.channels[channel].on = config.settings.channels[channel].on || is_channel;
        }
        if (schema.find(assignment.key) || schema.is_table(assignment.key)) {
            schema.apply(assignment, config);
        }
    }
    return config.settings;
}

} // namespace

WrittenSettings settings_in(const std::string& json, const std::string& source)
{
    const Json document = Json::parse(json, nullptr, false);
    if (!document.is_object()) {
        throw no_config(source);
    }
    WrittenSettings written;
    flatten(document, "", source, most_levels, written.values);
    written.settings = settings_of(document, source);
    return written;
}

} // namespace fieldgap::config
