#include "layers/output/provenance.hpp"

#include <nlohmann/json.hpp>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;

Json input_json(const InputRecord& record)
{
    Json input;
    input["input"] = record.name();
    input["path"] = record.path;
    if (!record.layer.empty()) {
        input["layer"] = record.layer;
    }
    input["bytes"] = record.digest.bytes;
    input["sha256"] = record.digest.sha256;
    if (!record.crs.empty()) {
        input["crs"] = record.crs;
    }
    if (!record.encoding.empty()) {
        input["encoding"] = record.encoding;
    }
    input["rows"] = record.rows;
    input["used"] = record.used;
    input["left_out"] = record.left_out;
    return input;
}

Json counts_json(const std::vector<SummaryLine>& lines)
{
    Json counts = Json::object();
    for (const SummaryLine& line : lines) {
        counts[line.key] = line.value ? Json(*line.value) : Json();
    }
    return counts;
}

/// Names come from files: what is no UTF-8 is replaced, never thrown at.
std::string dumped(const Json& json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace

std::string provenance(std::string_view version, const Config& config, const CityInput& input, const std::vector<SummaryLine>& lines)
{
    Json document;
    document["schema_version"] = schema_version;
    document["program"] = "fieldgap";
    document["version"] = version;
    document["city"] = config.city_name;
    document["config"] = Json::parse(config.as_json);
    document["inputs"] = Json::array();
    for (const InputRecord& record : input.inputs) {
        document["inputs"].push_back(input_json(record));
    }
    document["counts"] = counts_json(lines);
    return dumped(document, -1);
}

std::string summary_json(const std::vector<SummaryLine>& lines)
{
    return dumped(counts_json(lines), 2) + "\n";
}

} // namespace fieldgap
