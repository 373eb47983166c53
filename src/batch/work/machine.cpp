#include "batch/work/machine.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string>

namespace fieldgap {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t unknown_memory_mib = 2048; ///< where the system does not say: two or three cities at once
constexpr std::int64_t bytes_per_mib = 1024 * 1024;

std::optional<std::int64_t> number_in(const fs::path& file)
{
    std::ifstream text(file);
    std::int64_t number = 0;
    return text >> number ? std::optional(number) : std::nullopt; // `max` is no number
}

std::optional<std::int64_t> system_mib()
{
    std::ifstream file("/proc/meminfo");
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string name;
        std::int64_t kib = 0;
        if (words >> name >> kib && name == "MemAvailable:") {
            return kib / 1024;
        }
    }
    return std::nullopt;
}

/// Of the control group (version 2) and those around it the least that one has left.
std::optional<std::int64_t> control_group_mib()
{
    std::ifstream file("/proc/self/cgroup");
    std::optional<std::int64_t> least;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("0::/")) {
            continue;
        }
        const fs::path root = "/sys/fs/cgroup";
        for (fs::path group = root / line.substr(4); group.string().size() >= root.string().size(); group = group.parent_path()) {
            const auto limit = number_in(group / "memory.max");
            const auto taken = number_in(group / "memory.current");
            if (limit && taken) {
                least = std::min(least.value_or(std::numeric_limits<std::int64_t>::max()), (*limit - *taken) / bytes_per_mib);
            }
        }
    }
    return least;
}

} // namespace

std::int64_t available_memory_mib()
{
    const std::int64_t system = system_mib().value_or(unknown_memory_mib);
    return std::max<std::int64_t>(0, std::min(system, control_group_mib().value_or(system)));
}

} // namespace fieldgap
