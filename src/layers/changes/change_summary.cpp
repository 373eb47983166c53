#include "layers/changes/change_summary.hpp"

#include "layers/output/provenance.hpp"

#include <nlohmann/json.hpp>

namespace fieldgap {
namespace {

using Json = nlohmann::ordered_json;

/// Names come from files: what is no UTF-8 is replaced, never thrown at.
std::string dumped(const Json& json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json area_json(const std::optional<ExactArea>& area)
{
    return area ? Json(area->square_metres()) : Json();
}

SummaryLines figures_of(const ChangeSums& city)
{
    SummaryLines lines;
    for (const ChangeKind kind : all_change_kinds) {
        lines.count("schools." + std::string(name_of(kind)), city.count(kind));
    }
    lines.count("schools.unknown", city.unknown);
    lines.area("gap_before_m2", city.gap_before);
    lines.area("gap_after_m2", city.gap_after);
    lines.area("residual_before_m2", city.residual_before);
    lines.area("residual_after_m2", city.residual_after);
    lines.area("known_now_m2", city.known_now);
    lines.area("unknown_now_m2", city.unknown_now);
    lines.area("change_m2", city.change);
    for (const Cause cause : all_causes) {
        lines.area("by_" + std::string(name_of(cause)) + "_m2", city.by[cause]);
    }
    return lines;
}

Json school_json(const ComparedPair& pair, const SchoolChange& change)
{
    const ComparedSchool& school = pair.school_of(change);
    Json json;
    json["school_id"] = school.id;
    json["name"] = school.name.empty() ? Json() : Json(school.name);
    json["district"] = school.district.empty() ? Json() : Json(school.district);
    json["residual_before_m2"] = area_json(change.residual_before);
    json["residual_after_m2"] = area_json(change.residual_after);
    json["change_m2"] = change.is_known ? Json(change.change().square_metres()) : Json();
    for (const Cause cause : all_causes) {
        if (change.is_known && change.by[cause] != ExactArea()) {
            json["by_" + std::string(name_of(cause)) + "_m2"] = change.by[cause].square_metres();
        }
    }
    return json;
}

Json result_json(const ReadResult& result)
{
    Json json;
    json["version"] = result.facts.version;
    json["schema_version"] = result.facts.schema_version;
    json["city"] = result.facts.city;
    return json;
}

Json differences_json(const ComparedPair& pair)
{
    Json list = Json::array();
    for (const ResultDifference& difference : pair.differences) {
        list.push_back({{"key", difference.key}, {"message", difference.sentence}});
    }
    return list;
}

} // namespace

std::vector<ChangeSummaryLine> change_summary(const ComparedPair& pair)
{
    std::vector<ChangeSummaryLine> lines;
    const SummaryLines figures = figures_of(pair.comparison.city);
    for (const SummaryLine& figure : figures.lines()) {
        lines.push_back({figure, ""});
    }
    for (const ResultDifference& difference : pair.differences) {
        lines.push_back({{"differs." + difference.key, std::nullopt, ""}, difference.sentence});
    }
    return lines;
}

std::string change_json(const ComparedPair& pair)
{
    Json json;
    const SummaryLines figures = figures_of(pair.comparison.city);
    for (const SummaryLine& figure : figures.lines()) {
        json[figure.key] = figure.value ? Json(*figure.value) : Json();
    }
    json["differs"] = differences_json(pair);
    for (const ChangeKind kind : all_change_kinds) {
        if (kind != ChangeKind::unchanged) {
            json[std::string(name_of(kind))] = Json::array();
        }
    }
    json["unknown"] = Json::array();
    for (const SchoolChange& change : pair.comparison.schools) {
        if (change.kind != ChangeKind::unchanged) {
            json[std::string(name_of(change.kind))].push_back(school_json(pair, change));
        }
        if (!change.is_known && !change.needs_nothing) {
            json["unknown"].push_back(school_json(pair, change));
        }
    }
    return dumped(json, 2) + "\n";
}

std::string change_provenance(std::string_view version, const ComparedPair& pair)
{
    Json document;
    document["schema_version"] = schema_version;
    document["program"] = "fieldgap";
    document["command"] = "diff";
    document["version"] = version;
    document["old"] = result_json(pair.before);
    document["new"] = result_json(pair.after);
    document["differs"] = differences_json(pair);
    return dumped(document, -1);
}

} // namespace fieldgap
