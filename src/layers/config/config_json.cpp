#include "layers/config/config_json.hpp"

#include "gis/io/base/secrets.hpp"
#include "layers/config/config_paths.hpp"
#include "layers/config/config_schema.hpp"
#include "layers/config/programme_keys.hpp"
#include "layers/config/tree/standard_value.hpp"

#include <nlohmann/json.hpp>

namespace fieldgap::config {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const StandardStep& step)
{
    Json table = Json::object();
    table[standard_base_key] = step.base_m2;
    table[standard_per_pupil_key] = step.m2_per_pupil;
    return table;
}

/// As a config writes it: a number where a number says it all, else the table.
Json json_of(const StageStandard& standard)
{
    const auto steps = standard.steps();
    if (steps.size() == 1) {
        return standard.is_per_pupil() ? Json(steps.front().m2_per_pupil) : json_of(steps.front());
    }
    Json list = Json::array();
    for (const StandardStep& step : steps) {
        Json one = Json::object();
        one[standard_from_key] = step.from_pupils;
        one.update(json_of(step));
        list.push_back(std::move(one));
    }
    Json table = Json::object();
    table[standard_steps_key] = std::move(list);
    return table;
}

/// The value of a key, null where it is not set.
class Reader
{
public:
    explicit Reader(Config& config) : config_(config) {}

    template <class AnyKind>
    Json operator()(const AnyKind& key) const
    {
        const auto value = key.access.get(config_);
        return value ? Json(*value) : Json();
    }

    Json operator()(const Words& key) const
    {
        const auto text = key.access.get(config_);
        return text && !text->empty() ? Json(gis::without_passwords(*text)) : Json();
    }

    Json operator()(const ColumnMap& key) const { return table(key.at(config_)); }
    Json operator()(const NumberMap& key) const { return table(key.at(config_)); }

    Json operator()(const AreaStandard& key) const
    {
        const auto standard = key.access.get(config_);
        return standard ? json_of(*standard) : Json();
    }

    Json operator()(const Day& key) const
    {
        const auto date = key.access.get(config_);
        return date ? Json(text_of(*date)) : Json();
    }

private:
    template <class Map>
    static Json table(const Map& map)
    {
        return map.empty() ? Json() : Json(map);
    }

    Config& config_;
};

Json& node_of(Json& root, const std::string& name)
{
    std::size_t begin = 0;
    auto* node = &root;
    for (auto dot = name.find('.'); dot != std::string::npos; dot = name.find('.', begin)) {
        node = &(*node)[name.substr(begin, dot - begin)];
        begin = dot + 1;
    }
    return (*node)[name.substr(begin)];
}

void put_in(Json& root, const std::string& name, Json value)
{
    if (!value.is_null()) {
        node_of(root, name) = std::move(value);
    }
}

Json written_paths(const InputSpec& input)
{
    return input.further_paths.empty() ? Json(input.written_path) : Json(input.written_paths);
}

void add_input(Json& root, Role role, Config& config)
{
    for (const auto& key : input_keys(role)) {
        if (key.name.find(".helmert.") != std::string::npos) {
            continue; // survey parameters are restricted in many countries and do not belong into a result
        }
        const bool is_path = key.name.ends_with(".path"); // those in force are absolute
        put_in(root, key.name, is_path ? written_paths(config.inputs.at(role)) : std::visit(Reader(config), key.kind));
    }
    if (config.inputs.at(role).source.helmert) {
        put_in(root, "inputs." + std::string(name_of(role)) + ".helmert", "given");
    }
}

/// The part of a dotted name behind the list's.
std::string name_in_table(const Key& key)
{
    return key.name.substr(programme_list.size() + 1);
}

Json programmes(Config& config)
{
    Json list = Json::array();
    for (std::size_t i = 0; i < config.settings.programmes.size(); ++i) {
        Json programme = Json::object();
        for (const auto& key : programme_keys(i)) {
            put_in(programme, name_in_table(key), std::visit(Reader(config), key.kind));
        }
        list.push_back(std::move(programme));
    }
    return list.empty() ? Json() : list;
}

bool is_of_channel_off(const std::string& name, const Config& config)
{
    for (const auto channel : all_channels) {
        if (name.starts_with("channels." + std::string(name_of(channel)) + ".")) {
            return !config.settings.channels[channel].on;
        }
    }
    return false;
}

bool is_of_no_projection(const std::string& name, const Config& config)
{
    return name.starts_with("projection.") && !config.settings.projection.first_year;
}

bool is_of_no_new_venues(const std::string& name, const Config& config)
{
    return name.starts_with("new_venues.") && !config.inputs.contains(Role::new_venues);
}

} // namespace

std::string as_json(Config& config)
{
    Json root = Json::object();
    put_in(root, "city.name", config.city_name);
    for (const auto role : all_roles) {
        if (config.inputs.contains(role)) {
            add_input(root, role, config);
        }
    }
    for (const auto& key : plain_keys()) {
        if (key.name != "output.path" && !is_of_channel_off(key.name, config) && !is_of_no_projection(key.name, config) &&
            !is_of_no_new_venues(key.name, config)) {
            put_in(root, key.name, std::visit(Reader(config), key.kind));
        }
    }
    put_in(root, std::string(programme_list), programmes(config));
    return root.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace fieldgap::config
