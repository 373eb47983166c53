#include "batch/cities/city_digest.hpp"

#include "gis/io/geopackage/geopackage.hpp"
#include "gis/io/geopackage/geopackage_target.hpp"
#include "gis/io/source/file_digest.hpp"
#include "gis/io/source/source_path.hpp"
#include "layers/input/input_files.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fieldgap {
namespace {

/// What lies on another machine, and survey parameters, which no result holds, leave nothing to compare with.
bool can_be_compared(const InputSpec& spec)
{
    const std::vector<std::string> paths = paths_of(spec);
    return !spec.source.helmert && std::none_of(paths.begin(), paths.end(), [](const std::string& path) { return gis::is_remote(path); });
}

} // namespace

std::string digest_of(const DigestedRun& run, const std::vector<DigestedInput>& inputs)
{
    nlohmann::json all = {run.version, run.city, run.config};
    for (const DigestedInput& input : inputs) {
        all.push_back({input.name, input.sha256});
    }
    return gis::text_digest(all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string digest_of_inputs(const Config& config, std::string_view version)
{
    std::vector<DigestedInput> inputs;
    for (const auto& [role, spec] : config.inputs) {
        if (!is_read(config, role)) {
            continue;
        }
        if (!can_be_compared(spec)) {
            return {};
        }
        inputs.push_back({std::string(name_of(role)), gis::file_digest(paths_of(spec)).sha256});
    }
    return digest_of({std::string(version), config.city_name, nlohmann::json::parse(config.as_json).dump()}, inputs);
}

std::string stamp_of(const Config& config, std::string_view version, const std::string& result)
{
    if (!config.register_file.path.empty()) {
        return {}; // districts write in it between two runs
    }
    std::string all = std::string(version) + "\n" + config.as_json + "\n";
    std::vector<std::string> files = {config.path, result};
    if (config.output.styles) {
        files.push_back(gis::project_file_of({result, false, {}, 0, true}).string());
    }
    for (const auto& [role, spec] : config.inputs) {
        const std::vector<std::string> paths = paths_of(spec);
        files.insert(files.end(), paths.begin(), paths.end());
    }
    for (const std::string& file : files) {
        const std::string stamp = gis::file_stamp(file);
        if (stamp.empty()) {
            return {};
        }
        all += stamp + "\n";
    }
    return gis::text_digest(all);
}

} // namespace fieldgap
