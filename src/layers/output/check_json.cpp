#include "layers/output/check_json.hpp"

#include <nlohmann/json.hpp>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;

Json input_json(const InputRecord& record)
{
    Json input;
    input["input"] = name_of(record.role);
    input["path"] = record.path;
    input["layer"] = record.layer;
    input["encoding"] = record.encoding;
    input["crs"] = record.crs;
    input["rows"] = record.rows;
    input["used"] = record.used;
    input["left_out"] = record.left_out;
    return input;
}

Json number_or_null(const std::optional<double>& number)
{
    return number ? Json(*number) : Json();
}

Json group_json(const IssueGroup& group)
{
    Json json;
    json["severity"] = name_of(severity_of(group.code));
    json["code"] = code_of(group.code);
    json["count"] = group.count;
    json["rows_left_out"] = group.rows_left_out;
    json["gap_effect_m2"] = number_or_null(group.sum_m2);
    json["greatest_gap_effect_m2"] = number_or_null(group.greatest_m2);
    json["example"] = group.example->message;
    return json;
}

Json issue_json(const Issue& issue)
{
    const Finding& finding = *issue.finding;
    Json json;
    json["severity"] = name_of(severity_of(finding.code));
    json["code"] = code_of(finding.code);
    json["layer"] = finding.layer;
    json["feature_id"] = finding.feature_id.empty() ? Json() : Json(finding.feature_id);
    json["message"] = issue.message;
    json["cure"] = cure_of(finding.code);
    json["gap_effect_m2"] = number_or_null(issue.gap_effect_m2);
    json["rows_left_out"] = finding.rows_left_out;
    return json;
}

Json counts_json(const std::vector<Issue>& issues)
{
    Json counts = {{"error", 0}, {"warning", 0}, {"info", 0}};
    for (const Issue& issue : issues) {
        Json& count = counts[std::string(name_of(severity_of(issue.finding->code)))];
        count = count.get<std::size_t>() + 1;
    }
    return counts;
}

} // namespace

std::optional<double> gap_of_city(const Results& results)
{
    ExactArea sum;
    bool is_known = false;
    bool any_unknown = false;
    for (const Assessment& state : results.assessments) {
        is_known = is_known || state.has_figures();
        any_unknown = any_unknown || state.status == Status::unknown;
        sum += state.has_figures() ? state.gap : ExactArea();
    }
    return is_known || !any_unknown ? std::optional(sum.square_metres()) : std::nullopt;
}

std::string check_json(const CheckedCity& checked)
{
    Json document;
    document["gap_m2"] = number_or_null(checked.gap_m2);
    document["inputs"] = Json::array();
    for (const InputRecord& record : checked.inputs) {
        document["inputs"].push_back(input_json(record));
    }
    document["counts"] = counts_json(checked.issues);
    document["codes"] = Json::array();
    for (const IssueGroup& group : grouped_by_code(checked.issues)) {
        document["codes"].push_back(group_json(group));
    }
    document["issues"] = Json::array();
    for (const Issue& issue : checked.issues) {
        document["issues"].push_back(issue_json(issue));
    }
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; // names come from files
}

} // namespace fieldgap
