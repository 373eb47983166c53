#include "verify/result/rules.hpp"

#include "gis/error.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldgap::verify {
namespace {

using Json = nlohmann::json;
using words::Text;
using words::translate;

/// A value that is not what the key holds.
struct NoSuchValue
{
    std::string key;
};

/// The settings in the document, by their keys as the config has them.
class Settings
{
public:
    explicit Settings(const Json& config) : config_(config) {}

    std::optional<double> number(const std::string& key) const
    {
        const Json* const value = at(key);
        if (value == nullptr) {
            return std::nullopt;
        }
        if (!value->is_number() || !(std::fabs(value->get<double>()) <= most_parts)) {
            throw NoSuchValue{key};
        }
        return value->get<double>();
    }

    double number_of(const std::string& key) const
    {
        const auto value = number(key);
        return value ? *value : throw NoSuchValue{key};
    }

    std::optional<Area> area(const std::string& key) const
    {
        const auto value = number(key);
        return value ? std::optional(whole_parts(*value, area_parts)) : std::nullopt;
    }

    std::string text(const std::string& key) const
    {
        const Json* const value = at(key);
        return value != nullptr && value->is_string() ? value->get<std::string>() : "";
    }

    bool flag(const std::string& key) const
    {
        const Json* const value = at(key);
        return value != nullptr && value->is_boolean() && value->get<bool>();
    }

    bool has(const std::string& key) const { return at(key) != nullptr; }

    std::vector<double> numbers(const std::string& key) const
    {
        std::vector<double> all;
        const Json* const list = at(key);
        for (const Json& value : list != nullptr && list->is_array() ? *list : Json::array()) {
            all.push_back(value.is_number() ? value.get<double>() : throw NoSuchValue{key});
        }
        return all;
    }

    /// A number, a table of amounts, or one with a list of such tables.
    std::vector<StandardStep> standard(const std::string& key) const
    {
        const Json* const value = at(key);
        if (value == nullptr || value->is_number()) {
            const auto each = number(key);
            return each ? std::vector<StandardStep>{{0.0, 0.0, *each}} : std::vector<StandardStep>();
        }
        if (!value->is_object() || !value->contains("steps")) {
            return {step_in(*value, key)};
        }
        std::vector<StandardStep> steps;
        for (const Json& step : value->at("steps")) {
            steps.push_back(step_in(step, key));
        }
        return !steps.empty() ? steps : throw NoSuchValue{key};
    }

    std::map<std::string, Area> areas(const std::string& key) const
    {
        std::map<std::string, Area> all;
        const Json* const table = at(key);
        if (table != nullptr && table->is_object()) {
            for (const auto& [name, value] : table->items()) {
                all[name] = value.is_number() && std::fabs(value.get<double>()) <= most_parts / area_parts
                                ? whole_parts(value.get<double>(), area_parts)
                                : throw NoSuchValue{key};
            }
        }
        return all;
    }

private:
    static StandardStep step_in(const Json& table, const std::string& key)
    {
        const auto amount = [&](const char* name) {
            const Json value = table.is_object() ? table.value(name, Json(0.0)) : Json();
            const bool is_sound = value.is_number() && value.get<double>() >= 0.0 && value.get<double>() <= most_parts / area_parts;
            return is_sound ? value.get<double>() : throw NoSuchValue{key};
        };
        return {amount("from_pupils"), amount("base_m2"), amount("per_pupil")};
    }

    /// `walk.minutes`; null where it is not set.
    const Json* at(const std::string& key) const
    {
        const auto dot = key.find('.');
        const auto table = config_.find(key.substr(0, dot));
        return table == config_.end() ? nullptr : inside(*table, key.substr(dot + 1));
    }

    static const Json* inside(const Json& table, const std::string& key)
    {
        const auto dot = key.find('.');
        const auto found = table.is_object() ? table.find(key.substr(0, dot)) : table.end();
        if (!table.is_object() || found == table.end()) {
            return nullptr;
        }
        return dot == std::string::npos ? &*found : inside(*found, key.substr(dot + 1));
    }

    const Json& config_;
};

ChannelRules channel_rules(const Settings& config, Channel channel)
{
    const std::string table = "channels." + std::string(name_of(channel));
    ChannelRules rules;
    rules.is_on = config.has(table);
    rules.cost_per_m2 = config.number(table + ".cost_per_m2").value_or(0.0);
    rules.cap = config.area(table + ".cap_m2");
    rules.min_lot = config.area(table + ".min_lot_m2").value_or(0);
    if (const auto places = config.number(table + ".max_schools_per_venue")) {
        rules.schools_per_venue = static_cast<std::int64_t>(*places);
    }
    rules.district_caps = config.areas(table + ".district_caps_m2");
    return rules;
}

/// `[plan] as_of`, else `[register] as_of`, else the end of the projection's first year. The year that headings name is in no result.
std::string day_of_leases(const Settings& config)
{
    const auto first_year = config.number("projection.first_year");
    const std::string of_plan = config.text("plan.as_of");
    const std::string as_of = of_plan.empty() ? config.text("register.as_of") : of_plan;
    return !as_of.empty() || !first_year ? as_of : std::to_string(static_cast<int>(*first_year)) + "-12-31";
}

Rules rules_in(const Settings& config)
{
    Rules rules;
    rules.is_national = config.text("standards.regime") == "national";
    rules.splits_by_required = config.text("standards.split") == "required";
    for (const Stage stage : all_stages) {
        rules.standard[stage] = config.standard("standards." + std::string(name_of(stage)));
    }
    rules.floor = config.number_of("standards.floor");
    rules.cv_limit[Stage::primary] = config.number_of("standards.cv_primary");
    rules.cv_limit[Stage::junior] = config.number_of("standards.cv_junior");
    rules.minutes = config.number_of("walk.minutes");
    rules.speed_m_per_min = config.number_of("walk.speed_m_per_min");
    rules.crossing_s = config.number_of("walk.crossing_s");
    rules.steps_factor = config.number_of("walk.steps_factor");
    rules.has_slope = config.flag("walk.slope");
    rules.speeds = config.numbers("walk.speeds");
    for (const Channel channel : all_channels) {
        rules.channels[channel] = channel_rules(config, channel);
    }
    const auto objective = named<Objective>(objective_names, config.text("allocation.objective"));
    rules.objective = objective ? *objective : throw NoSuchValue{"allocation.objective"};
    rules.budget_per_year = rules.objective == Objective::budget ? config.number_of("allocation.budget_per_year") : 0.0;
    rules.as_of = day_of_leases(config);
    rules.until = config.text("plan.until");
    return rules;
}

std::string shown(const Json& value)
{
    return value.is_string() ? words::valid_utf8(value.get<std::string>()) : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::optional<double> Rules::m2_per_pupil(Stage stage, double pupils) const
{
    const StandardStep* in_force = nullptr;
    for (const StandardStep& step : standard[stage]) {
        const bool holds = in_force == nullptr || (step.from_pupils <= pupils && step.from_pupils > in_force->from_pupils);
        in_force = holds ? &step : in_force;
    }
    return in_force != nullptr && pupils > 0.0 ? std::optional(in_force->base_m2 / pupils + in_force->m2_per_pupil) : std::nullopt;
}

bool Rules::is_searched() const
{
    return objective == Objective::schools || objective == Objective::pupils ||
           std::any_of(channels.values.begin(), channels.values.end(),
                       [](const ChannelRules& channel) { return channel.is_on && (channel.min_lot > 0 || channel.schools_per_venue); });
}

Provenance provenance_in(const std::string& document, const std::string& path)
{
    const Json json = Json::parse(document, nullptr, false);
    const bool is_ours = json.is_object() && json.value("program", Json()) == "fieldgap" && json.contains("config");
    if (!is_ours || !json.at("config").is_object()) {
        throw gis::Error(translate(Text::verify_no_result, {words::valid_utf8(path)}));
    }
    try {
        return {shown(json.value("version", Json())), shown(json.value("schema_version", Json())), rules_in(Settings(json.at("config")))};
    } catch (const NoSuchValue& missing) {
        throw gis::Error(translate(Text::verify_no_setting, {words::valid_utf8(path), missing.key}));
    }
}

} // namespace fieldgap::verify
