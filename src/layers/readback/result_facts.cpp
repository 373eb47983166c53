#include "layers/readback/result_facts.hpp"

#include "gis/error.hpp"
#include "layers/config/settings_json.hpp"
#include "layers/readback/result_rows.hpp"
#include "words/nearest.hpp"
#include "words/utf8.hpp"
#include "words/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;
using words::Text;
using words::translate;

/// Only the joined result of a batch has it.
constexpr const char* cities_layer = "cities";
/// A digest is told by its beginning.
constexpr std::size_t shown_digest = 12;
constexpr std::size_t longest_value = 200;

/// What an earlier program did not write, and what a comparison takes from it.
struct LaterColumn
{
    const char* layer;
    const char* column; ///< empty: the layer itself
};
constexpr std::array<LaterColumn, 6> later_columns = {{
    {"ledger", ""},
    {"leases", ""},
    {"schools", "parent_id"},
    {"schools", "basement_usable_m2"},
    {"venues", "price_per_m2"},
    {"venues", "rentable"},
}};

Json document_of(const gis::MergeInput& result)
{
    const std::string path = words::valid_utf8(result.path());
    Json document = Json::parse(result.metadata(), nullptr, false);
    if (!document.is_object() || document.value("program", Json()) != "fieldgap") {
        throw gis::Error(translate(Text::diff_not_ours, {path}));
    }
    if (result.has(cities_layer) || !result.has("schools") || !result.has("venues") || !result.has("links") || !result.has("summary")) {
        throw gis::Error(translate(Text::diff_not_of_run, {path}));
    }
    return document;
}

std::string plain(const Json& json)
{
    return json.is_string() ? words::valid_utf8(json.get<std::string>())
                            : (json.is_null() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

/// Of several files all digests, in their order.
std::string network_digest(const Json& document)
{
    std::string digests;
    const Json inputs = document.value("inputs", Json());
    for (const auto& input : inputs.is_array() ? inputs : Json::array()) {
        if (input.is_object() && plain(input.value("input", Json())).starts_with("network")) {
            digests += plain(input.value("sha256", Json()));
        }
    }
    return digests;
}

std::map<std::string, std::string> units_of(gis::MergeInput& result)
{
    std::map<std::string, std::string> units;
    ResultRows rows(result, "summary", "key unit");
    while (rows.next()) {
        units[rows.text("key")] = rows.text("unit");
    }
    return units;
}

std::vector<std::string> lacking_in(const gis::MergeInput& result)
{
    std::vector<std::string> lacking;
    for (const LaterColumn& later : later_columns) {
        const auto& layers = result.layers();
        const auto layer =
            std::find_if(layers.begin(), layers.end(), [&](const gis::InputLayer& one) { return one.schema.name == later.layer; });
        const std::string column = later.column;
        const bool is_there =
            layer != layers.end() && (column.empty() || std::any_of(layer->schema.columns.begin(), layer->schema.columns.end(),
                                                                    [&](const gis::Column& one) { return one.name == column; }));
        if (!is_there) {
            lacking.push_back(later.layer + (column.empty() ? "" : "." + column));
        }
    }
    return lacking;
}

/// Where inputs lie and how a result looks is no difference of the city; every quarter has its own day.
bool is_told(const std::string& key)
{
    return !key.starts_with("inputs.") && !key.starts_with("output.") && !key.starts_with("city.") && !key.ends_with(".as_of");
}

std::string shown(const std::map<std::string, std::string>& values, const std::string& key)
{
    const auto found = values.find(key);
    if (found == values.end()) {
        return translate(Text::diff_not_set);
    }
    return found->second.size() > longest_value ? words::valid_utf8(found->second.substr(0, longest_value)) + ".." : found->second;
}

class Differences
{
public:
    Differences(const ResultFacts& before, const ResultFacts& after) : before_(before), after_(after) {}

    std::vector<ResultDifference> all() &&
    {
        add_if_other("version", Text::diff_differs_version, before_.version, after_.version);
        add_if_other("schema_version", Text::diff_differs_schema, before_.schema_version, after_.schema_version);
        add_if_other("city", Text::diff_differs_city, before_.city, after_.city);
        add_settings();
        add_if_other("network", Text::diff_differs_network, before_.network_sha256, after_.network_sha256);
        add_units();
        add_lacking("lacks.old", Text::diff_old_lacks, before_.lacking);
        add_lacking("lacks.new", Text::diff_new_lacks, after_.lacking);
        return std::move(found_);
    }

private:
    void add_if_other(const std::string& key, Text sentence, const std::string& before, const std::string& after)
    {
        if (before != after) {
            const auto told = [](const std::string& value) { return value.empty() ? translate(Text::diff_not_set) : value; };
            const bool is_digest = key == "network";
            const auto cut = [&](const std::string& value) { return is_digest ? value.substr(0, shown_digest) : value; };
            found_.push_back({key, translate(sentence, {told(cut(before)), told(cut(after))})});
        }
    }

    void add_settings()
    {
        std::set<std::string> keys;
        for (const auto* config : {&before_.config, &after_.config}) {
            for (const auto& setting : *config) {
                keys.insert(setting.first);
            }
        }
        for (const std::string& key : keys) {
            const std::string before = shown(before_.config, key);
            const std::string after = shown(after_.config, key);
            if (is_told(key) && before != after) {
                found_.push_back({"config." + key, translate(Text::diff_differs_setting, {key, before, after})});
            }
        }
    }

    void add_units()
    {
        for (const auto& [key, unit] : before_.units) {
            const auto other = after_.units.find(key);
            if (other != after_.units.end() && other->second != unit) {
                found_.push_back({"unit." + key, translate(Text::diff_differs_unit, {key, unit, other->second})});
            }
        }
    }

    void add_lacking(const std::string& key, Text sentence, const std::vector<std::string>& lacking)
    {
        if (!lacking.empty()) {
            found_.push_back({key, translate(sentence, {words::joined(lacking)})});
        }
    }

    const ResultFacts& before_;
    const ResultFacts& after_;
    std::vector<ResultDifference> found_;
};

} // namespace

ResultFacts facts_of(gis::MergeInput& result)
{
    const Json document = document_of(result);
    ResultFacts facts;
    facts.version = plain(document.value("version", Json()));
    facts.schema_version = plain(document.value("schema_version", Json()));
    facts.city = plain(document.value("city", Json()));
    facts.network_sha256 = network_digest(document);
    const std::string path = words::valid_utf8(result.path());
    try {
        const auto written = config::settings_in(plain(document.value("config", Json())), path);
        facts.settings = written.settings;
        facts.config = written.values;
    } catch (const gis::UsageError& error) {
        throw gis::Error(translate(Text::diff_bad_config, {path, error.what()}));
    }
    if (const auto language = facts.config.find("output.lang"); language != facts.config.end()) {
        facts.language = plain(Json::parse(language->second, nullptr, false));
    }
    facts.units = units_of(result);
    facts.lacking = lacking_in(result);
    return facts;
}

std::vector<ResultDifference> differences(const ResultFacts& before, const ResultFacts& after)
{
    return Differences(before, after).all();
}

} // namespace fieldgap
