#pragma once

#include <string>

namespace fieldgap {

/// city.toml, with comments, for the layers that `synthesise` writes. `network_path` as it is to stand in the file.
std::string city_text(const std::string& city_name, const std::string& network_path);

} // namespace fieldgap
