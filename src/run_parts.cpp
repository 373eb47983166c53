#include "run_parts.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace fieldgap {

std::int64_t timestamp_s()
{
    constexpr std::int64_t start_of_2020 = 1'577'836'800;
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    char* end = nullptr;
    const long long seconds = epoch == nullptr ? 0 : std::strtoll(epoch, &end, 10);
    return epoch != nullptr && end != epoch && *end == '\0' && seconds >= 0 ? seconds : start_of_2020;
}

std::string output_crs(const Config& config, const CityInput& input)
{
    constexpr const char* degrees = "EPSG:4326";
    if (config.output.crs != "auto") {
        return config.output.crs;
    }
    return input.schools_crs.empty() ? degrees : input.schools_crs;
}

std::string path_beside_result(const std::string& given, const Config& config, const std::string& ending)
{
    const std::filesystem::path result(config.output.path);
    return given.empty() ? (result.parent_path() / result.stem()).string() + ending : given;
}

std::size_t errors_in(const Findings& findings)
{
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                  [](const Finding& finding) { return severity_of(finding.doubt) == Severity::error; }));
}

} // namespace fieldgap
