#pragma once
// Real data lies beside the project, not in it. A test that needs it and does not find it says so in one line.

#include "support/catch.hpp"

#include <filesystem>
#include <optional>
#include <string>

inline std::filesystem::path shared_data()
{
    return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path().parent_path() / "shared" / "data";
}

/// A file or folder of it; nothing, with a word, where it is absent.
inline std::optional<std::string> found_in_shared_data(const std::string& name)
{
    const std::filesystem::path path = shared_data() / name;
    if (std::filesystem::exists(path)) {
        return path.string();
    }
    WARN("data absent: ../shared/data/" << name << ": not tested; tests/real/README.md says where it can be had");
    return std::nullopt;
}
