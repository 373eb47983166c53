#include "batch/merge/merge_provenance.hpp"

#include "layers/output/provenance.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Seen from the merged file; the bare name of what does not lie below it.
std::string relative_path(const std::string& result, const std::string& merged)
{
    std::error_code error;
    const fs::path path = fs::weakly_canonical(result, error).lexically_relative(fs::weakly_canonical(merged, error).parent_path());
    const bool is_below = !error && !path.empty() && *path.begin() != "..";
    return (is_below ? path : fs::path(result).filename()).string();
}

Json city_json(const SurveyedCity& city, const MergeTarget& target)
{
    Json entry;
    entry["city"] = city.of.city;
    entry["result"] = relative_path(city.of.result_path, target.path);
    entry["bytes"] = city.digest.bytes;
    entry["sha256"] = city.digest.sha256;
    return entry;
}

} // namespace

std::string merge_provenance(const MergeTarget& target, const std::vector<SurveyedCity>& cities, const std::vector<SummedLine>& sums)
{
    Json document;
    document["schema_version"] = schema_version;
    document["program"] = "fieldgap";
    document["version"] = target.version;
    document["cities"] = Json::array();
    for (const SurveyedCity& city : cities) {
        if (city.is_merged()) {
            document["cities"].push_back(city_json(city, target));
        }
    }
    document["counts"] = Json::object();
    for (const SummedLine& sum : sums) {
        document["counts"][sum.line.key] = sum.line.value ? Json(*sum.line.value) : Json();
    }
    return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace fieldgap
